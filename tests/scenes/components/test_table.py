"""Columns have one middle and never touch; each row stands on one line."""

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
def test_columns_have_one_middle_and_are_apart(values: list[list[float]]) -> None:
    table = Table([[Number(v) for v in row] for row in values], pitch=0.7, gap=0.4)
    right = np.array([[part.get_right()[0] for part in row] for row in table])
    left = np.array([[part.get_left()[0] for part in row] for row in table])
    middle = (left + right) / 2
    np.testing.assert_allclose(middle, middle[:1].repeat(len(middle), 0), atol=1e-9)
    for column in (1, 2):
        gap = left[:, column].min() - right[:, column - 1].max()
        assert gap == pytest.approx(0.4)


def test_rows_stand_on_lines_in_order() -> None:
    words = [
        [Label("p"), Number(0.5)],
        [Label("H"), Number(1)],
        [Label("z"), Number(2)],
    ]
    table = Table(words, pitch=0.7, head=0.2)
    lines = np.array([[part.baseline for part in row] for row in table])
    np.testing.assert_allclose(lines[:, 0], lines[:, 1], atol=1e-9)
    np.testing.assert_allclose(np.diff(lines[:, 0]), [-0.9, -0.7])
    assert table[1][0].words == "H"


def test_rows_of_unlike_length_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        Table([[Label("a"), Label("b")], [Label("c")]], pitch=0.7)
