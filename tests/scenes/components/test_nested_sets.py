"""Rings lie within one another, names in their own ring; lit ones stand out."""

import itertools

import numpy as np
import pytest

from scenes.components.nested_sets import NestedSets
from scenes.frame import theme

RADII = (3.0, 2.0, 1.0)


def draw() -> NestedSets:
    return NestedSets(("all", "some", "few"), RADII).shift([1, -1, 0])


def test_each_ring_lies_within_the_last_and_they_share_a_foot() -> None:
    rings = draw().rings
    for outer, inner in itertools.pairwise(rings):
        apart = np.linalg.norm(outer.get_center() - inner.get_center())
        assert apart + inner.width / 2 <= outer.width / 2 + 1e-6
        np.testing.assert_allclose(outer.get_bottom(), inner.get_bottom(), atol=1e-6)


def test_names_and_rooms_lie_in_their_ring_alone() -> None:
    drawn = draw()
    for k, (ring, name) in enumerate(zip(drawn.rings, drawn.names, strict=True)):
        middle, height = drawn.room(k)
        assert height > 0
        for y in (name.get_center()[1], middle[1] + height / 2, middle[1] - height / 2):
            assert ring.get_bottom()[1] - 1e-6 <= y < ring.get_top()[1]
            if k < 2:
                assert y >= drawn.rings[k + 1].get_top()[1] - 1e-6


@pytest.mark.parametrize("k", [0, 1, 2])
def test_lit_ring_stands_out(k: int) -> None:
    drawn = draw().light([k])
    widths = [ring.get_stroke_width() for ring in drawn.rings]
    assert widths.index(max(widths)) == k
    shown = [name.glyphs[0].get_fill_opacity() for name in drawn.names]
    assert shown == [1 if j == k else theme.DIMMED for j in range(3)]
