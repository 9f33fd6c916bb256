"""Animations of every kind that the lecture plays, moment by moment, against Manim."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from manim import (
    BLUE,
    DOWN,
    LEFT,
    RED,
    UP,
    Animation,
    Circle,
    Create,
    FadeIn,
    FadeOut,
    GrowFromCenter,
    GrowFromEdge,
    GrowFromPoint,
    Indicate,
    LaggedStart,
    Line,
    Mobject,
    MoveAlongPath,
    ReplacementTransform,
    Scene,
    Square,
    Succession,
    Transform,
    VGroup,
    VMobject,
    Write,
)

from scenes.components.appear import Appear, Vanish, emerge, travel
from scenes.components.number import Number
from scenes.components.text import Label
from scenes.patches.interpolation import are_equal
from scenes.patches.quicker import quicker
from tests.scenes.patches.states import NAMES, assert_same, make, state

MOMENTS = (0, 0.13, 0.5, 0.5, 0.92, 1)


def changed(mobject: Mobject) -> Mobject:
    return mobject.copy().shift([1, 0.5, 0]).scale(1.5).set_color(RED)


KINDS: dict[str, Callable[[Mobject], Animation]] = {
    "in": FadeIn,
    "in moving": lambda m: FadeIn(m, shift=UP, scale=0.5),
    "out": FadeOut,
    "appear": Appear,
    "vanish": Vanish,
    "become": lambda m: Transform(m, changed(m)),
    "replace": lambda m: ReplacementTransform(m.copy().fade(1), m),
    "arc": lambda m: Transform(m, changed(m), path_arc=1.0),
    "late": lambda m: FadeIn(m, lag_ratio=0.4),
    "animate": lambda m: m.animate.shift(LEFT).build(),
    "color": lambda m: m.animate.set_color(BLUE).build(),
    "two": lambda m: LaggedStart(FadeIn(m), m.copy().animate.shift(UP), lag_ratio=0.3),
    "turns": lambda m: Succession(FadeIn(m), FadeOut(m)),
}
CURVES: dict[str, Callable[[VMobject], Animation]] = {
    "create": Create,
    "write": Write,
    "from centre": GrowFromCenter,
    "from edge": lambda m: GrowFromEdge(m, DOWN),
    "from point": lambda m: GrowFromPoint(m, np.array([1, 2, 0])),
    "indicate": Indicate,
    "along": lambda m: MoveAlongPath(m, Line(LEFT, UP)),
    "travel": lambda m: travel(Square(), m),
    "emerge": lambda m: emerge(Square(), m),
    "unlike": lambda m: Transform(m, VGroup(Circle(), Label("two"), Square())),
}


def moments(animation: Animation) -> list[object]:
    """Return how what moves looks at each moment, and after it has come to an end."""
    seen = []
    animation._setup_scene(Scene(skip_animations=True))
    animation.begin()
    for alpha in MOMENTS:
        animation.update_mobjects(0.1)
        animation.interpolate(alpha)
        seen.append(state(animation.mobject))
    animation.finish()
    return [*seen, state(animation.mobject)]


def assert_plays_alike(kind: Callable[..., Animation], name: str) -> None:
    theirs = moments(kind(make(name)))
    with quicker():
        ours = moments(kind(make(name)))
    for one, other in zip(ours, theirs, strict=True):
        assert_same(one, other, atol=1e-12)


@pytest.mark.parametrize("name", ["class_field", "plot", "text", "gradient", "begun"])
@pytest.mark.parametrize("kind", KINDS)
def test_an_animation_is_manims(kind: str, name: str) -> None:
    assert_plays_alike(KINDS[kind], name)


@pytest.mark.parametrize("name", ["number", "gradient", "network"])
@pytest.mark.parametrize("kind", CURVES)
def test_an_animation_of_curves_is_manims(kind: str, name: str) -> None:
    assert_plays_alike(CURVES[kind], name)


@pytest.mark.parametrize("name", [*NAMES])
def test_every_component_fades_as_with_manim(name: str) -> None:
    if name not in ("empty", "group"):
        assert_plays_alike(lambda m: FadeIn(m, shift=UP), name)


def test_two_animations_of_one_mobject_end_as_with_manim() -> None:
    def play() -> list[object]:
        square = Square(fill_opacity=1)
        both = [
            square.animate.set_color(RED).build(),
            square.animate.shift(UP).build(),
        ]
        for animation in both:
            animation.begin()
        for alpha in MOMENTS:
            for animation in both:
                animation.interpolate(alpha)
        return state(square)

    theirs = play()
    with quicker():
        assert_same(play(), theirs, atol=1e-12)


def appearing(values: Sequence[float]) -> list[object]:
    """Let a number appear that shows other values meanwhile."""
    number, seen = Number(7.5, ".1f"), []
    fade = FadeIn(VGroup(number, Square()), shift=UP)
    fade.begin()
    for value, alpha in zip(values, MOMENTS, strict=False):
        number.show_value(value, "")
        seen.append(state(number))
        fade.interpolate(alpha)
        seen.append(state(number))
    fade.finish()
    return [*seen, state(number)]


def test_a_number_may_change_while_it_appears() -> None:
    values = 7.5, 2.5, 3.2, 3.2
    theirs = appearing(values)
    with quicker():
        for one, other in zip(appearing(values), theirs, strict=True):
            assert_same(one, other, atol=1e-12)


def test_a_number_may_not_become_longer_while_it_appears() -> None:
    with pytest.raises(ValueError, match="zip"):
        appearing([7.5, 12.5])
    with quicker(), pytest.raises(ValueError, match="zip"):
        appearing([7.5, 12.5])


def test_what_is_updated_at_the_start_moves_the_start() -> None:
    def play() -> list[object]:
        square = Square().add_updater(lambda m, dt: m.shift([dt, 0, 0]))
        return moments(square.animate.set_color(RED).shift(UP).build())

    theirs = play()
    with quicker():
        for one, other in zip(play(), theirs, strict=True):
            assert_same(one, other, atol=1e-12)


def test_parts_that_are_moved_together_stay_apart() -> None:
    with quicker():
        both = VGroup(Square(), Circle())
        both.animate.shift(UP).build().begin()
        moments(both.animate.shift(UP).build())
        both[0].shift([5, 0, 0]).set_fill(RED, 1)
        both[0].points *= 0
    assert both[1].get_fill_opacity() == 0
    np.testing.assert_allclose(both[1].get_center(), [0, 1, 0], atol=1e-12)


@pytest.mark.parametrize("n", [4, 2000])
def test_arrays_are_equal_in_shape_and_numbers(n: int) -> None:
    one = np.arange(3.0 * n).reshape(-1, 3)
    other = one.copy()
    assert are_equal(one, other)
    other[-1, -1] += 1e-9
    assert not are_equal(one, other)
    assert not are_equal(one, one.reshape(3, -1))
    assert not are_equal(one, one[1:])


def test_what_is_left_as_it_is_stays_apart_from_start_and_end() -> None:
    with quicker():
        square, start, end = Square(), Square().shift(UP), Square().shift(UP)
        square.interpolate(start, end, 0.5)
        square.shift(UP).set_fill(RED, 1)
    for other in (start, end):
        np.testing.assert_allclose(other.get_center(), [0, 1, 0], atol=1e-12)
        assert other.get_fill_opacity() == 0
