"""A network of units and weighted edges: thickness, dash and colour are the weights."""

from collections.abc import Iterator, Sequence

import numpy as np
from manim import (
    LEFT,
    RIGHT,
    Circle,
    Dot,
    Line,
    ManimColor,
    MoveAlongPath,
    VGroup,
    VMobject,
)

from scenes.components._pieces import straight
from scenes.components.dashes import dash_ends
from scenes.components.text import Label
from scenes.frame import theme

THINNEST, THICKEST = 2.0, 10.0  # stroke of an edge, in Manim's points
DASH, GAP = 0.15, 0.1  # of an edge with a negative weight, in units


def signed_color(value: float) -> ManimColor:
    """Return the role that a sign has."""
    return theme.current().positive if value >= 0 else theme.current().negative


def activation_color(value: float) -> ManimColor:
    """Return the fill of a unit: the sign's role, stronger the larger the value."""
    share = 0.45 * min(abs(value), 1.0)
    return theme.current().panel.interpolate(signed_color(value), share)


def edge_width(value: float, largest: float) -> float:
    """Return the stroke of an edge: thicker the larger the weight's size."""
    share = min(abs(value) / largest, 1.0) if largest else 0.0
    return THINNEST + (THICKEST - THINNEST) * share


class Edge(VMobject):
    """A straight edge, whole for a positive weight and dashed for a negative one."""

    def __init__(self, start: np.ndarray, end: np.ndarray) -> None:
        super().__init__()
        self.ends = start, end

    def show_weight(self, value: float, largest: float) -> "Edge":
        """Take the dash, the colour and the thickness of a weight."""
        start, end = self.get_ends()
        length = float(np.linalg.norm(end - start))
        parts = dash_ends(length, DASH, GAP) if value < 0 else [(0.0, 1.0)]
        first, last = np.array([*parts]).T[:, :, None]
        way = end - start
        self.set_points(straight(start + first * way, start + last * way))
        self.set_stroke(signed_color(value), edge_width(value, largest))
        return self

    def get_ends(self) -> tuple[np.ndarray, np.ndarray]:
        """Return where the edge starts and ends now, wherever it was moved."""
        return (self.get_start(), self.get_end()) if self.has_points() else self.ends


def weight_key(value: float, words: str) -> VGroup:
    """Return a sample of an edge with words that say what it means."""
    sample = Edge(0.4 * LEFT, 0.4 * RIGHT).show_weight(value, abs(value))
    return VGroup(sample, Label(words)).arrange(buff=0.25)


class NetworkDrawing(VGroup):
    """Units in columns, an edge from each unit to each of the next column.

    Parameters
    ----------
    weights
        One array (n_out, n_in) a layer, as in :class:`nnsim.network.network.Dense`.
    width, height
        Size between the centres of the outermost units.
    radius
        Radius of a unit.
    spans
        Height of each column, to spread its units; if None, all stand equally far
        apart.
    """

    def __init__(
        self,
        weights: Sequence[np.ndarray],
        *,
        width: float,
        height: float,
        radius: float = 0.42,
        spans: Sequence[float] | None = None,
    ) -> None:
        super().__init__()
        self.radius = radius
        n_units = [weights[0].shape[1], *(W.shape[0] for W in weights)]
        xs = np.linspace(-width / 2, width / 2, len(n_units))
        gap = height / max(max(n_units) - 1, 1)
        spans = [gap * (n - 1) for n in n_units] if spans is None else spans
        self.units = [
            VGroup(*(self._unit(x, y) for y in np.linspace(span / 2, -span / 2, n)))
            if n > 1
            else VGroup(self._unit(x, 0))
            for x, n, span in zip(xs, n_units, spans, strict=True)
        ]
        self.edges = [
            [
                [self._edge(layer, j, i) for i in range(W.shape[1])]
                for j in range(W.shape[0])
            ]
            for layer, W in enumerate(weights)
        ]
        self.edge_group = VGroup(*(e for rows in self.edges for r in rows for e in r))
        self.add(self.edge_group, *self.units)
        self.show_weights(weights)

    def _unit(self, x: float, y: float) -> Circle:
        """Draw one unit."""
        colours = theme.current()
        unit = Circle(radius=self.radius).move_to(np.array([x, y, 0.0]))
        unit.set_fill(colours.panel, 1)
        return unit.set_stroke(colours.muted, theme.EDGE).set_z_index(1)

    def _edge(self, layer: int, j: int, i: int) -> Edge:
        """Draw the edge from unit i of a column to unit j of the next."""
        start = self.units[layer][i].get_center()
        end = self.units[layer + 1][j].get_center()
        rim = self.radius * (end - start) / np.linalg.norm(end - start)
        return Edge(start + rim, end - rim)

    def show_weights(self, weights: Sequence[np.ndarray]) -> "NetworkDrawing":
        """Give each edge the look of its weight."""
        largest = max(float(np.abs(W).max()) for W in weights)
        for edges, W in zip(self.edges, weights, strict=True):
            for (j, i), w in np.ndenumerate(W):
                edges[j][i].show_weight(float(w), largest)
        return self

    def pulses(
        self, layer: int, color: ManimColor, *, back: bool = False
    ) -> Iterator[MoveAlongPath]:
        """Send a dot along every edge of a layer."""
        for row in self.edges[layer]:
            for edge in row:
                ends = edge.get_ends()
                path = Line(*(ends[::-1] if back else ends))
                dot = Dot(radius=0.1, color=color).set_z_index(2)
                yield MoveAlongPath(dot, path, remover=True)

    def on_edge(self, layer: int, j: int, i: int, share: float) -> np.ndarray:
        """Return the point of an edge a share of the way from its start."""
        start, end = self.edges[layer][j][i].get_ends()
        return np.asarray(start + share * (end - start))
