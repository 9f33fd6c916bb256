"""Bars are as high as their counts, and change with them."""

import numpy as np
from manim import BLUE, ManimColor

from scenes.components.histogram import Histogram
from scenes.components.plot import Plot

EDGES = np.array([-1.5, -0.5, 0.5, 1.5])


def histogram(counts: list[int]) -> tuple[Plot, Histogram]:
    plot = Plot((-2, 2), (0, 10), x_label="x", y_label="n", width=4, height=2)
    return plot, Histogram(plot, EDGES, np.array(counts), ManimColor(BLUE))


def test_each_bar_stands_over_its_bin_as_high_as_its_count() -> None:
    plot, bars = histogram([2, 8, 5])
    for path, count, left, right in zip(
        bars.get_subpaths(), (2, 8, 5), EDGES[:-1], EDGES[1:], strict=True
    ):
        assert np.isclose(path[:, 1].max(), plot.at(0, count)[1])
        assert np.isclose(path[:, 1].min(), plot.at(0, 0)[1])
        assert plot.at(left, 0)[0] < path[:, 0].min()
        assert path[:, 0].max() < plot.at(right, 0)[0]


def test_empty_bins_have_no_bar_and_new_counts_replace_old() -> None:
    plot, bars = histogram([0, 8, 0])
    assert len(bars.get_subpaths()) == 1
    bars.show_counts(np.array([3, 0, 10]))
    assert len(bars.get_subpaths()) == 2
    assert np.isclose(bars.get_top()[1], plot.at(0, 10)[1])
