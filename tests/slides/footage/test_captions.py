"""Captions: laws that hold for any narration."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from slides.footage.captions import LINES, WIDTH, cues, cut, srt, vtt

WORDS = st.text("abcdefgh.,;:!?–<&", min_size=1, max_size=60)
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)
MANIFEST = re.compile(r"(\d\d):(\d\d):(\d\d)[.,](\d\d\d)")


@given(TEXTS)
def test_no_word_is_lost_or_moved(text: str) -> None:
    assert " ".join(line for block in cut(text) for line in block) == text


@given(TEXTS)
def test_lines_are_short_and_few(text: str) -> None:
    for block in cut(text):
        assert 1 <= len(block) <= LINES
        assert all(len(line) <= WIDTH or " " not in line for line in block)


@given(TEXTS, st.floats(0, 4000), st.floats(0.1, 100))
def test_cues_fill_their_time_in_order(text: str, start: float, length: float) -> None:
    found = cues(text, start, start + length)
    assert found[0].start == start
    assert abs(found[-1].end - start - length) < 1e-6
    for cue, following in pairwise(found):
        assert cue.start < cue.end == following.start


@given(TEXTS, st.floats(0, 4000), st.floats(0.1, 100))
def test_written_times_never_overlap(text: str, start: float, length: float) -> None:
    found = cues(text, start, start + length)
    for written in (vtt(found), srt(found)):
        times = [tuple(map(int, match)) for match in MANIFEST.findall(written)]
        assert times == sorted(times)
        assert len(times) == 2 * len(found)


def test_cues_end_with_sentences_if_they_can() -> None:
    text = "A network is a chain of sums. " * 3 + "Each sum has weights, and a bias."
    assert all(block[-1].endswith(".") for block in cut(text))


def test_marks_of_web_vtt_are_escaped() -> None:
    written = vtt(cues("1 < 2 & 3 --> 4", 0, 1))
    assert written.endswith("1 &lt; 2 &amp; 3 --&gt; 4\n")
    assert "1 < 2 & 3 --> 4" in srt(cues("1 < 2 & 3 --> 4", 0, 1))


def test_silence_has_no_cues() -> None:
    assert cues(" ", 0, 1) == []
    assert vtt([]) == "WEBVTT\n"
