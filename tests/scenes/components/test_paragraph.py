"""Words in lines: none too long, all about as long, all words there."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.components.paragraph import Paragraph
from scenes.components.text import Label

SENTENCE = "Other weights, another line: which way will it turn when it learns?"


@given(st.floats(2.5, 14.0))
def test_no_line_is_longer_than_the_room_and_no_word_is_lost(width: float) -> None:
    lines = Paragraph(SENTENCE, width)
    assert lines.width <= width
    assert " ".join(line.words for line in lines) == SENTENCE


def test_lines_are_as_few_as_fit_and_about_as_long() -> None:
    whole = Label(SENTENCE).width
    assert len(Paragraph(SENTENCE, whole + 0.01)) == 1
    two = Paragraph(SENTENCE, 0.9 * whole)
    assert len(two) == 2
    assert two[1].width > 0.75 * two[0].width


def test_lines_stand_one_below_the_other_from_the_left() -> None:
    lines = Paragraph(SENTENCE, 3.0)
    steps = [a.baseline - b.baseline for a, b in pairwise(lines)]
    assert steps == pytest.approx([steps[0]] * len(steps))
    assert steps[0] > lines[0].height
    lefts = [line.get_left()[0] for line in lines]
    assert lefts == pytest.approx([lefts[0]] * len(lefts))
