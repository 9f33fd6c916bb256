"""The words of a chapter, beat by beat, and which of them a result lets it say.

They stand in ``scenes/<chapter>/words.py``, which loads without Manim:

- ``TITLE`` names the chapter;
- ``BEATS`` holds the words of each beat, plain values only.

Words are templates over the result, ``"z is {z:.1f}, {z_side}"``. What they say beyond
its numbers rests on claims, which the chapter's experiment knows by name.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias, TypedDict

from nnsim.claims import Claim, UnmetClaimError
from scenes.lookup import fill


class Words(TypedDict, total=False):
    """What a beat says."""

    title: str  # new heading on screen; without one, the last stays
    say: str  # narration; without one, the question is said
    question: str  # put on screen, and stopped at: the next beat shows the outcome
    labels: Mapping[str, str]  # words in the picture, by names that its scene knows
    claims: tuple[str, ...]  # names of what all this rests on
    otherwise: "Words"  # said in its place where a claim does not hold


Beats: TypeAlias = Mapping[str, Words]  # by name, in the order of the lecture


def true_words(words: Words, claims: Mapping[str, Claim[Any]], result: object) -> Words:
    """Return the first wording of which all claims hold.

    Parameters
    ----------
    words
        Of a beat.
    claims
        What the chapter can claim, by name.
    result
        That of its experiment.

    Raises
    ------
    UnmetClaimError
        If there is none; it says which claim of the usual wording does not hold.
    KeyError
        If a claim has no such name.
    """
    wording: Words | None = words
    usual = unmet_claim(words, claims, result)
    while wording is not None:
        if unmet_claim(wording, claims, result) is None:
            return wording
        wording = wording.get("otherwise")
    assert usual is not None  # else the usual wording was returned
    raise UnmetClaimError(_told(usual, result))


def unmet_claim(
    words: Words, claims: Mapping[str, Claim[Any]], result: object
) -> Claim[Any] | None:
    """Return the first claim of a wording that does not hold; None if all do."""
    named = (claims[name] for name in words.get("claims", ()))
    return next((claim for claim in named if not claim.holds(result)), None)


def _told(claim: Claim[Any], result: object) -> str:
    """Say of a claim that it does not hold, and what the result shows instead."""
    return f"says that {claim.says}, but {fill(claim.found, result)[0]}"
