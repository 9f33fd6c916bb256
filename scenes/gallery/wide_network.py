"""A wide network, all of it and a half of it."""

import numpy as np
from manim import VGroup

from scenes.components.wide_network import WideNetwork
from scenes.gallery import under_words


def example() -> VGroup:
    """Draw sixteen hidden neurons, and switch half of them off."""
    rng = np.random.default_rng(0)
    weights = [rng.normal(size=(16, 2)), rng.normal(size=(1, 16))]
    nets = [WideNetwork(weights, width=4.0, height=2.2) for _ in range(2)]
    nets[1].show_on(rng.random(16) < 0.5)
    return under_words(*zip(("all on", "half off"), nets, strict=True))
