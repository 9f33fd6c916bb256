"""Maps show the values of their neuron, edges the weights of theirs."""

import numpy as np
import pytest
from manim import BLUE, RED

from scenes.components.field import Field
from scenes.components.map_network import MapNetwork
from scenes.frame import theme

W, V = np.array([[1.0, -2.0], [0.5, 0.0], [-1.0, 1.0]]), np.array([[1.0, -3.0, 0.2]])
PLANES = (0.0, 4.0), (0.0, 2.0)
COLUMNS = {"size": (1.2, 0.8), "xs": (-3.0, 0.0, 3.0), "spans": (1.0, 2.4, 0.0)}


@pytest.fixture
def maps() -> MapNetwork:
    rng = np.random.default_rng(0)
    hidden, outputs = rng.uniform(-1, 1, (5, 5, 3)), rng.random((5, 5, 1))
    return MapNetwork(PLANES, (W, V), hidden, outputs, [RED], **COLUMNS)


def test_edges_are_signed_and_as_thick_as_their_weight(maps: MapNetwork) -> None:
    strokes = [edge.get_stroke_width() for edge in maps.edges[1]]
    assert np.argsort(strokes).tolist() == [2, 0, 1]
    pieces = [len(edge.get_subpaths()) for edge in maps.edges[1]]
    assert pieces[0] == pieces[2] == 1 < pieces[1]  # only the negative one is dashed


def test_edges_join_the_rims_of_their_neurons(maps: MapNetwork) -> None:
    start, end = maps.edges[0][5].get_ends()  # from the second input to the third map
    np.testing.assert_allclose(start, maps.inputs[1].get_right(), atol=1e-6)
    np.testing.assert_allclose(end, maps.hidden[2].get_left(), atol=1e-6)


def test_shaded_above_zero_in_the_colour_of_signals(maps: MapNetwork) -> None:
    hidden = np.dstack([np.full((5, 5), value) for value in (1.0, 0.5, -1.0)])
    maps.paint(hidden, np.full((5, 5, 1), 1.0))
    paper, signal = (255 * theme.role(r).to_rgb() for r in ("paper", "signal"))
    full, half, none = (f.pixel_array[0, 0, :3] - paper for f in maps.hidden)
    np.testing.assert_allclose(none, 0, atol=1)
    np.testing.assert_allclose(full, 2 * half, atol=2)
    share = full / (signal - paper)
    np.testing.assert_allclose(share, share[0], atol=0.02)
    assert share[0] > 0.2


def test_outputs_are_fields_in_their_colour(maps: MapNetwork) -> None:
    p = np.random.default_rng(1).random((5, 5, 1))
    maps.paint(np.zeros((5, 5, 3)), p)
    alone = Field(maps.planes[1][0], p[..., 0], theme.role("muted"), RED)
    np.testing.assert_array_equal(maps.outputs[0].pixel_array, alone.pixel_array)
    other = Field(maps.planes[1][0], p[..., 0], theme.role("muted"), BLUE)
    assert (maps.outputs[0].pixel_array != other.pixel_array).any()


def test_lines_lie_in_the_map_of_their_neuron(maps: MapNetwork) -> None:
    ends = np.array([[[0.0, 0.0], [4.0, 2.0]]])  # from corner to corner
    for line, plot in zip(maps.lines([ends] * 3), maps.planes[0], strict=True):
        np.testing.assert_allclose(line.get_start(), plot.at(0, 0), atol=1e-6)
        np.testing.assert_allclose(line.get_end(), plot.at(4, 2), atol=1e-6)
