"""Three hidden neurons and two outputs, each as a map, with made-up weights."""

import numpy as np
from manim import Group

from scenes.components.map_network import MapNetwork
from scenes.frame import theme


def example() -> Group:
    """Draw a network of maps, with the line of each hidden neuron."""
    W = np.array([[1.0, 0.2], [-0.4, 1.0], [0.7, -1.0]])
    v = np.array([[1.5, -1.0, 0.5], [-1.0, 0.5, -1.5]])
    across = np.linspace(-2, 2, 30)
    X = np.stack(np.meshgrid(across, across), axis=-1)
    hidden = np.tanh(2 * X @ W.T)
    outputs = 1 / (1 + np.exp(-2 * hidden @ v.T))
    colors = [theme.role("class_a"), theme.role("class_b")]
    maps = MapNetwork(
        ((-2, 2), (-2, 2)), (W, v), hidden, outputs, colors, size=(1.2, 0.8),
        xs=(-3.0, 0.0, 3.0), spans=(1.6, 2.4, 1.8),
    )  # fmt: skip
    ends = [np.array([[[-2 * w[1], 2 * w[0]], [2 * w[1], -2 * w[0]]]]) for w in W]
    return Group(maps, maps.lines(ends))
