"""An upright axis after a travel to the thousands."""

from scenes.components.log_axis import LogAxis, Mark
from scenes.components.text import Label
from scenes.components.travel import Travel


def example() -> LogAxis:
    """Travel on from a hundred, telling of a thousand."""
    axis = LogAxis((0, 2), powers=(0, 7), words={3: "thousand"}, width=4, reach=3)
    axis.add_mark("small", Mark(1e3, Label("small")))
    travel = Travel(axis, (2, 7), heights={"small": 0.8})
    travel.begin()
    travel.finish()
    return axis
