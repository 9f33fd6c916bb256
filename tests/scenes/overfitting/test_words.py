"""The words of the chapter on overfitting are true, whatever is set."""

import re
from collections.abc import Iterator

import pytest

from nnsim.claims import UnmetClaimError
from nnsim.experiments import overfitting
from nnsim.experiments.overfitting import CLAIMS, Config
from scenes.lookup import fill
from scenes.overfitting.words import BEATS
from scenes.words import Words, true_words
from tests.nnsim.experiments.overfitting.by_hand import look
from tests.nnsim.experiments.overfitting.test_claims import SETTINGS, truth
from tests.nnsim.experiments.usual import usual
from tests.scenes.overfitting.sentences import SENTENCES, check, sentences

# Beat and number of those wordings that are said of others than penguins alone.
OF_OTHERS = {
    ("samples", 1), ("samples", 2), ("narrow", 2), ("take_away", 1), ("take_away", 2),
}  # fmt: skip
each_setting = pytest.mark.parametrize("name", SETTINGS)


def wordings(beat: str) -> Iterator[Words]:
    """Yield the usual wording of a beat and all others."""
    words: Words | None = BEATS[beat]
    while words is not None:
        yield words
        words = words.get("otherwise")


def expected(beat: str, config: Config) -> Words | None:
    """Return the first wording that rests on nothing false; None if there is none."""
    for words in wordings(beat):
        if all(truth(config)[claim] for claim in words["claims"]):
            return words
    return None


def told(words: Words, config: Config) -> list[str]:
    """Return all sentences of a wording, filled in."""
    texts = [words[part] for part in ("title", "say", "question") if part in words]
    texts += words.get("labels", {}).values()
    result = look(config).result
    return [one for text in texts for one in sentences(fill(text, result)[0])]


@each_setting
@pytest.mark.parametrize("beat", BEATS)
def test_every_sentence_is_true_or_the_beat_is_refused(beat: str, name: str) -> None:
    config = SETTINGS[name]
    result, words = look(config).result, expected(beat, config)
    if words is None:
        with pytest.raises(UnmetClaimError, match=r"^says that .*, but [^{]*$"):
            true_words(BEATS[beat], CLAIMS, result)
        return
    assert true_words(BEATS[beat], CLAIMS, result) is words
    for sentence in told(words, config):
        assert check(sentence, look(config)), f"unknown: {sentence}"
        assert not re.search(r"\b1 (?:hidden )?neurons\b|\b1 neurons? are\b", sentence)


def test_settings_of_both_kinds_are_tried() -> None:
    refused = {
        name: {beat for beat in BEATS if expected(beat, config) is None}
        for name, config in SETTINGS.items()
    }
    assert not refused["long"]
    assert not refused["short"]
    assert "reveal" in refused["no turn"]
    assert len([name for name in refused if refused[name]]) < len(SETTINGS) / 2


def test_each_wording_is_said_somewhere() -> None:
    unsaid = set()
    for beat in BEATS:
        said = [expected(beat, config) for config in SETTINGS.values()]
        for k, words in enumerate(wordings(beat)):
            if not any(one is words for one in said):
                unsaid.add((beat, k))
    assert unsaid == OF_OTHERS


def test_each_sentence_that_is_checked_is_said_somewhere() -> None:
    said = set()
    for config in SETTINGS.values():
        for beat in BEATS:
            if words := expected(beat, config):
                said |= {check(one, look(config)) for one in told(words, config)}
    assert said == {*SENTENCES}


def test_a_false_number_or_word_is_noticed() -> None:
    it = look(SETTINGS["short"])
    for sentence in ("All 80 right.", "79 of 80 right.", "The same in every split"):
        with pytest.raises(AssertionError):
            check(sentence, it)
    assert check("All birds are right.", it) is None


def test_the_lecture_says_what_it_usually_says() -> None:
    result = usual(overfitting)
    for beat, words in BEATS.items():
        assert true_words(words, CLAIMS, result) is words, beat
