"""A sketch has the units and edges of its shape, all alike."""

from itertools import pairwise

import pytest

from scenes.components.shape_sketch import ShapeSketch


@pytest.mark.parametrize("widths", [(2, 1), (2, 11, 1), (2, 4, 4, 2, 1)])
def test_units_and_edges(widths: tuple[int, ...]) -> None:
    sketch = ShapeSketch(widths, width=1.7)
    assert tuple(len(column) for column in sketch.units) == widths
    n_edges = sum(a * b for a, b in pairwise(widths))
    assert len(sketch.edge_group) == n_edges
    assert len({edge.get_stroke_width() for edge in sketch.edge_group}) == 1
    assert len({edge.get_stroke_color().to_hex() for edge in sketch.edge_group}) == 1
