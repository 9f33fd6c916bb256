"""Outlines of formulas, against those that Manim's own MathTypst has."""

from pathlib import Path

import numpy as np
import pytest
from manim import RED, MathTypst, tempconfig

from scenes.components import _maths
from scenes.components._glyphs import outline
from scenes.components._maths import Maths, set_maths

LINES = "L + {{ lambda / 2 sum W^2 : price }} = sqrt(x/y + 1)"
FORMULAS = [
    "z = w_1 x_1 + w_2 x_2 + b", "a = 1 / (1 + e^(-z))", "p - y", "arrow.r", "=", "W",
    "(∂ L) / (∂ w) =", "v arrow.l mu v - eta (∂ L) / (∂ w)", "times paren.l", LINES,
    "w arrow.l w - eta thin {{ (∂ L) / (∂ w) : slope }}",
    "{{ {{ a : in }} + b : out }} + {{ a : in }} + {{ c }}",
    'hat(y) = vec(1, 2) "for all" x in RR, x dot.c y, overline(a b)',
]  # fmt: skip
COLORED = "x + #text(fill: red)[y] + {{ z : last }}"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> object:
    with tempconfig({"media_dir": str(tmp_path), "verbosity": "ERROR"}):
        yield


def with_manim(source: str, size: float) -> Maths:
    formula = MathTypst(source, font_size=size, color=RED)
    found = formula.family_members_with_points()
    parts = {
        name: [found.index(sign) for sign in formula.select(name) if sign in found]
        for name in formula._group_labels
    }
    return Maths([outline(sign) for sign in found], parts)


def assert_same(ours: Maths, theirs: Maths) -> None:
    assert len(ours.signs) == len(theirs.signs)
    for one, other in zip(ours.signs, theirs.signs, strict=True):
        np.testing.assert_allclose(one.points, other.points, rtol=0, atol=1e-9)
        for colors in ("fill_rgbas", "stroke_rgbas", "background_stroke_rgbas"):
            np.testing.assert_allclose(
                getattr(one, colors), getattr(other, colors), rtol=0, atol=1e-12
            )
        assert one.stroke_width == pytest.approx(other.stroke_width, rel=1e-9)
    assert {name: sorted(places) for name, places in ours.parts.items()} == {
        name: sorted(places) for name, places in theirs.parts.items()
    }


@pytest.mark.parametrize("source", [*FORMULAS, COLORED])
def test_signs_are_manims(source: str) -> None:
    assert_same(set_maths(source, 33, RED), with_manim(source, 33))


def test_lines_are_as_thick_as_manims_in_a_small_picture() -> None:
    with tempconfig({"pixel_width": 200, "frame_width": 9}):
        ours = set_maths(LINES, 20, RED)
        assert_same(ours, with_manim(LINES, 20))
    assert max(sign.stroke_width for sign in ours.signs) > 0


@pytest.mark.parametrize("source", FORMULAS)
def test_formulas_are_read_without_manim(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*settings: object) -> Maths:
        raise AssertionError(settings)

    monkeypatch.setattr(_maths, "_with_manim", refuse)
    assert set_maths(source, 30, RED).signs


def test_signs_of_two_formulas_are_two() -> None:
    one, other = set_maths("a", 30, RED), set_maths("a", 30, RED)
    one.signs[0].shift([1, 0, 0])
    assert not np.array_equal(one.signs[0].points, other.signs[0].points)
