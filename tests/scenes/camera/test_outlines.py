"""A path in one piece is the path that Manim gives cairo curve by curve."""

from typing import Any

import cairo
import cairocffi
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from manim import Annulus, Camera, Circle, Line, Square, Text, VGroup, VMobject

from scenes.camera.canvas import Outline
from scenes.camera.outlines import outline

SCALE, MIDDLE = (120.0, -120.0), (8.0, -4.5)  # of a film, from units to pixels
TOLERANCE = VMobject().tolerance_for_point_equality


def manims(points: np.ndarray) -> list[tuple[int, tuple[float, ...]]]:
    """Return the path that Manim draws, as cairo lists it."""
    context: Any = cairo.Context(cairo.ImageSurface(cairo.FORMAT_A8, 1, 1))
    mobject = VMobject()
    mobject.points = points
    context.scale(*SCALE)
    context.translate(*MIDDLE)
    Camera(pixel_width=2, pixel_height=2).set_cairo_context_path(context, mobject)
    return list(context.copy_path())


def ours(points: np.ndarray) -> list[tuple[int, tuple[float, ...]]]:
    """Return our path as cairo lists it when it was given whole."""
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_A8, 1, 1)
    context = cairocffi.Context(surface)
    context.scale(*SCALE)
    context.translate(*MIDDLE)
    path = outline(points, TOLERANCE)
    if path is not None:
        Outline(path).append_to(context)
    return list(context.copy_path())


@pytest.mark.parametrize(
    "mobject",
    [Circle(), Square(), Line(), Annulus(), Text("8&i–Ω"), VGroup(Circle(), Line())],
    ids=repr,
)
def test_shapes(mobject: VMobject) -> None:
    for part in mobject.family_members_with_points():
        assert ours(part.points) == manims(part.points)


PLACES = st.sampled_from([0.0, 0.5, 0.5 + 1e-7, 0.5 + 3e-6, 0.5 + 1e-4, -3.0])


@given(st.integers(0, 14).flatmap(lambda n: arrays(float, (n, 3), elements=PLACES)))
def test_any_points(points: np.ndarray) -> None:
    assert ours(points) == manims(points)
