"""What one model takes in memory: a bar, a dot and a square on one line."""

from collections.abc import Sequence

import numpy as np
from manim import UP, Circle, Line, Square, VGroup

from scenes.components.log_axis import DOT
from scenes.frame import theme


def span_marks(across: np.ndarray = UP) -> tuple[Line, Circle, Square]:
    """Return a bar for half precision, a dot for full, a square for training."""
    color = theme.role("positive")
    return (
        Line(-0.13 * across, 0.13 * across).set_stroke(color, theme.CURVE),
        Circle(radius=DOT).set_stroke(width=0).set_fill(color, 1),
        Square(side_length=2 * DOT).set_stroke(width=0).set_fill(color, 1),
    )


class Span(VGroup):
    """The three marks at their places, and a line through them.

    Parameters
    ----------
    places
        Where half precision, full precision and training stand.
    across
        Direction of the bar.
    """

    def __init__(
        self, places: Sequence[np.ndarray], *, across: np.ndarray = UP
    ) -> None:
        super().__init__()
        self.line = Line(places[0], places[-1])
        self.line.set_stroke(theme.role("muted"), theme.AXIS)
        self.marks = VGroup(
            *(
                mark.move_to(at)
                for mark, at in zip(span_marks(across), places, strict=True)
            )
        )
        self.add(self.line, self.marks)
