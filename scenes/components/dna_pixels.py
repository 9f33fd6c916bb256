"""Many sequences at a glance: a column of pixels each, a colour for each base."""

import numpy as np

from scenes.components._pixels import Picture
from scenes.components.sequence import BASES
from scenes.frame import theme

TALL = 6  # pixel rows of a base: its edges stay sharp when columns are smoothed


class DnaPixels(Picture):
    """Sequences side by side, their first bases on top.

    Parameters
    ----------
    letters
        (n_sequences, n_bases) places in A, C, G, T.
    wide, high
        Size of the whole, in units.
    """

    def __init__(self, letters: np.ndarray, *, wide: float, high: float) -> None:
        colors = [theme.role(f"base_{base.lower()}").to_rgb() for base in BASES]
        rgb = np.array(colors)[np.repeat(letters.T, TALL, axis=0)]
        super().__init__(rgb, wide=wide, high=high)
