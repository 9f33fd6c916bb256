"""A measured bar is as long as its value is far along the scale; words keep clear."""

import pytest
from manim import VGroup

from scenes.components.measured_bar import THINNEST, MeasuredBar, stacked
from scenes.components.number import Number
from scenes.components.text import InLine, Label
from scenes.frame import theme

LONG = "concentration of nitrogen in what was dissolved"


def bar(share: float, name: str = "width", width: float = 4.0) -> MeasuredBar:
    ends = Number(1.0, ".1f"), Number(9.0, ".1f")
    value = InLine(Number(5.1, ".1f"), Label("mm"))
    color = theme.role("class_b")
    return MeasuredBar(Label(name), value, share, width=width, color=color, ends=ends)


def overlap(a: VGroup, b: VGroup) -> bool:
    away = abs(a.get_center() - b.get_center())
    return bool(
        away[0] < (a.width + b.width) / 2 and away[1] < (a.height + b.height) / 2
    )


@pytest.mark.parametrize("share", [0.25, 0.5, 1.0])
def test_it_is_as_long_as_its_share_of_the_scale(share: float) -> None:
    drawn = bar(share)
    start, end = drawn.scale_line[0].get_left(), drawn.scale_line[0].get_right()
    assert end[0] - start[0] == pytest.approx(4)
    assert drawn.bar.get_left()[0] == pytest.approx(start[0])
    assert drawn.bar.get_right()[0] == pytest.approx(start[0] + 4 * share)
    assert drawn.bar.get_fill_color() == theme.role("class_b")


def test_the_least_value_is_still_seen() -> None:
    assert bar(0).bar.width == pytest.approx(THINNEST)


@pytest.mark.parametrize("name", ["width", LONG])
def test_words_keep_clear_of_each_other_and_of_the_bar(name: str) -> None:
    drawn = bar(0.9, name)
    words = [*drawn.words]
    assert len(words) == 4
    for k, one in enumerate(words):
        assert not overlap(one, drawn.bar)
        assert not any(overlap(one, other) for other in words[k + 1 :])


def test_a_long_name_has_a_line_of_its_own() -> None:
    short, long = bar(0.5).words, bar(0.5, LONG).words
    assert short[0].baseline == pytest.approx(short[1].baseline)
    assert long[0].get_bottom()[1] > long[1].get_top()[1]


def test_scales_in_a_stack_begin_at_one_edge() -> None:
    one, other = stacked([bar(0.2), bar(0.7)])
    left = one.scale_line.get_left()[0]
    assert other.scale_line.get_left()[0] == pytest.approx(left)
    assert not overlap(one, other)
