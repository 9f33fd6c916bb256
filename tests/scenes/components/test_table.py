"""Columns end at one line and never touch; rows keep their distance."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.components.number import Number
from scenes.components.table import Table
from scenes.components.text import Label

rows = st.lists(
    st.lists(st.floats(-999, 999), min_size=3, max_size=3), min_size=1, max_size=4
)


@settings(max_examples=20)  # each draws dozens of glyphs
@given(rows)
def test_columns_are_aligned_on_the_right_and_apart(values: list[list[float]]) -> None:
    table = Table([[Number(v) for v in row] for row in values], pitch=0.7, gap=0.4)
    right = np.array([[part.get_right()[0] for part in row] for row in table])
    left = np.array([[part.get_left()[0] for part in row] for row in table])
    np.testing.assert_allclose(right, right[:1].repeat(len(right), 0), atol=1e-9)
    for column in (1, 2):
        assert left[:, column].min() - right[0, column - 1] == pytest.approx(0.4)


def test_rows_keep_their_distance_and_order() -> None:
    words = [
        [Label("p"), Number(0.5)],
        [Label("y"), Number(1.0)],
        [Label("z"), Number(2)],
    ]
    table = Table(words, pitch=0.7)
    heights = [row[1].get_center()[1] for row in table]
    np.testing.assert_allclose(np.diff(heights), -0.7)
    assert table[1][0].words == "y"


def test_rows_of_unlike_length_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        Table([[Label("a"), Label("b")], [Label("c")]], pitch=0.7)
