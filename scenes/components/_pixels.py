"""Pictures made of pixels: shades of the paper, smooth, as large as is asked."""

import numpy as np
from manim import ImageMobject
from manim.constants import RESAMPLING_ALGORITHMS

from scenes.components.plot import Plot
from scenes.frame import theme

STRENGTH = 0.32  # how far a field goes from paper to full colour


def shade(share: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Mix a colour into the paper's.

    Parameters
    ----------
    share
        (n_rows, n_columns) from 0, the paper, to 1, as strong as a field may be.
    end
        RGB colours from 0 to 1 that go with the shares.
    """
    paper = theme.current().paper.to_rgb()
    return np.asarray(paper + STRENGTH * share[..., None] * (end - paper))


def rgba(rgb: np.ndarray) -> np.ndarray:
    """Turn colours from 0 to 1 into opaque pixels of 8 bits."""
    opaque = np.concatenate([rgb, np.ones((*rgb.shape[:2], 1))], axis=2)
    return np.asarray(np.round(255 * opaque).astype(np.uint8))


class Picture(ImageMobject):
    """Colours (n_rows, n_columns, 3), the first row on top, of a size in units."""

    def __init__(self, rgb: np.ndarray, *, wide: float, high: float) -> None:
        super().__init__(rgba(rgb))
        self.set_resampling_algorithm(RESAMPLING_ALGORITHMS["linear"])
        self.stretch_to_fit_width(wide)
        self.stretch_to_fit_height(high)


class PlanePicture(Picture):
    """A picture that fills the plane of a plot, behind all else."""

    def __init__(self, plot: Plot, rgb: np.ndarray) -> None:
        wide, high = plot.x_axis.get_length(), plot.y_axis.get_length()
        super().__init__(rgb, wide=wide, high=high)
        self.move_to(plot.at(*(sum(r) / 2 for r in (plot.x_range, plot.y_range))))
        self.set_z_index(-1)
        self.plot_key = plot.key
