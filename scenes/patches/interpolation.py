"""Mobjects between two others: what is equal in both is left as it is."""

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import Animation, Mobject, VMobject
from manim.utils.bezier import interpolate

ARRAYS = ("fill_rgbas", "stroke_rgbas", "background_stroke_rgbas", "sheen_direction")
NUMBERS = ("stroke_width", "background_stroke_width", "sheen_factor")
MANY = 4096  # bytes from which on a copy costs more than looking at each number


def are_equal(one: np.ndarray, other: np.ndarray) -> bool:
    """Tell whether two arrays hold the same numbers in the same shape."""
    if one is other:
        return True
    if one.shape != other.shape:
        return False
    if one.nbytes < MANY:
        return one.tobytes() == other.tobytes()
    return np.array_equal(one, other)


def between(
    self: Mobject,
    mobject1: Mobject,
    mobject2: Mobject,
    alpha: float,
    path_func: Callable[..., np.ndarray] = interpolate,
) -> Mobject:
    """Stand between two mobjects of as many points: at 0 as the first, at 1 the second.

    Parameters
    ----------
    self
        What changes.
    mobject1, mobject2
        From what, and to what.
    alpha
        How far on the way.
    path_func
        Gives the points between two arrays of them; straight ways by default.
    """
    start, end = mobject1.points, mobject2.points
    if path_func is not interpolate or not are_equal(start, end):
        self.points = path_func(start, end, alpha)
    elif not are_equal(self.points, start):
        self.points = start.astype(float)
    self.interpolate_color(mobject1, mobject2, alpha)
    return self


def color_between(
    self: VMobject, mobject1: VMobject, mobject2: VMobject, alpha: float
) -> VMobject:
    """Take colours and widths between those of two mobjects."""
    mine, first, second = vars(self), vars(mobject1), vars(mobject2)
    for name in ARRAYS:  # of a few numbers, which are compared quickest as bytes
        start, end = first[name], second[name]
        held = start.tobytes()
        if end.tobytes() != held:
            mine[name] = end.copy() if alpha == 1 else interpolate(start, end, alpha)
        elif mine[name].tobytes() != held:
            mine[name] = start.astype(float)
    for name in NUMBERS:
        low, high = first[name], second[name]
        if low == high or alpha == 1:
            mine[name] = high
        else:
            mine[name] = interpolate(low, high, alpha)
    return self


def show_share(self: Any, alpha: float) -> None:
    """Show how far an animation has come in each of its mobjects."""
    families = list(self.get_all_families_zipped())
    if not self.lag_ratio:  # all have come as far
        share = self.get_sub_alpha(alpha, 0, 1)
        for members in families:
            self.interpolate_submobject(*members, share)
        return
    for k, members in enumerate(families):
        share = self.get_sub_alpha(alpha, k, len(families))
        self.interpolate_submobject(*members, share)


PATCHES: tuple[tuple[type, str, Any], ...] = (
    (Mobject, "interpolate", between),
    (VMobject, "interpolate_color", color_between),
    (Animation, "interpolate_mobject", show_share),
)
