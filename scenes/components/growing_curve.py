"""A curve that grows with the steps of a run, solid or dashed."""

from itertools import pairwise

import numpy as np
from manim import LineJointType, ManimColor

from scenes.components.plot import Curve, Plot
from scenes.frame import theme

DASH = 0.12  # length of a dash, and of a gap, along x, in units


class GrowingCurve(Curve):
    """The line through the values of all steps so far.

    Parameters
    ----------
    plot
        Where it stands; its x is the step.
    values
        (n_steps + 1,) the value after each step.
    first
        Step of the first value.
    color
        Of the line.
    dashed
        Leave gaps; they stay where they are while the curve grows.
    stroke
        Width of the line, that of curves if None.
    """

    def __init__(
        self,
        plot: Plot,
        values: np.ndarray,
        *,
        color: ManimColor,
        first: int = 0,
        dashed: bool = False,
        stroke: float | None = None,
    ) -> None:
        super().__init__(plot, joint_type=LineJointType.ROUND)
        self.set_stroke(color, stroke or theme.CURVE)
        self.first, self.dashed = first, dashed
        steps = first + np.arange(len(values))
        self.places = plot.places(np.stack([steps, values], axis=1))
        self.show_step(first + len(values) - 1)

    def show_step(self, k: int) -> "GrowingCurve":
        """Show the curve up to a step."""
        self.clear_points()
        places = self.places[: max(k - self.first, 0) + 1]
        for start, end in pairwise(places):
            if self.dashed and self._in_gap(start):
                continue
            if len(self.points) == 0 or not np.array_equal(self.points[-1], start):
                self.start_new_path(start)
            self.add_line_to(end)
        return self

    def _in_gap(self, place: np.ndarray) -> bool:
        """Tell whether a place lies where the dashed line is left out."""
        return bool((place[0] - self.places[0, 0]) // DASH % 2)
