"""Dots stand at the means, whiskers reach as far as the spread."""

import numpy as np
from manim import BLUE, ManimColor

from scenes.components.plot import Plot
from scenes.components.whiskers import Whiskers


def test_dots_at_means_and_whiskers_of_one_spread_each_way() -> None:
    plot = Plot((0, 4), (0, 6), x_label="x", y_label="y", width=4, height=3)
    x, mean, spread = np.array([[1, 3], [2, 4], [0.5, 1]])
    drawn = Whiskers(plot, x, mean, spread, ManimColor(BLUE))
    for (line, dot), at, middle, reach in zip(drawn, x, mean, spread, strict=True):
        np.testing.assert_allclose(dot.get_center(), plot.at(at, middle), atol=1e-9)
        np.testing.assert_allclose(line.get_start(), plot.at(at, middle - reach))
        np.testing.assert_allclose(line.get_end(), plot.at(at, middle + reach))
