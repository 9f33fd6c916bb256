"""Parts that show counts without axes: how each is read back into numbers."""

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import DL, UR, Mobject

from scenes.components.block_rows import BlockRows
from scenes.components.dealt import DealtRows
from scenes.components.lanes import Lanes
from scenes.components.log_axis import LogAxis
from scenes.components.text import Written
from scenes.frame import theme
from scenes.scale.length_bars import LengthBars
from tests.drawn.axes import read_long_axis


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


def read_dealt(dealt: DealtRows, visible: set[int]) -> np.ndarray:
    """Return the class at each place, by its colour, as one reads them."""
    colors = [theme.role(f"class_{letter}") for letter in "abc"]
    found = []
    for cloud in dealt.clouds:
        if id(cloud) in visible:
            kind = colors.index(cloud.get_fill_color())
            middles = (path[::4].mean(axis=0) for path in cloud.get_subpaths())
            found += [(-round(y, 3), x, kind) for x, y, _ in middles]
    return np.array([kind for *_, kind in sorted(found)])


def read_labels(axis: LogAxis, visible: set[int]) -> np.ndarray:
    """Return the power of ten of each mark with a label, sorted by their words."""
    plane, found = read_long_axis(axis), []
    for mark in axis.marks.values():
        if id(mark.lead) not in visible:
            continue
        foot, end = mark.lead.get_start_and_end()
        sides = np.array([mark.label.get_corner(DL), mark.label.get_corner(UR)])
        gap = np.maximum(sides[0] - end, end - sides[1])
        assert gap.max() < 0.3, "a label is not where its line leads"
        written = (one for one in mark.label.get_family() if isinstance(one, Written))
        words = " ".join(str(one.words) for one in written)
        found.append((words, np.log10(plane.values(plane.shares(foot))[0])))
    return np.array([power for _, power in sorted(found)])


def read_lengths(bars: LengthBars, visible: set[int]) -> np.ndarray:
    """Return each length over the longest."""
    seen = [bar for bar in bars if id(bar) in visible]
    assert np.ptp([bar.get_left()[0] for bar in seen]) < 1e-6, "bars start apart"
    lengths = np.array([bar.width for bar in seen])
    return np.asarray(lengths / lengths.max())


def read_blocks(blocks: BlockRows, visible: set[int]) -> np.ndarray:
    """Return a row (0 or 1, width, height) a rectangle, sides over the shortest of all.

    It is 0 for the colour of positive values, 1 for that of signals.
    """
    roles = [theme.role(role).to_hex() for role in ("positive", "signal")]
    seen = [part for part in blocks.get_family() if id(part) in visible]
    rows = np.array([
        (roles.index(one.get_fill_color().to_hex()), one.width, one.height)
        for one in seen
    ])  # fmt: skip
    rows[:, 1:] /= rows[:, 1:].min()
    corners = {tuple(np.round(one.get_center(), 6)) for one in seen}
    assert len(corners) == len(seen), "a rectangle hides another"
    return rows


COUNTS: dict[type[Mobject], Callable[[Any, set[int]], np.ndarray]] = {
    Lanes: read_lanes,
    DealtRows: read_dealt,
    LogAxis: read_labels,
    BlockRows: read_blocks,
    LengthBars: read_lengths,
}
