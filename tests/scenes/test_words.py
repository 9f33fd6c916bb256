"""Which words a beat says of a result, and what is refused."""

from dataclasses import dataclass

import pytest

from nnsim.claims import Claim, UnmetClaimError
from scenes.words import (
    Beats,
    Words,
    WordsError,
    check_words,
    narration,
    true_words,
    use,
    words_of,
)


@dataclass(frozen=True)
class Result:
    z: float
    curve: tuple[float, ...] = (1.0, 2.0)


CLAIMS = {
    "is_below": Claim[Result]("z is below zero", lambda r: r.z < 0, "it is {z:.1f}"),
    "is_above": Claim[Result]("z is above zero", lambda r: r.z > 0, "it is {z:.1f}"),
}
ABOVE: Words = {"say": "z is above zero.", "claims": ("is_above",)}
BELOW: Words = {"say": "z is below.", "claims": ("is_below",), "otherwise": ABOVE}
BEATS: Beats = {"sum": BELOW, "plain": {"say": "z is {z:.1f}."}}


@pytest.mark.parametrize(("z", "words"), [(-1, BELOW), (1, ABOVE)])
def test_the_first_true_wording_is_chosen(z: float, words: Words) -> None:
    assert true_words(BELOW, CLAIMS, Result(z)) is words


def test_where_no_wording_is_true_the_usual_claim_is_told() -> None:
    with pytest.raises(UnmetClaimError) as told:
        true_words(BELOW, CLAIMS, Result(0))
    assert str(told.value) == "says that z is below zero, but it is 0.0"


def test_claims_behind_an_unmet_one_are_not_asked() -> None:
    def refuse(r: Result) -> bool:
        raise AssertionError

    claims = {**CLAIMS, "never": Claim[Result]("", refuse, "")}
    words: Words = {"claims": ("is_below", "never"), "otherwise": ABOVE}
    assert true_words(words, claims, Result(1)) is ABOVE


def test_a_claim_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError):
        true_words({"claims": ("is_odd",)}, CLAIMS, Result(1))


def test_words_without_claims_are_said() -> None:
    assert words_of("plain", BEATS, CLAIMS, Result(1)) is BEATS["plain"]


def test_own_words_stand_where_the_usual_ones_would() -> None:
    with use({"sum": "z = {z:.2f}"}):
        words = words_of("sum", BEATS, CLAIMS, Result(-1))
        assert words == {**BELOW, "say": "z = {z:.2f}"}
        assert words_of("plain", BEATS, CLAIMS, Result(-1)) is BEATS["plain"]
        assert words_of("sum", BEATS, CLAIMS, Result(1)) is ABOVE
    assert words_of("sum", BEATS, CLAIMS, Result(-1)) is BELOW


def test_a_voice_says_what_is_read_unless_it_has_words_of_its_own() -> None:
    beats: Beats = {
        "sum": {"say": "z = {z:.1f}", "speak": "z is {z:.1f}"},
        "ask": {"question": "Which?"},
        "count": {"say": "{z:.0f}", "question": "Why?"},
    }

    def spoken(beat: str) -> str:
        return narration(words_of(beat, beats, CLAIMS, Result(1)))

    assert [*map(spoken, beats)] == ["z is {z:.1f}", "Which?", "{z:.0f}"]
    with use({"sum": "Mine."}):  # what is read in the place of ours is said, too
        assert spoken("sum") == "Mine."
    with use({"sum": "Mine."}, {"sum": "Aloud {z:.1f}."}):
        assert spoken("sum") == "Aloud {z:.1f}."
        assert words_of("sum", beats, CLAIMS, Result(1))["say"] == "Mine."
    with use({}, {"ask": "{y}"}), pytest.raises(WordsError, match="cannot say"):
        spoken("ask")


@pytest.mark.parametrize(
    "own",
    ["z is {y}", "z is {z:d}", "{z.real.x}", "{curve}", "{z + 1}", "{z:plural(a)}"],
)
def test_own_words_that_cannot_be_filled_in_are_refused(own: str) -> None:
    with use({"plain": own}), pytest.raises(WordsError, match="cannot say") as told:
        words_of("plain", BEATS, CLAIMS, Result(1.5))
    assert told.value.beat == "plain"


def test_a_beat_may_be_left_out_where_nothing_else_is_true() -> None:
    none: Words = {"left_out": "z is {z:.0f}"}
    beats: Beats = {"sum": {**BELOW, "otherwise": {**ABOVE, "otherwise": none}}}
    assert words_of("sum", beats, CLAIMS, Result(0)) is none
    with use({"sum": "z = {z:.2f}"}):
        assert words_of("sum", beats, CLAIMS, Result(0)) is none
    check_words(beats, CLAIMS, Result(0))


def test_a_refusal_names_the_beat() -> None:
    with pytest.raises(WordsError, match="says that z is below zero") as told:
        words_of("sum", BEATS, CLAIMS, Result(0))
    assert told.value.beat == "sum"


def test_all_words_of_all_beats_are_checked() -> None:
    beats: Beats = {**BEATS, "named": {"labels": {"side": "{x:.1f}"}}}
    check_words(BEATS, CLAIMS, Result(1))
    with pytest.raises(WordsError, match="says that z is below zero") as told:
        check_words(BEATS, CLAIMS, Result(0))
    assert told.value.beat == "sum"
    with pytest.raises(KeyError, match="nothing at 'x'"):
        check_words(beats, CLAIMS, Result(1))
