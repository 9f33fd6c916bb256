"""Parts that show data without axes: how each is read back into numbers.

Add a function for each component whose shapes say values: it is given the component,
and the ids of what is visible, and returns arrays read from outlines and colours. A
scene may take a component apart (grow its bars one by one), so that it is no longer
among the scene's mobjects: therefore all that are made are remembered.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from manim import Mobject

from scenes.components.bars import Bars
from scenes.components.bill import Bill
from scenes.components.key import Key
from scenes.components.lanes import Lanes
from scenes.components.log_axis import LogAxis
from scenes.components.map_network import MapNetwork
from scenes.components.network import THICKEST, THINNEST, Edge, NetworkDrawing
from scenes.components.shape_sketch import ShapeSketch
from scenes.components.waterfall import Waterfall
from scenes.components.wide_network import THIN, WideNetwork
from scenes.frame import theme
from tests.drawn.parts_cells import CELLS
from tests.drawn.parts_counts import COUNTS
from tests.drawn.parts_families import FAMILIES
from tests.drawn.parts_keys import KEYS, samples

LIT = 0.45  # how far the strongest unit goes from a panel's colour to full


@dataclass(frozen=True, eq=False)
class Part:
    """One component and what was read from it."""

    kind: str
    values: np.ndarray
    box: np.ndarray  # (2, 2) its lower left and upper right corner on screen
    rows: np.ndarray = field(default_factory=lambda: np.zeros((0, 2, 2)))  # their boxes

    def __str__(self) -> str:
        return f"{self.kind} {np.array2string(np.round(self.values, 4), threshold=40)}"


def signed_share(edge: Edge, thinned: float = 1.0) -> float:
    """Return weight over largest weight, read from thickness, dashes and colour."""
    width = edge.get_stroke_width() / thinned
    share = (width - THINNEST) / (THICKEST - THINNEST)
    is_dashed = len(edge.points) > 4
    role = "negative" if is_dashed else "positive"
    assert edge.get_stroke_color() == theme.role(role), "dashes and colour disagree"
    return float(-share if is_dashed else share)


def read_network(net: NetworkDrawing, visible: set[int]) -> np.ndarray:
    """Return a row (layer, neuron, input, share of the largest weight) an edge.

    Layer, neuron and input are those at whose circles an edge starts and ends. Where
    all edges are drawn, the thickest is that of the largest weight: they may be thin.
    """
    edges = [edge for edge in net.edge_group if id(edge) in visible]
    thinned = THIN if isinstance(net, WideNetwork) else 1.0
    if len(edges) == len(net.edge_group):
        thinned = max(edge.get_stroke_width() for edge in edges) / THICKEST
    columns = [np.array([unit.get_center() for unit in c]) for c in net.units]
    rows = []
    for edge in edges:
        start, end = edge.get_ends()
        near = [
            (np.linalg.norm(a - start) + np.linalg.norm(b - end), layer, j, i)
            for layer, (left, right) in enumerate(pairwise(columns))
            for i, a in enumerate(left)
            for j, b in enumerate(right)
        ]
        rows.append((*min(near)[1:], signed_share(edge, thinned)))
    return np.array(sorted(rows) + list(lit_units(net, visible)))


def lit_units(net: NetworkDrawing, visible: set[int]) -> Iterator[tuple[float, ...]]:
    """Yield (column, unit, -1, activation) for each unit whose colour tells one."""
    panel = theme.role("panel").to_rgb()
    for column, units in enumerate(net.units):
        for j, unit in enumerate(units):
            off = unit.get_fill_color().to_rgb() - panel
            if id(unit) not in visible or np.abs(off).max() < 1e-6:
                continue
            for sign, role in ((1, "positive"), (-1, "negative")):
                end = LIT * (theme.role(role).to_rgb() - panel)
                share = off @ end / (end @ end)
                if np.abs(off - share * end).max() < 1e-6:
                    yield column, j, -1, sign * share


def read_map_network(net: MapNetwork, visible: set[int]) -> np.ndarray:
    """Return a row (layer, neuron, input, share of its layer's largest) an edge."""
    heights = [
        np.array([one.get_y() for one in column])
        for column in (net.inputs, *net.planes)
    ]
    rows = []
    for layer, edges in enumerate(net.edges):
        for edge in edges:
            if id(edge) in visible:
                start, end = (at[1] for at in edge.get_ends())
                i = np.abs(heights[layer] - start).argmin()
                j = np.abs(heights[layer + 1] - end).argmin()
                rows.append((layer, j, i, signed_share(edge)))
    return np.array(rows)


def read_sketch(sketch: ShapeSketch, visible: set[int]) -> np.ndarray:
    """Return how many units stand in each column."""
    x = [u.get_x() for units in sketch.units for u in units if id(u) in visible]
    return np.unique(np.round(x, 6), return_counts=True)[1]


def read_waterfall(chart: Waterfall, visible: set[int]) -> np.ndarray:
    """Return where each bar begins and ends, by the ticks under them, (n_bars, 2)."""
    _, zero, *ticks = chart.frame
    x = [tick.get_center()[0] for tick in ticks]
    unit = (x[-1] - x[0]) / (ticks[-1].value - ticks[0].value)
    at_zero = zero.get_start()[0]
    assert abs(x[0] - at_zero - unit * ticks[0].value) < 1e-6
    bars = [bar for bar in (*chart.bars, chart.total) if id(bar) in visible]
    ends = [(bar.get_left()[0], bar.get_right()[0]) for bar in bars]
    return (np.array(ends) - at_zero) / unit


def read_bars(chart: Bars, visible: set[int]) -> np.ndarray:
    """Return length, and reach of the whisker, of each bar over the longest bar."""
    rows = []
    for bar, whisker in chart.bars:
        if id(bar) not in visible:
            continue
        assert abs(bar.get_left()[0] - chart.start.get_x()) < 1e-6
        if id(whisker) in visible:
            assert abs(whisker.get_center()[0] - bar.get_right()[0]) < 1e-6
        rows.append((bar.width, whisker.width / 2 if id(whisker) in visible else 0))
    return np.array(rows) / max(row[0] for row in rows)


def read_bill(bill: Bill, visible: set[int]) -> np.ndarray:
    """Return depth over length."""
    return np.array([bill.outline.height / bill.outline.width])


PARTS: dict[type[Mobject], Callable[[Any, set[int]], np.ndarray]] = {
    **KEYS,  # whatever their samples are
    ShapeSketch: read_sketch,  # before what it is a kind of
    NetworkDrawing: read_network,
    MapNetwork: read_map_network,
    Waterfall: read_waterfall,
    Bars: read_bars,
    Bill: read_bill,
    **COUNTS,
    **CELLS,
    **FAMILIES,
    Edge: lambda edge, visible: np.zeros(0),  # a sample in a key; nets own the others
}


def body(part: Mobject) -> list[Mobject]:
    """Return what is read as one; what stands in a plane of the part is read there."""
    if isinstance(part, MapNetwork):
        return [edge for edges in part.edges for edge in edges]
    if isinstance(part, LogAxis):
        leads = (mark.lead for mark in part.marks.values())
        return [part.line, *(tick[0] for _, tick in part.ticks), *leads]
    if isinstance(part, Key):
        return [mark for row in part for mark in row[0].get_family()]
    return list(part.get_family())


def rows_of(part: Mobject, at: dict[int, np.ndarray]) -> np.ndarray:
    """Return the box of each row beside which words stand, (n_rows, 2, 2)."""
    marks: list[tuple[int, Mobject]] = []
    if isinstance(part, Key):
        marks += samples(part, set(at))
    elif isinstance(part, Bars | Lanes):  # a whisker belongs to its bar
        marks += [(k, m) for k, bar in enumerate(part.bars) for m in bar.get_family()]
    elif isinstance(part, Waterfall):
        marks += enumerate([*part.bars, part.total])
    rows: dict[int, list[np.ndarray]] = {}
    for row, mark in marks:
        if id(mark) in at:
            rows.setdefault(row, []).append(at[id(mark)])
    return np.array([box_around(some) for some in rows.values()]).reshape(-1, 2, 2)


def box_around(places: Sequence[np.ndarray]) -> np.ndarray:
    """Return the lower left and the upper right corner, (2, 2)."""
    corners = np.concatenate(places)
    return np.array([corners.min(axis=0), corners.max(axis=0)])


class Memory:
    """All parts that have been made since it began to watch."""

    def __init__(self) -> None:
        self.made: list[Mobject] = []

    def read(
        self, mobjects: Sequence[Mobject], leaves: Sequence[Mobject]
    ) -> tuple[list[Part], set[int]]:
        """Return the parts of which something is visible, and the ids of that."""
        copies = [part for m in mobjects for part in m.get_family()]
        known = {id(part): part for part in (*self.made, *copies)}
        at = {id(leaf): leaf.get_all_points()[:, :2] for leaf in leaves}
        visible = set(at)
        parts, owned = [], set[int]()
        for kind, read in PARTS.items():
            for part in known.values():
                own = {id(m) for m in body(part)} & visible - owned
                if isinstance(part, kind) and own:
                    owned |= own
                    values = read(part, visible)
                    if len(values):
                        box = box_around([at[leaf] for leaf in own])
                        rows = rows_of(part, at)
                        parts.append(Part(type(part).__name__, values, box, rows))
        return parts, owned


@contextmanager
def remember_parts() -> Iterator[Memory]:
    """Remember every part that is made inside a ``with`` block."""
    memory = Memory()
    before = {kind: kind.__init__ for kind in PARTS}

    def watch(kind: type[Mobject]) -> None:
        def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807
            before[kind](self, *args, **kwargs)
            memory.made.append(self)

        kind.__init__ = __init__  # type: ignore[method-assign]

    for kind in PARTS:
        watch(kind)
    try:
        yield memory
    finally:
        for kind, init in before.items():
            kind.__init__ = init  # type: ignore[method-assign]
