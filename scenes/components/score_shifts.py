"""What a change does to scores, split by split: lines from before to after."""

import numpy as np
from manim import ManimColor, VGroup

from scenes.components.plot import Plot
from scenes.frame import theme


class ScoreShifts(VGroup):
    """A line for each split, from its score before to a mark at its score after.

    Parameters
    ----------
    plot
        Scores run along x.
    before, after
        (n_splits,) scores.
    rows
        (n_splits,) height of each split's line, in the plot's values.
    color, marker
        Of the marks.
    """

    def __init__(
        self,
        plot: Plot,
        before: np.ndarray,
        after: np.ndarray,
        rows: np.ndarray,
        *,
        color: ManimColor,
        marker: str,
    ) -> None:
        self.lines = VGroup(
            *(
                plot.curve(np.array([a, b]), np.full(2, y), color=color)
                for a, b, y in zip(before, after, rows, strict=True)
            )
        ).set_stroke(width=theme.EDGE)
        ends = np.stack([after, rows], axis=1)
        self.marks = plot.scatter(ends, color=color, marker=marker, size=0.075)
        self.marks.set_fill(color, 1)
        super().__init__(self.lines, self.marks)
