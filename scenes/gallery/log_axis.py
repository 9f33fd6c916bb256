"""An axis of powers of ten with two marks."""

from scenes.components.log_axis import LogAxis, Mark
from scenes.components.text import Label


def example() -> LogAxis:
    """Mark a thousand and a million."""
    axis = LogAxis((2, 7), powers=(2, 7), words={3: "thousand"}, width=7)
    for name, value in (("small", 1e3), ("large", 1e6)):
        axis.add_mark(name, Mark(value, Label(name)))
    heights = {"small": 0.8, "large": 0.8}
    return axis.show_window(axis.window, heights, {"small": 1.0, "large": 1.0})
