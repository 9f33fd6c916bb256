"""Colours and opacities that are set, against Manim's own way."""

from collections.abc import Callable

import numpy as np
import pytest
from manim import BLACK, BLUE, RED, UP, Circle, ManimColor, Rectangle, VGroup, VMobject

from scenes.patches.quicker import quicker
from tests.scenes.patches.states import NAMES, assert_same, make, state

CHANGES: list[Callable[[VMobject], object]] = [
    lambda m: m.set_fill(RED, 0.5),
    lambda m: m.set_fill(opacity=np.float64(0.3)),
    lambda m: m.set_fill("#123456"),
    lambda m: m.set_fill("red", 1),
    lambda m: m.set_fill([RED, BLUE], [0.1, 0.9]),
    lambda m: m.set_fill([RED, BLUE]).set_fill(BLACK, 0.2).set_fill([BLUE], 0.4),
    lambda m: m.set_stroke(BLUE, 3, 0.25).set_stroke(width=0),
    lambda m: m.set_stroke([BLUE, RED, BLUE], 2),
    lambda m: m.set_stroke(RED, 5, 0.5, background=True),
    lambda m: m.set_color(ManimColor([0.1, 0.2, 0.3])).set_opacity(0.5),
    lambda m: m.set_opacity(0).fade(0.3).set_opacity(0.7).fade(0.5),
    lambda m: m.set_sheen(0.4, UP).set_fill(RED, 0.6).set_stroke(BLUE, 1, 0.6),
    lambda m: m.set_color_by_gradient(RED, BLUE),
    lambda m: m.match_style(Circle(fill_opacity=0.3, color=BLUE, stroke_width=7)),
    lambda m: m.set_style(fill_color=RED, stroke_width=2, stroke_opacity=0.4),
    lambda m: m.set_fill(None, None),
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_set_is_manims(change: Callable[[VMobject], object]) -> None:
    def changed() -> VMobject:
        group = VGroup(Circle(), Rectangle(color=RED, fill_opacity=0.5), VMobject())
        change(group)
        return group

    theirs = state(changed())
    with quicker():
        assert_same(state(changed()), theirs)


@pytest.mark.parametrize(
    "style",
    [
        {},
        {"color": RED},
        {"color": "#abc", "fill_opacity": 1},
        {"fill_color": BLUE, "stroke_color": RED, "stroke_opacity": 0.3},
        {"fill_color": [RED, BLUE], "stroke_width": 2, "sheen_factor": 0.2},
        {"stroke_color": None, "fill_color": None, "background_stroke_width": 3},
    ],
)
def test_styles_at_birth_are_manims(style: dict[str, object]) -> None:
    theirs = state(Circle(**style))
    with quicker():
        assert_same(state(Circle(**style)), theirs)


@pytest.mark.parametrize("name", NAMES)
def test_examples_are_drawn_as_by_manim(name: str) -> None:
    theirs = state(make(name))
    with quicker():
        assert_same(state(make(name)), theirs, atol=1e-12)


def test_arrays_of_two_mobjects_are_two() -> None:
    with quicker():
        one, other = VMobject(), VMobject()
        one.set_fill(RED, 1)
    assert not other.fill_rgbas[:, 3].any()
