"""The way of a walk over a plane: a line through its points, a mark at the last."""

import numpy as np
from manim import LineJointType, ManimColor, VGroup

from scenes.components.plot import Cloud, Curve, Plot, draw_marker
from scenes.frame import theme

MARK = 0.12  # radius of the mark, in units
STOP = 0.05  # radius of the dots at the points, in units


class Trail(VGroup):
    """Points in the order in which they were passed.

    Parameters
    ----------
    plot
        Where they stand.
    points
        (n, 2), in the plot's values.
    color
        Of the line and the mark.
    marker
        ``"circle"``, ``"square"`` or ``"triangle"``: what the mark is.
    dots
        Draw a dot at each point; for walks of few steps.
    """

    def __init__(
        self,
        plot: Plot,
        points: np.ndarray,
        *,
        color: ManimColor,
        marker: str = "circle",
        dots: bool = False,
    ) -> None:
        self.places, self.dots = plot.places(points), dots
        self.line = Curve(plot, joint_type=LineJointType.ROUND)
        self.line.set_stroke(color, theme.EDGE)
        self.stops = Cloud(plot, "circle", STOP)
        self.stops.set_fill(color, 1).set_stroke(width=0)
        self.mark = draw_marker(marker, MARK).set_fill(color, 1)
        self.mark.set_stroke(theme.current().paper, 1.5)
        super().__init__(self.line, self.stops, self.mark)
        self.set_z_index(3)
        self.show_step(len(points) - 1)

    def show_step(self, k: int) -> "Trail":
        """Show the way after ``k`` steps; after its last step it stays there."""
        passed = self.places[: k + 1]
        if len(passed) > 1:
            self.line.set_points_as_corners(passed)
        else:
            self.line.clear_points()
        if self.dots:
            self.stops.put(passed)
        self.mark.move_to(passed[-1])
        return self

    def step_back(self) -> "Trail":
        """Step back behind another trail."""
        self.line.set_stroke(opacity=theme.DIMMED)
        for part in (self.stops, self.mark):
            part.set_fill(opacity=theme.DIMMED)
        return self

    def come_forward(self) -> "Trail":
        """Come forward again."""
        self.line.set_stroke(opacity=1)
        for part in (self.stops, self.mark):
            part.set_fill(opacity=1)
        return self
