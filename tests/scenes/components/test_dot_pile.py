"""Every value has a dot in its bin, and no dot hides another."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scenes.components.dot_pile import DotPile, piled
from scenes.components.plot import Plot
from scenes.frame import theme

shares = st.lists(st.floats(0, 1), min_size=1, max_size=60).map(np.array)


@given(shares)
def test_dots_stand_in_the_bins_of_a_histogram(values: np.ndarray) -> None:
    x = piled(values, 20, 4)[:, 0]
    edges = np.arange(21) / 20
    # 0.15 · 20 rounds to 3: the piles are told by the same product.
    expected = np.bincount(np.minimum((values * 20).astype(int), 19), minlength=20)
    np.testing.assert_array_equal(np.histogram(x, edges)[0], expected)


@given(shares)
def test_no_dot_hides_another_and_rows_are_filled_from_below(
    values: np.ndarray,
) -> None:
    places = piled(values, 20, 4)
    assert len({tuple(place) for place in np.round(places, 9)}) == len(values)
    for left in range(20):
        rows = places[(left < 20 * places[:, 0]) & (20 * places[:, 0] < left + 1), 1]
        counts = np.bincount(rows.astype(int)) if len(rows) else np.array([0])
        assert (counts[:-1] == 4).all()


def test_other_values_change_the_dots() -> None:
    plot = Plot((0, 1), (0, 1), x_label="p", y_label="n", width=4, height=2)
    pile = DotPile(plot, np.array([0.5, 0.5]), theme.role("ink"))
    assert len(pile.get_subpaths()) == 2
    pile.show_values(np.array([0.01]))
    assert pile.get_center()[0] < plot.at(0.1, 0)[0]
    pile.show_values(np.array([]))
    assert not pile.has_points()
