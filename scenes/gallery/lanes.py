"""Three counts of a race."""

from scenes.components.lanes import Lanes
from scenes.components.number import Number
from scenes.components.text import Label
from scenes.frame import theme


def example() -> Lanes:
    """Draw three bars."""
    roles = ("ink", "positive", "class_c")
    names = [Label(words) for words in ("one", "another", "a third")]
    numbers = [Number(count, "d") for count in (120, 75, 30)]
    return Lanes(names, numbers, [theme.role(role) for role in roles], unit=0.03)
