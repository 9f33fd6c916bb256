"""A walk of few steps, and the same walk stepping back."""

import numpy as np
from manim import VGroup

from scenes.components.plot import Plot
from scenes.components.trail import Trail
from scenes.frame import theme
from scenes.gallery import under_words

POINTS = np.array([[0.5, 3.5], [3.2, 2.8], [1.2, 1.6], [2.4, 0.9], [1.9, 0.6]])


def example() -> VGroup:
    """Draw both."""
    near, far = _walk(), _walk()
    far[1].step_back()
    return under_words(("a walk", near), ("step_back", far))


def _walk() -> VGroup:
    """Draw a zig-zag over a plane."""
    plot = Plot((0, 4), (0, 4), x_label="w", y_label="b", width=2.4, height=2.0)
    ink = theme.role("ink")
    return VGroup(plot, Trail(plot, POINTS, color=ink, marker="square", dots=True))
