"""A network with positive and negative weights, and the key to them."""

import numpy as np
from manim import DOWN, VGroup

from scenes.components.network import NetworkDrawing, weight_key


def example() -> VGroup:
    """Draw two inputs, three hidden units and one output."""
    hidden = np.array([[0.8, -0.3], [-1.4, 0.6], [0.2, 1.1]])
    output = np.array([[-0.7, 1.5, 0.4]])
    net = NetworkDrawing([hidden, output], width=4.5, height=2.6)
    keys = VGroup(weight_key(1.0, "above zero"), weight_key(-1.0, "below zero"))
    return VGroup(net, keys.arrange(buff=0.6).next_to(net, DOWN, buff=0.4))
