"""True numbers written onto a drawn network: into its units, onto its edges."""

from typing import Any

from manim import VGroup

from scenes.components.network import NetworkDrawing
from scenes.components.number import Number
from scenes.lesson.true_numbers import TrueNumbers


def in_units(
    lesson: TrueNumbers,
    net: NetworkDrawing,
    path: str,
    column: int,
    spec: str = ".2f",
    **style: Any,
) -> VGroup:
    """Write a value into each unit of a column.

    Parameters
    ----------
    path
        Place of the values; ``{j}`` counts the units.
    column
        0 for the inputs.
    spec, style
        See :class:`~scenes.components.number.Number`.
    """
    numbers = VGroup()
    for j, unit in enumerate(net.units[column]):
        number = lesson.number(path.replace("{j}", str(j)), spec, **style)
        numbers.add(number.move_to(unit))
    return numbers.set_z_index(3)


def on_edges(
    lesson: TrueNumbers,
    net: NetworkDrawing,
    path: str,
    layer: int,
    share: float,
    spec: str = "+.2f",
    **style: Any,
) -> VGroup:
    """Write a matrix (n_out, n_in) onto the edges of its layer, row by row.

    Parameters
    ----------
    path
        Place of the matrix.
    layer
        0 for the edges that leave the inputs.
    share
        Where on an edge the number stands: 0 at its start, 1 at its end.
    spec, style
        See :class:`~scenes.components.number.Number`.
    """
    numbers = VGroup()
    for j, row in enumerate(net.edges[layer]):
        for i in range(len(row)):
            number: Number = lesson.number(
                f"{path}[{j}, {i}]", spec, patch=True, **style
            )
            numbers.add(number.move_to(net.on_edge(layer, j, i, share)))
    return numbers.set_z_index(4)
