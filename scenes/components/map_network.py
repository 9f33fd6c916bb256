"""A network whose neurons are maps: what each answers over the plane of two inputs."""

from collections.abc import Sequence

import numpy as np
from manim import DL, RIGHT, Circle, Group, ManimColor, Rectangle, VGroup

from scenes.components.field import Border, Field
from scenes.components.network import Edge
from scenes.components.plot import Plot, Range
from scenes.components.scale import Scale
from scenes.frame import theme

RADIUS = 0.3  # of an input, in units
LINE = 3.0  # stroke of a neuron's line, in Manim's points
FRAME = 1.5  # of a map's frame


def small_plane(x: Scale | Range, y: Scale | Range, size: tuple[float, float]) -> Plot:
    """Return a framed plane without ticks and words."""
    plot = Plot(x, y, x_label="x", y_label="y", width=size[0], height=size[1])
    frame = Rectangle(width=size[0], height=size[1])
    frame.set_stroke(theme.role("muted"), FRAME).move_to(plot.corner(DL, 0), DL)
    return plot.remove(plot.ticks, plot.x_label, plot.y_label).add(frame)


class MapNetwork(Group):
    """Two inputs, a column of hidden maps, a column of output maps, signed edges.

    Parameters
    ----------
    planes
        Ranges of both inputs.
    weights
        Both layers' W, (n_hidden, 2) and (n_out, n_hidden).
    hidden
        (n_y, n_x, n_hidden) activations from −1 to 1; shaded above zero.
    outputs
        (n_y, n_x, n_out) probabilities.
    colors
        One an output.
    size
        Width and height of a map, in units.
    xs
        Where the three columns stand.
    spans
        Height of each column between its outermost centres.
    """

    def __init__(
        self,
        planes: tuple[tuple[float, float], tuple[float, float]],
        weights: Sequence[np.ndarray],
        hidden: np.ndarray,
        outputs: np.ndarray,
        colors: Sequence[ManimColor],
        *,
        size: tuple[float, float],
        xs: Sequence[float],
        spans: Sequence[float],
    ) -> None:
        n = 2, hidden.shape[-1], outputs.shape[-1]
        self.at = [
            [np.array([x, y, 0.0]) for y in np.linspace(span / 2, -span / 2, m)]
            for x, span, m in zip(xs, spans, n, strict=True)
        ]
        self.inputs = VGroup(*(self._input(at) for at in self.at[0]))
        self.planes = [
            [small_plane(*planes, size).move_to(at) for at in column]
            for column in self.at[1:]
        ]
        below, above = theme.role("paper"), theme.role("signal")
        self.hidden = Group(
            *(
                Field(plot, (1 + hidden[..., j]) / 2, below, above)
                for j, plot in enumerate(self.planes[0])
            )
        )
        self.outputs = Group(
            *(
                Field(plot, outputs[..., k], theme.role("muted"), color)
                for k, (plot, color) in enumerate(
                    zip(self.planes[1], colors, strict=True)
                )
            )
        )
        reach = RADIUS, size[0] / 2, size[0] / 2
        self.edges = [
            VGroup(
                *(
                    Edge(start + reach[c] * RIGHT, end - reach[c + 1] * RIGHT)
                    for end in self.at[c + 1]
                    for start in self.at[c]
                )
            )
            for c in (0, 1)
        ]
        self.show_weights(weights)
        super().__init__(
            self.hidden, self.outputs, *self.edges, self.inputs,
            *self.planes[0], *self.planes[1],
        )  # fmt: skip

    def _input(self, at: np.ndarray) -> Circle:
        """Draw an input."""
        unit = Circle(radius=RADIUS).move_to(at).set_fill(theme.role("panel"), 1)
        return unit.set_stroke(theme.role("muted"), theme.EDGE)

    def lines(self, pieces: Sequence[np.ndarray]) -> VGroup:
        """Draw the line of each hidden neuron, (n_pieces, 2, 2) each."""
        return VGroup(
            *(
                Border(plot, ends).set_stroke(width=LINE)
                for plot, ends in zip(self.planes[0], pieces, strict=True)
            )
        )

    def show_weights(self, weights: Sequence[np.ndarray]) -> None:
        """Give each edge the look of its weight; each layer has its own scale."""
        for edges, W in zip(self.edges, weights, strict=True):
            largest = float(np.abs(W).max())
            for edge, w in zip(edges, W.ravel(), strict=True):
                edge.show_weight(float(w), largest)

    def paint(self, hidden: np.ndarray, outputs: np.ndarray) -> None:
        """Show other answers."""
        for j, field in enumerate(self.hidden):
            field.paint((1 + hidden[..., j]) / 2)
        for k, field in enumerate(self.outputs):
            field.paint(outputs[..., k])
