"""Areas are counts."""

import numpy as np
import pytest
from manim import BLUE, YELLOW

from scenes.components.block_rows import BlockRows

CELL = 0.05


@pytest.fixture
def blocks() -> BlockRows:
    """Give ten places in rows of four, two rectangles each."""
    return BlockRows(10, 4, [(6, 8), (6, 2)], [BLUE, YELLOW], cell=CELL)


def test_areas_are_multiply_adds(blocks: BlockRows) -> None:
    for layer, each in zip(blocks.layers, (48, 12), strict=True):
        area = sum(block.width * block.height for block in layer)
        assert area / CELL**2 == pytest.approx(10 * each)


def test_no_place_overlaps_another(blocks: BlockRows) -> None:
    corners = {tuple(np.round(place.get_center()[:2], 6)) for place in blocks.places}
    assert len(corners) == 10
    first, second, *_, last = blocks.places
    assert second.get_left()[0] > first.get_right()[0]
    assert last.get_top()[1] < first.get_bottom()[1]


def test_rectangles_of_a_place_are_stacked(blocks: BlockRows) -> None:
    low, high = blocks.places[5]
    assert high.get_bottom()[1] == pytest.approx(low.get_top()[1])
