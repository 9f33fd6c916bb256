"""Marks of three classes, dealt into rows."""

import numpy as np

from scenes.components.dealt import DealtRows
from scenes.frame import theme


def example() -> DealtRows:
    """Draw fifty things, shuffled."""
    rng = np.random.default_rng(0)
    colors = [theme.role(f"class_{letter}") for letter in "abc"]
    markers = ("circle", "square", "triangle")
    rows = DealtRows(
        rng.integers(0, 3, 50), 16, colors, markers, pitch=(0.3, 0.5), size=0.1
    )
    rows.add(*(rows.frame(row, 16) for row in range(3)), rows.frame(3, 2))
    return rows
