"""How the samples of a key are read back."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from manim import Mobject, VMobject

from scenes.components.key import Key


def samples(key: Key, visible: set[int]) -> Iterator[tuple[int, VMobject]]:
    """Yield number of the row and mark, from left to right; dots of no size fill in."""
    for row, (marks, _) in enumerate(key):
        for mark in sorted(marks.get_family(), key=lambda one: one.get_x()):
            if id(mark) in visible and max(mark.width, mark.height) > 0:
                yield row, mark


def read_key(key: Key, visible: set[int]) -> np.ndarray:
    """Return a row (row, its pieces, red, green, blue, whether filled) a mark."""
    rows = []
    for row, mark in samples(key, visible):
        is_filled = mark.get_fill_opacity() > 0
        color = mark.get_fill_color() if is_filled else mark.get_stroke_color()
        rows.append((row, len(mark.points) // 4, *color.to_rgb(), is_filled))
    return np.array(rows, float)


KEYS: dict[type[Mobject], Callable[[Any, set[int]], np.ndarray]] = {Key: read_key}
