"""Four stations, each leading to the next."""

from scenes.components.cycle import Cycle
from scenes.components.text import Label


def example() -> Cycle:
    """Draw a ring."""
    words = ("first", "second", "third", "fourth")
    contents = [(Label(word), Label("what happens")) for word in words]
    return Cycle(contents, width=7.5, height=3.75)
