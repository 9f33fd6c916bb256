"""Edges join the right units and carry their weights; colours carry signs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.components.network import (
    NetworkDrawing,
    activation_color,
    edge_width,
    signed_color,
)
from scenes.frame import theme

W1 = np.array([[-0.5, -1.1], [2.1, 0.3], [0.8, 1.3]])
W2 = np.array([[-0.9, 1.5, 0.0]])
weights = st.floats(-5, 5)


def draw() -> NetworkDrawing:
    return NetworkDrawing([W1, W2], width=6, height=4, radius=0.4)


def test_there_is_a_unit_for_each_neuron() -> None:
    assert [len(column) for column in draw().units] == [2, 3, 1]
    assert len(draw().edge_group) == W1.size + W2.size


def test_edge_runs_from_unit_i_to_unit_j() -> None:
    net = draw().scale(1.3).shift([1, -1, 0])
    for layer, W in enumerate((W1, W2)):
        for j, i in np.ndindex(W.shape):
            edge = net.edges[layer][j][i]
            for end, unit in (
                (edge.get_start(), net.units[layer][i]),
                (edge.get_end(), net.units[layer + 1][j]),
            ):
                gap = np.linalg.norm(end - unit.get_center())
                assert gap == pytest.approx(unit.width / 2)


def test_point_on_an_edge() -> None:
    net = draw()
    one, other = net.units[0][1].get_center(), net.units[1][2].get_center()
    middle = net.on_edge(0, 2, 1, 0.5)
    np.testing.assert_allclose(middle, (one + other) / 2, atol=1e-9)
    near = net.on_edge(0, 2, 1, 0.1)
    assert np.linalg.norm(near - one) < np.linalg.norm(near - other)


@given(weights, weights, st.floats(5, 9))
def test_the_larger_the_weight_the_thicker_the_edge(
    v: float, w: float, largest: float
) -> None:
    (small, large) = sorted((v, w), key=abs)
    assert 0 < edge_width(small, largest) <= edge_width(large, largest)
    assert edge_width(v, largest) == edge_width(-v, largest)


def test_edges_show_the_weights() -> None:
    net = draw()
    flat = np.concatenate([W1.ravel(), W2.ravel()])
    widths = [edge.get_stroke_width() for edge in net.edge_group]
    assert list(np.argsort(widths)) == list(np.argsort(np.abs(flat)))
    for w, edge in zip(flat, net.edge_group, strict=True):
        role = "positive" if w >= 0 else "negative"
        assert edge.get_stroke_color() == theme.role(role)


def test_negative_edges_are_dashed_between_the_same_ends() -> None:
    net = draw()
    for w, edge in zip([*W1.ravel(), *W2.ravel()], net.edge_group, strict=True):
        pieces = edge.get_subpaths()
        assert (len(pieces) > 1) == (w < 0)
        start, end = edge.get_ends()
        np.testing.assert_allclose(pieces[0][0], start, atol=1e-9)
        np.testing.assert_allclose(pieces[-1][-1], end, atol=1e-9)


def test_other_weights_change_width_and_colour() -> None:
    net = draw().show_weights([-W1, -2 * W2])
    assert net.edges[0][1][0].get_stroke_color() == theme.role("negative")
    thickest = max(net.edge_group, key=lambda edge: edge.get_stroke_width())
    assert thickest is net.edges[1][0][1]  # 2 × 1.5 is now the largest


def test_a_network_of_zeros_can_be_drawn() -> None:
    net = NetworkDrawing([np.zeros((1, 2))], width=4, height=2)
    assert {edge.get_stroke_width() for edge in net.edge_group} == {edge_width(0, 1)}


def test_columns_can_be_spread() -> None:
    net = NetworkDrawing([W1, W2], width=6, height=4, spans=(3.0, 4.0, 0.0))
    for column, span in zip(net.units, (3, 4, 0), strict=True):
        heights = [unit.get_center()[1] for unit in column]
        assert max(heights) - min(heights) == pytest.approx(span)
        assert sum(heights) == pytest.approx(0)


@given(st.floats(-1, 1))
def test_activation_is_seen_by_sign_and_strength(a: float) -> None:
    panel = theme.role("panel").to_rgb()
    end = signed_color(a).to_rgb()
    way = (activation_color(a).to_rgb() - panel) @ (end - panel)
    share = way / ((end - panel) @ (end - panel))
    assert share == pytest.approx(0.45 * abs(a), abs=0.02)
    assert activation_color(3 * np.sign(a)) == activation_color(np.sign(a))
