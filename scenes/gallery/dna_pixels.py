"""A hundred sequences that share two bases."""

import numpy as np
from manim import Group

from scenes.components.dna_pixels import DnaPixels


def example() -> Group:
    """Draw random letters, and G, T in the middle."""
    letters = np.random.default_rng(0).integers(0, 4, (100, 20))
    letters[:, 10:12] = [2, 3]
    return Group(DnaPixels(letters, wide=5, high=2))
