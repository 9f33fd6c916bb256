"""Two losses against the steps of training: learned from, solid; held out, dashed."""

import numpy as np
from manim import RIGHT, UP, VGroup

from scenes.components.dashes import dashed
from scenes.components.growing_curve import GrowingCurve
from scenes.components.plot import Plot
from scenes.frame import theme
from scenes.frame.apart import stand_apart
from scenes.lesson.true_numbers import TrueNumbers


class LossCurves:
    """A plot, its two curves and their names.

    Parameters
    ----------
    lesson
        The scene.
    steps, train, validation
        Places of (n,) steps and losses in the result.
    width, height
        Size of the plane, in units.
    """

    def __init__(
        self,
        lesson: TrueNumbers,
        steps: str,
        train: str,
        validation: str,
        *,
        width: float,
        height: float,
    ) -> None:
        self.steps = lesson.values(steps)
        losses = [lesson.values(path) for path in (train, validation)]
        self.plot = Plot(
            (0, float(self.steps[-1])), (0, float(np.max(losses))), x_label="step",
            y_label="mean loss", width=width, height=height,
        )  # fmt: skip
        train_color, color = theme.role("train"), theme.role("validation")
        solid = self.plot.curve(self.steps, losses[0], color=train_color)
        broken = dashed(self.plot.curve(self.steps, losses[1], color=color))
        self.curves = [
            GrowingCurve(line, self.plot, self.steps) for line in (solid, broken)
        ]
        self.lines = VGroup(*self.curves)
        self.names = VGroup(
            lesson.text("training", color=train_color, patch=True),
            lesson.text("validation", color=color, patch=True),
        ).set_z_index(3)
        for name, loss in zip(self.names, losses, strict=True):
            end = self.plot.at(self.steps[-1], loss[-1])
            name.next_to(end, UP, buff=0.12).align_to(self.plot.x_axis, RIGHT)
        stand_apart(self.names)
        self.all = VGroup(self.plot, self.lines, self.names)

    def grow(self, k: int) -> None:
        """Show both curves up to step k of those drawn."""
        for curve in self.curves:
            curve.show_step(k)
