"""Captions that follow a voice."""

from itertools import pairwise

import pytest

from slides.footage.captions import cues, cut
from slides.footage.spoken_cues import LEAD, SHORTEST, TAIL, spoken_cues
from slides.speech.sound import Heard
from slides.speech.utterance import Utterance

TEXT = (
    "The network has seen every bird of the island, one after the other, many times. "
    "Is it sure? Its error says so (Gorman et al. 2014). Then we show it another bird."
)


def said(text: str, *, word: float = 0.4, pause: float = 1.0) -> Utterance:
    """Return an utterance with a pause after each sentence, sources left out."""
    time, heard, is_source = 0.5, [], False
    for one in text.split():
        is_source = is_source or one.startswith("(")
        heard.append(Heard(one, time, time if is_source else time + word))
        is_source = is_source and not one.rstrip(".").endswith(")")
        time = heard[-1].end + (pause if one.endswith((".", "?")) else 0)
    return Utterance("", time, tuple(heard))


def test_a_cue_stands_while_its_words_are_said() -> None:
    utterance = said(TEXT)
    found = spoken_cues(TEXT, utterance, 100.0)
    assert [cue.lines for cue in found] == cut(TEXT)
    words = iter(utterance.words)
    for cue, after in pairwise([*found, None]):
        own = [next(words) for line in cue.lines for _ in line.split()]
        heard = [word for word in own if word.end > word.start]
        assert cue.start == pytest.approx(100 + heard[0].start - LEAD)
        latest = after.start if after else float("inf")
        assert cue.end == pytest.approx(min(100 + heard[-1].end + TAIL, latest))


def test_a_cue_of_which_nothing_is_said_can_be_read_all_the_same() -> None:
    source = "(" + "Gorman " * 12 + "2014)."
    text = f"A bird is weighed on the first of all days. {source} Then another."
    found = spoken_cues(text, said(text), 0.0)
    assert any(cue.lines[0].startswith("(Gorman") for cue in found)
    assert all(cue.end - cue.start >= SHORTEST - 1e-9 for cue in found)
    assert all(a.end <= b.start + 1e-9 for a, b in pairwise(found))


def test_words_said_faster_than_they_can_be_read_never_overlap() -> None:
    text = "Every single bird was weighed, measured and let go again. " * 6
    utterance = said(text, word=0.01, pause=0.0)
    found = spoken_cues(text, utterance, 3.0)
    assert [cue.lines for cue in found] == cut(text)
    assert found[0].start >= 3
    assert all(a.start < a.end <= b.start for a, b in pairwise(found))


def test_without_times_of_words_the_length_counts() -> None:
    assert spoken_cues(TEXT, Utterance("", 9.0, ()), 2.0) == cues(TEXT, 2.0, 11.0)


def test_words_that_were_spoken_in_another_way_are_shown_as_they_are_read() -> None:
    text = "The CAG stands. " * 6
    heard = said("The C A G stands. " * 6)
    found = spoken_cues(text, heard, 0.0)
    assert " ".join(" ".join(cue.lines) for cue in found) == text.strip()
    second = cut(text)[0]
    n = sum(line.count("The") for line in second)
    assert found[1].start == pytest.approx(heard.words[5 * n].start - LEAD)
