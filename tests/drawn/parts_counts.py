"""Parts that show counts without axes: how each is read back into numbers."""

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import Mobject

from scenes.components.lanes import Lanes


def read_lanes(lanes: Lanes, visible: set[int]) -> np.ndarray:
    """Return the length of each bar over the longest, from top to bottom."""
    bars = [bar for bar in lanes.bars if id(bar) in visible]
    assert np.ptp([bar.get_left()[0] for bar in bars]) < 1e-6, "bars start apart"
    for bar, name in zip(bars, lanes.names, strict=True):
        same = bar.get_fill_color() == name.glyphs.get_fill_color()
        assert same, "a bar has not the colour of its name"
        assert abs(bar.get_y() - name.get_y()) < bar.height, "a name is at another bar"
    lengths = np.array([bar.width for bar in bars])
    return np.asarray(lengths / lengths.max())


COUNTS: dict[type[Mobject], Callable[[Any, set[int]], np.ndarray]] = {
    Lanes: read_lanes,
}
