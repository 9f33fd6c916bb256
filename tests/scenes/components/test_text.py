"""Size and line of words, measured in pixels and in the font's own tables."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from manim import Camera, Mobject, tempconfig

from scenes.components.formula import Formula
from scenes.components.number import Number
from scenes.components.text import InLine, Label
from scenes.frame import theme


def rows_with_ink(mobject: Mobject) -> int:
    """Draw a mobject in a frame of 1080 lines and count the lines it touches."""
    camera = Camera(pixel_width=1920, pixel_height=1080, background_color="#000000")
    camera.capture_mobjects([mobject])
    return int((camera.pixel_array[..., :3].max(axis=(1, 2)) > 100).sum())


@pytest.mark.parametrize("pixels", [theme.SMALLEST, theme.BODY, theme.TITLE])
def test_size_is_in_pixels_from_capital_to_descender(pixels: int) -> None:
    assert rows_with_ink(Label("Hg", pixels=pixels)) == pytest.approx(pixels, abs=1)
    # The font of the lecture has capitals of 660 and a g that goes down to −205.
    capital = rows_with_ink(Label("H", pixels=pixels))
    assert capital == pytest.approx(pixels * 660 / 865, abs=1.5)


def test_size_does_not_depend_on_the_letters() -> None:
    tall, small = Label("Hill"), Label("moose")
    assert tall.height > 1.2 * small.height
    assert tall.effective_pixels == small.effective_pixels == theme.LABEL


def test_a_line_is_one_line_in_the_smallest_picture(tmp_path: Path) -> None:
    with tempconfig({"pixel_width": 200, "media_dir": str(tmp_path)}):
        long = Label("this line is about as long as the longest that a chapter shows")
    assert long.height < 1.2 * Label("Hg").height


@pytest.mark.parametrize("factor", [0.5, 1.7])
def test_effective_size_follows_scaling(factor: float) -> None:
    for written in (Label("Hg", patch=True), Number(3.5), Formula("w^2 + b")):
        before = written.effective_pixels
        written.scale(factor).shift([1, 2, 0])
        assert written.effective_pixels == pytest.approx(factor * before)


def test_baseline_is_under_the_capitals() -> None:
    for words in ("Hg", "mm", "Type: Ω"):
        label = Label(words).shift([0.3, 1.1, 0]).scale(2.5)
        foot = min(label.glyphs[0].get_bottom()[1], label.glyphs[1].get_bottom()[1])
        stands_on = label.glyphs[0].get_bottom()[1]  # H, m and T have no overshoot
        assert label.baseline == pytest.approx(stands_on, abs=0.01)
        assert foot <= label.baseline + 0.01


def test_parts_of_a_line_share_the_baseline() -> None:
    line = InLine(Label("bill length"), Number(39.1, ".1f", pixels=38), Label("mm"))
    line.shift([1, -2, 0])
    for part in line:
        assert part.baseline == pytest.approx(line.baseline)
    one = line[1].glyphs[-1]  # a 1 stands flat on the line
    assert one.get_bottom()[1] == pytest.approx(line[0].baseline, abs=0.004)
    gaps = [b.get_left()[0] - a.get_right()[0] for a, b in pairwise(line)]
    assert np.all(np.array(gaps) > 0.1)


def test_patch_lies_behind_and_is_wider() -> None:
    label = Label("words", patch=True)
    assert label.submobjects == [label.patch, label.glyphs]
    assert label.patch.width > label.glyphs.width
    assert label.patch.get_fill_color() == theme.current().paper
    assert Label("words").patch is None


def test_colours_are_read_when_drawing() -> None:
    with theme.use("print"):
        ink = Label("a").glyphs[0].get_fill_color()
        assert Number(1).glyphs[1].get_fill_color() == ink
    assert ink.to_hex() == "#000000"
    assert Label("a").glyphs[0].get_fill_color() == theme.THEMES["dark"].ink


def test_parts_of_a_formula_have_names() -> None:
    formula = Formula("w - eta {{ (∂ L) / (∂ w) : slope }}")
    slope = formula.parts["slope"]
    ids = [id(glyph) for glyph in formula.glyphs]
    assert [id(glyph) for glyph in slope] == ids[-len(slope) :]
    assert 3 <= len(slope) < len(ids) - 2
    slope.set_color(theme.role("gradient"))
    assert formula.glyphs[-1].get_fill_color() == theme.role("gradient")
    assert formula.glyphs[0].get_fill_color() == theme.role("ink")


def test_formula_is_about_as_large_as_the_words_beside_it() -> None:
    formula, label = Formula("H", pixels=40), Label("H", pixels=40)
    assert formula.height == pytest.approx(label.height, rel=0.15)
