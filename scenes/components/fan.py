"""Arrows from one point, true to the scale of the plane that they lie in."""

import numpy as np
from manim import ManimColor, VGroup

from scenes.components.plot import DataMark, Plot

SHARPNESS = 0.42  # half the width of a tip, over its length


class Fan(VGroup):
    """Arrows that start at the same point; all lines are one mobject, all tips another.

    Parameters
    ----------
    plot
        The plane.
    start
        (2,) where all begin, in the plot's values.
    steps
        (n, 2) how far each goes, likewise.
    color
        Of lines and tips.
    stroke
        Width of the lines.
    tip
        Length of the tips, in units; shorter on arrows that are hardly longer.
    """

    def __init__(
        self,
        plot: Plot,
        start: np.ndarray,
        steps: np.ndarray,
        *,
        color: ManimColor,
        stroke: float,
        tip: float = 0.2,
    ) -> None:
        self.shafts = DataMark(plot).set_stroke(color, stroke)
        self.tips = DataMark(plot).set_fill(color, 1).set_stroke(width=0)
        root = plot.at(*start)
        for end in plot.places(start + steps):
            way = end - root
            length = float(np.linalg.norm(way))
            along = min(tip, 0.6 * length) * way / length
            across = SHARPNESS * np.array([-along[1], along[0], 0.0])
            neck = end - along
            self.shafts.start_new_path(root).add_line_to(neck)
            self.tips.start_new_path(end)
            for corner in (neck + across, neck - across, end):
                self.tips.add_line_to(corner)
        super().__init__(self.shafts, self.tips)
