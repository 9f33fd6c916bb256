"""Boxes around mobjects, against Manim's own."""

import itertools

import numpy as np
import pytest
from manim import VMobject

from scenes.patches.quicker import quicker
from tests.scenes.patches.states import NAMES, make

DIRECTIONS = [np.array(d) for d in itertools.product((-1.0, 0.0, 2.0), repeat=3)]


@pytest.mark.parametrize("name", NAMES)
def test_boxes_are_manims(name: str) -> None:
    for mobject in make(name).get_family()[:40]:
        boundary = mobject.get_points_defining_boundary()
        corners = [mobject.get_critical_point(d) for d in DIRECTIONS]
        sizes = mobject.width, mobject.height, mobject.depth
        with quicker():
            ours = mobject.get_points_defining_boundary()
            np.testing.assert_array_equal(ours, boundary)
            assert ours.shape == boundary.shape
            for direction, corner in zip(DIRECTIONS, corners, strict=True):
                np.testing.assert_array_equal(
                    mobject.get_critical_point(direction), corner
                )
            assert (mobject.width, mobject.height, mobject.depth) == sizes


def test_a_second_path_that_has_begun_fails_as_with_manim() -> None:
    curve = VMobject().set_points_as_corners(np.eye(3)).start_new_path(np.ones(3))
    with pytest.raises(ValueError, match="zip"):
        curve.get_points_defining_boundary()
    with quicker(), pytest.raises(ValueError, match="zip"):
        curve.get_points_defining_boundary()


def test_layout_is_manims() -> None:
    def arranged() -> np.ndarray:
        group = make("number").scale(1.3).rotate(0.2).next_to([1, 2, 0], buff=0.3)
        group.arrange(buff=0.1).to_corner([1, 1, 0]).scale_to_fit_width(2)
        return np.concatenate([m.points for m in group.get_family()])

    theirs = arranged()
    with quicker():
        np.testing.assert_allclose(arranged(), theirs, rtol=0, atol=1e-12)
