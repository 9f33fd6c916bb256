"""Travel along an axis over powers of ten: to another window, telling of some marks."""

from collections.abc import Sequence
from typing import Any

from manim import Animation, VGroup

from scenes.components.log_axis import Heights, LogAxis, Window

# What of a mark is seen: nothing, its dot alone, or the label as well.
HIDDEN, DOT_ONLY, TOLD = 0.0, 0.5, 1.0


class Travel(Animation):
    """Go along the axis to another window, telling of some marks.

    Parameters
    ----------
    axis
        What to travel along.
    window
        Where to arrive; the window stays if None.
    heights
        Marks whose labels are to be seen there, and how high.
    dots
        Marks of which the dot alone is to be seen; all that were seen before, and
        are not told of now, if None.
    """

    def __init__(
        self,
        axis: LogAxis,
        window: Window | None = None,
        *,
        heights: Heights,
        dots: Sequence[str] | None = None,
        **kwargs: Any,
    ) -> None:
        self.axis = axis
        self.goal = window or axis.window
        self.heights, self.dots = heights, dots
        super().__init__(axis, **kwargs)

    def begin(self) -> None:
        """Note where the travel starts."""
        marks = self.axis.marks
        seen = [n for n, mark in marks.items() if mark.strength >= DOT_ONLY]
        dots = seen if self.dots is None else self.dots
        self.start = self.axis.window
        self.rises = {n: (m.rise, self.heights.get(n, m.rise)) for n, m in
                      marks.items()}  # fmt: skip
        for name, mark in marks.items():
            if mark.strength <= DOT_ONLY and name in self.heights:
                self.rises[name] = (self.heights[name],) * 2
        self.strengths = {
            n: (m.strength, TOLD if n in self.heights else DOT_ONLY * (n in dots))
            for n, m in marks.items()
        }
        super().begin()

    def create_starting_mobject(self) -> Any:
        """Return nothing: where the travel starts is in numbers, not in shapes."""
        return VGroup()

    def interpolate_mobject(self, alpha: float) -> None:
        """Show the window, the heights and the strengths of a moment."""
        share = self.rate_func(alpha)

        def between(pair: tuple[float, float]) -> float:
            return (1 - share) * pair[0] + share * pair[1]

        low, high = (between(pair) for pair in zip(self.start, self.goal, strict=True))
        self.axis.show_window(
            (low, high),
            {name: between(pair) for name, pair in self.rises.items()},
            {name: between(pair) for name, pair in self.strengths.items()},
        )
