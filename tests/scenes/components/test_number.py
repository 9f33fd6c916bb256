"""Tabular figures, against the font read by Pillow, and numbers that change."""

from pathlib import Path

import font_source_sans_pro
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manim import Mobject
from PIL import ImageFont

from scenes.components.number import Number, _glyph
from scenes.components.text import Label
from scenes.frame import theme
from scenes.spelling import MINUS, spell

FILE = Path(font_source_sans_pro.__file__).parent / "files/SourceSansPro-Regular.ttf"
PILLOW = ImageFont.truetype(str(FILE), 1000, layout_engine=ImageFont.Layout.BASIC)


def places(number: Number) -> np.ndarray:
    """Lower left corners of the visible figures, (n, 3)."""
    return np.array(
        [g.get_corner([-1, -1, 0]) for g in number.glyphs[1:] if g.has_points()]
    )


def leaves(mobject: Mobject) -> list[int]:
    return [id(part) for part in mobject.get_family()]


def test_figures_are_tabular() -> None:
    advances = [_glyph(figure)[2] for figure in "0123456789"]
    np.testing.assert_allclose(advances, advances[0], rtol=0.01)


@pytest.mark.parametrize("character", f".%+{MINUS}")
def test_advance_is_the_fonts(character: str) -> None:
    expected = PILLOW.getlength(character) / PILLOW.getlength("0")
    assert _glyph(character)[2] / _glyph("0")[2] == pytest.approx(expected, abs=0.03)


@settings(max_examples=30)
@given(
    st.lists(st.floats(-99, 99), min_size=2, max_size=4),
    st.floats(0.3, 3),
    st.floats(-4, 4),
)
def test_shown_again_it_is_as_if_set_there(
    values: list[float], factor: float, x: float
) -> None:
    number = Number(values[0], "+.2f").shift([x, 1, 0]).scale(factor)
    start, baseline = number.ruler.get_start(), number.baseline
    for value in values:
        number.show_value(value, "path")
    np.testing.assert_allclose(number.ruler.get_start(), start, atol=1e-9)
    assert number.baseline == pytest.approx(baseline)
    fresh = Number(values[-1], "+.2f").scale(factor)
    fresh.shift(start - fresh.ruler.get_start())
    np.testing.assert_allclose(places(number), places(fresh), atol=1e-7)
    assert number.words == spell(values[-1], "+.2f")


def test_figures_stand_one_width_apart() -> None:
    number = Number(1111, "d").scale(1.3)
    assert np.diff(places(number)[:, 0]) == pytest.approx(number.ruler.get_length())
    as_words = Label("1111").scale(1.3)  # as Pango sets them
    assert number.glyphs[1:].width == pytest.approx(as_words.width, rel=0.01)


def test_unchanged_figures_do_not_move() -> None:
    number = Number(1.25).scale(0.7).shift([2, 1, 0])
    before = places(number)
    number.show_value(7.25, "x")
    np.testing.assert_allclose(places(number)[1:], before[1:], atol=1e-9)


def test_mobjects_on_screen_stay_the_same() -> None:
    number = Number(10.25)
    before = leaves(number)
    for value in (9.5, 11.75, 3.0):
        number.show_value(value, "x")
        assert leaves(number) == before  # fewer figures leave empty ones behind
    number.show_value(100.0, "x")
    assert leaves(number)[: len(before)] == before
    assert len(places(number)) == len("100.00")


def test_figures_that_come_back_have_ink() -> None:
    number = Number(10.25, color=theme.role("loss"))
    number.show_value(9.5, "x").show_value(12.5, "x").show_value(123.5, "x")
    for figure in number.glyphs[1:]:
        assert figure.get_fill_color() == theme.role("loss")
        assert figure.get_fill_opacity() == 1


def test_value_and_path_follow() -> None:
    number = Number(0.5, ".1f", path="loss[0]").show_value(0.501, "loss[1]")
    assert (number.value, number.path, number.words) == (0.501, "loss[1]", "0.5")


def test_a_new_value_keeps_the_size() -> None:
    number = Number(1.11).show_value(0.08, "x")
    assert number.effective_pixels == pytest.approx(theme.LABEL, rel=0.05)
    assert number.width == pytest.approx(Number(0.08).width, rel=0.01)
