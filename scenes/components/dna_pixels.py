"""Many sequences at a glance: a column of pixels each, a colour for each base."""

import numpy as np
from manim import ImageMobject
from manim.constants import RESAMPLING_ALGORITHMS

from scenes import theme
from scenes.components.sequence import BASES

TALL = 6  # pixel rows of a base: its edges stay sharp when columns are smoothed


class DnaPixels(ImageMobject):
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
        rgba = np.concatenate([rgb, np.ones((*rgb.shape[:2], 1))], axis=2)
        super().__init__(np.round(255 * rgba).astype(np.uint8))
        self.set_resampling_algorithm(RESAMPLING_ALGORITHMS["linear"])
        self.stretch_to_fit_width(wide)
        self.stretch_to_fit_height(high)
