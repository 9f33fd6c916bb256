"""A family of five, two of whom are held out."""

import numpy as np

from scenes.components.kin import Kin
from scenes.frame import theme


def example() -> Kin:
    """Draw a family."""
    links = np.array([[0, 1], [1, 2], [2, 3], [3, 4], [0, 3]])
    held_out = np.array([False, True, False, False, True])
    return Kin(links, held_out, train=theme.role("train"),
               test=theme.role("validation"), radius=0.8)  # fmt: skip
