"""Straight pieces, against Manim's own way: one piece after the other."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from manim import VMobject

from scenes.components._pieces import straight
from scenes.components.field import Border
from scenes.components.network import Edge
from scenes.components.plot import Plot
from scenes.components.scale import Log
from scenes.components.squared_paper import SquaredPaper

COORDINATE = st.floats(-10, 10)
PLACE = st.tuples(COORDINATE, COORDINATE, COORDINATE)


def one_by_one(pieces: np.ndarray) -> np.ndarray:
    path = VMobject()
    for start, end in pieces:
        path.start_new_path(start).add_line_to(end)
    return path.points


@given(st.lists(st.tuples(PLACE, PLACE), max_size=5))
def test_pieces_are_manims(pieces: list[tuple[tuple[float, ...], ...]]) -> None:
    ends = np.array(pieces, float).reshape(-1, 2, 3)
    np.testing.assert_array_equal(straight(ends[:, 0], ends[:, 1]), one_by_one(ends))


def plot() -> Plot:
    return Plot((-1, 4), Log(1, 1000), x_label="x", y_label="y", width=5, height=3)


def test_a_border_is_as_if_drawn_piece_by_piece() -> None:
    plane = plot().stand(np.array([0.3, -1, 0]))
    pieces = np.random.default_rng(0).uniform(1, 3, (7, 2, 2))
    places = np.array([[plane.at(x, y) for x, y in piece] for piece in pieces])
    border = Border(plane, pieces)
    np.testing.assert_array_equal(border.points, one_by_one(places))
    border.trace(pieces[:0])
    assert border.points.shape == (0, 3)


def test_squared_paper_is_as_if_drawn_line_by_line() -> None:
    plane = plot()
    lines = np.random.default_rng(1).uniform(1, 3, (4, 5, 2))
    drawn = VMobject()
    for line in lines:
        corners = plane.places(line)
        drawn.start_new_path(corners[0]).add_points_as_corners(corners[1:])
    np.testing.assert_array_equal(SquaredPaper(plane, lines).points, drawn.points)


def test_edges_are_whole_or_dashed_as_if_drawn_dash_by_dash() -> None:
    start, end = np.array([-1.0, 0.5, 0]), np.array([1.0, 2, 0])
    edge = Edge(start, end)
    edge.show_weight(0.7, 1)
    np.testing.assert_array_equal(edge.points, one_by_one(np.array([[start, end]])))
    edge.show_weight(-0.7, 1)
    dashes = edge.points[::4], edge.points[3::4]
    np.testing.assert_allclose(edge.points, one_by_one(np.stack(dashes, 1)), atol=1e-12)
    np.testing.assert_array_equal(edge.get_start(), start)
    np.testing.assert_allclose(edge.get_end(), end, atol=1e-12)
    assert len(edge.points) // 4 == round((2.5 + 0.1) / 0.25)
