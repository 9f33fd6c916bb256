"""Marks on the samples that lie on the wrong side."""

import numpy as np
from manim import Animation, Create, FadeIn

from scenes.components.plot import Cloud, Plot
from scenes.frame import theme

RING, SMALL_RING, DOT = 0.2, 0.13, 0.03  # radius, in units
FEW = 10  # rings that are as large as others
MANY = 500  # rings; of more, which take minutes to draw, none could be told apart


def mark_missed(plot: Plot, samples: np.ndarray) -> Animation:
    """Draw rings around samples, (n, 2), as one mobject; dots on a crowd of them."""
    if len(samples) > MANY:
        dots = plot.scatter(samples, color=theme.role("ink"), marker="circle", size=DOT)
        return FadeIn(dots.set_z_index(3))
    rings = Cloud(plot, "circle", RING if len(samples) <= FEW else SMALL_RING)
    rings.put(plot.places(samples)).set_fill(opacity=0)
    return Create(rings.set_stroke(theme.role("ink"), theme.CURVE).set_z_index(3))
