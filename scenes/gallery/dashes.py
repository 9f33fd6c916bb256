"""Dashes of one length along a curve, and so many of them as wanted."""

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import VGroup

from scenes.components.dashes import dashed, dashed_along_x, dashes
from scenes.components.plot import Plot
from scenes.frame import theme
from scenes.gallery import under_words


def example() -> VGroup:
    """Draw one curve in three ways."""
    return under_words(
        ("of one length", _broken(dashed)),
        ("twelve", _broken(lambda curve: dashes(curve, 12))),
        ("stretches of x", _broken(lambda curve: dashed_along_x(curve, 0.12))),
    )


def _broken(broken: Callable[[Any], Any]) -> VGroup:
    """Draw a curve so broken."""
    plot = Plot((0, 3), (-1, 1), x_label="x", y_label="y", width=2, height=1.4)
    x = np.linspace(0, 3, 60)
    curve = plot.curve(x, np.sin(4 * x), color=theme.role("validation"))
    return VGroup(plot, broken(curve))
