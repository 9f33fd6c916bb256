"""A wide network stands upright; neurons that are off take their edges along."""

import numpy as np
import pytest

from scenes.components.wide_network import WideNetwork

RNG = np.random.default_rng(0)
WEIGHTS = [RNG.normal(size=(10, 2)), RNG.normal(size=(1, 10))]


def test_inputs_at_the_foot_hidden_layer_across_output_on_top() -> None:
    net = WideNetwork(WEIGHTS, width=6.0, height=3.0)
    heights = [np.ptp([u.get_y() for u in column]) for column in net.units]
    assert heights == pytest.approx([0, 0, 0], abs=1e-9)
    foot, middle, top = (column[0].get_y() for column in net.units)
    assert top - middle == pytest.approx(middle - foot)
    assert top - foot == pytest.approx(3)
    xs = [u.get_x() for u in net.units[1]]
    assert (xs[0], xs[-1]) == pytest.approx((-3, 3))  # neuron 0 on the left
    assert net.units[0][0].get_x() < net.units[0][1].get_x()


def test_what_is_off_is_hollow_and_has_no_edges() -> None:
    net = WideNetwork(WEIGHTS, width=6.0, height=3.0)
    is_on = RNG.random(10) < 0.5
    net.show_on(~is_on).show_on(is_on)  # the last call counts
    for j, on in enumerate(is_on):
        edges = (*net.edges[0][j], net.edges[1][0][j])
        assert [e.get_stroke_opacity() for e in edges] == [float(on)] * 3
        assert net.units[1][j].get_fill_opacity() == float(on)
