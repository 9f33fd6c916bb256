"""A sequence logo."""

import numpy as np

from scenes.components.logo import Logo


def example() -> Logo:
    """Spell GTA, the first two letters certain."""
    values = np.array([[0, 0, 1.9, 0], [0, 0, 0.1, 1.8], [0.9, 0.1, 0.4, 0]])
    return Logo(values, pitch=0.6, unit=0.8)
