"""Lines go through their points, each on its own; other lines replace them."""

import numpy as np

from scenes.components.plot import Plot
from scenes.components.squared_paper import SquaredPaper

LINES = np.array([[[0, 0], [1, 2], [2, 0]], [[0, 1], [1, 1], [2, 1]]], dtype=float)


def draw() -> tuple[Plot, SquaredPaper]:
    plot = Plot((0, 2), (0, 2), x_label="x", y_label="y", width=4, height=3)
    return plot, SquaredPaper(plot, LINES)


def test_each_line_goes_through_its_points() -> None:
    plot, paper = draw()
    pieces = paper.get_subpaths()
    assert len(pieces) == len(LINES)
    for piece, line in zip(pieces, LINES, strict=True):
        corners = [plot.at(x, y) for x, y in line]
        np.testing.assert_allclose(piece[[0, 4, -1]], corners, atol=1e-9)


def test_other_lines_replace_them() -> None:
    plot, paper = draw()
    paper.trace(LINES[1:] / 2)
    (piece,) = paper.get_subpaths()
    np.testing.assert_allclose(piece[-1], plot.at(1, 0.5), atol=1e-9)
