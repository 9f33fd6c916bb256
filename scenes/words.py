"""The words of a chapter, beat by beat, and which of them a result lets it say.

They stand in ``scenes/<chapter>/words.py``, which loads without Manim:

- ``TITLE`` names the chapter;
- ``BEATS`` holds the words of each beat, plain values only.

Words are templates over the result, ``"z is {z:.1f}, {z_side}"``. What they say beyond
its numbers rests on claims, which the chapter's experiment knows by name. A mark in a
narration, ``"so {{mark:side}}it is {z_side}"``, names the word at which a motion of the
scene starts where a voice says it, see :mod:`scenes.lesson.marked`; nobody reads it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeAlias, TypedDict, cast

import numpy as np

from nnsim.claims import Claim, UnmetClaimError
from nnsim.errors import InputError
from scenes.lookup import MARK, fill


class Words(TypedDict, total=False):
    """What a beat says."""

    title: str  # new heading on screen; without one, the last stays
    say: str  # narration; without one, the question is said
    speak: str  # said by a voice in place of the narration, which is read
    question: str  # put on screen, and stopped at: the next beat shows the outcome
    labels: Mapping[str, str]  # words in the picture, by names that its scene knows
    claims: tuple[str, ...]  # names of what all this rests on
    left_out: str  # says and shows nothing: why the beat is left out
    otherwise: "Words"  # said in its place where a claim does not hold


Beats: TypeAlias = Mapping[str, Words]  # by name, in the order of the lecture
# Claims that say what the data are about: narration of one's own knows that itself.
OF_WHAT = ("is_of_birds", "is_of_enzyme", "is_published")
_own: list[Mapping[str, Mapping[str, str]]] = [{}]  # "say" and "speak", by beats


class WordsError(InputError):
    """Words that a beat cannot say of a result.

    Parameters
    ----------
    beat
        Its name.
    why
        What is wrong, to stand behind the name of the beat.
    """

    def __init__(self, beat: str, why: str) -> None:
        super().__init__(why)
        self.beat = beat


class OwnWordsError(WordsError):
    """Narration of one's own asks for what no result holds."""


@contextmanager
def use(
    say: Mapping[str, str], speak: Mapping[str, str] | None = None
) -> Iterator[None]:
    """Say narration of one's own inside a ``with`` block.

    It stands in the place of the usual wording, and rests on the same claims.

    Parameters
    ----------
    say
        What is read, by names of beats. A voice says it, too.
    speak
        What a voice says instead.
    """
    _own.append({"say": say, "speak": speak or {}})
    try:
        yield
    finally:
        _own.pop()


def is_own(beat: str) -> bool:
    """Tell whether narration of one's own is given for a beat."""
    return beat in _own[-1].get("say", {})


def words_of(
    beat: str, beats: Beats, claims: Mapping[str, Claim[Any]], result: object
) -> Words:
    """Return what a beat says of a result.

    Raises
    ------
    WordsError
        If the result shows less than each wording says, or if narration of one's own
        asks for what the result does not hold.
    """
    try:
        words = true_words(beats[beat], claims, result)
    except UnmetClaimError as error:
        raise WordsError(beat, str(error)) from None
    own = {part: texts[beat] for part, texts in _own[-1].items() if beat in texts}
    needed: Words = {"claims": shown_claims(beats[beat])}
    if not own or unmet_claim(needed, claims, result):
        return words
    for text in own.values():
        _check_own(beat, text, result)
    usual = {k: v for k, v in words.items() if not (k == "speak" and "say" in own)}
    return cast(Words, {**usual, **own})


def _check_own(beat: str, own: str, result: object) -> None:
    """Refuse what a result cannot fill in."""
    try:
        _, filled = fill(own, result)
    except (KeyError, TypeError, ValueError) as error:
        raise OwnWordsError(beat, f"cannot say {own!r}: {error.args[0]}") from None
    for field in filled:
        if not isinstance(field.value, str) and np.ndim(field.value):
            raise OwnWordsError(
                beat, f"cannot say {{{field.path}}}: it is no one value"
            )


def narration(words: Words) -> str:
    """Return what a voice says of a beat, to be filled in."""
    return words.get("speak") or words.get("say") or words.get("question", "")


def marks(say: str, result: object) -> list[tuple[str, int]]:
    """Return the marks in a narration, each with the number of the word behind it.

    Words stand between spaces and are counted from 0, as the viewer reads them.
    """
    return [
        (mark[1], len((fill(say[: mark.start()], result)[0] + "_").split()) - 1)
        for mark in MARK.finditer(say)
    ]


def shown_claims(words: Words) -> tuple[str, ...]:
    """Return the claims of a wording that rest on what its data show."""
    return tuple(name for name in words.get("claims", ()) if name not in OF_WHAT)


def check_words(
    beats: Beats, claims: Mapping[str, Claim[Any]], result: object
) -> dict[str, str]:
    """Fill in all that beats say of a result, and so see whether they can.

    Returns
    -------
    dict
        Beats that are left out, and why.

    Raises
    ------
    WordsError
        Of the first beat that cannot, see :func:`words_of`.
    """
    left_out = {}
    for beat in beats:
        words = words_of(beat, beats, claims, result)
        shown = (
            words.get("title"),
            words.get("say"),
            words.get("speak"),
            words.get("question"),
        )
        for text in filter(None, (*shown, *words.get("labels", {}).values())):
            fill(text, result)
        if why := words.get("left_out"):
            left_out[beat] = fill(why, result)[0]
    return left_out


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
    unmet: list[Claim[Any]] = []
    while wording is not None:
        claim = unmet_claim(wording, claims, result)
        if claim is None:
            return wording
        unmet.append(claim)
        wording = wording.get("otherwise")
    raise UnmetClaimError(_told(unmet[0], result))


def unmet_claim(
    words: Words, claims: Mapping[str, Claim[Any]], result: object
) -> Claim[Any] | None:
    """Return the first claim of a wording that does not hold; None if all do."""
    named = (claims[name] for name in words.get("claims", ()))
    return next((claim for claim in named if not claim.holds(result)), None)


def _told(claim: Claim[Any], result: object) -> str:
    """Say of a claim that it does not hold, and what the result shows instead."""
    says, found = (fill(text, result)[0] for text in (claim.says, claim.found))
    return f"says that {says}, but {found}"
