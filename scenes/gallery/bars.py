"""Shares as bars, one set off, each with its spread."""

from scenes.components.bars import Bars
from scenes.components.number import Number
from scenes.components.text import Label


def example() -> Bars:
    """Draw three shares."""
    names = [Label(name) for name in ("first", "second", "third")]
    numbers = [Number(share, ".0%") for share in (0.62, 0.95, 0.71)]
    return Bars(names, numbers, [0.03, 0.01, 0.05], width=4, best=1)
