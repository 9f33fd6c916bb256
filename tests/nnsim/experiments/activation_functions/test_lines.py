"""The best line against all lines of a fine fan, and where the answer is known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnsim.datasets import penguins
from nnsim.experiments.activation_functions.lines import best_line

points = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8), st.booleans()),
    min_size=4,
    max_size=14,
).filter(lambda rows: len({row[:2] for row in rows}) > 2)


def count_wrong(X: np.ndarray, is_class: np.ndarray, w: np.ndarray, b: float) -> int:
    return int(((X @ w + b > 0) != is_class).sum())


@settings(max_examples=40)
@given(points)
def test_no_line_of_a_fan_is_better(rows: list[tuple[int, int, bool]]) -> None:
    X = np.array([row[:2] for row in rows], dtype=float)
    is_class = np.array([row[2] for row in rows])
    found = best_line(X, is_class)
    assert count_wrong(X, is_class, found.w, found.b) == found.n_wrong
    for angle in np.linspace(0, 2 * np.pi, 72, endpoint=False):
        w = np.array([np.cos(angle), np.sin(angle)])
        for b in -np.sort(X @ w)[:-1] - 1e-6:
            assert found.n_wrong <= count_wrong(X, is_class, w, b)


def test_separable_points_are_separated() -> None:
    X = np.random.default_rng(0).normal(size=(60, 2))
    is_class = X @ [2.0, -1.0] + 0.3 > 0
    found = best_line(X, is_class)
    assert found.n_wrong == 0
    np.testing.assert_array_equal(X @ found.w + found.b > 0, is_class)


def test_exclusive_or_leaves_one_wrong() -> None:
    X = np.array([[0.0, 0], [1, 1], [0, 1], [1, 0]])
    assert best_line(X, np.array([True, True, False, False])).n_wrong == 1


def test_points_on_top_of_one_another_are_not_parted() -> None:
    X = np.array([[0.0, 0], [0, 0], [1, 0], [2, 1]])
    assert best_line(X, np.array([True, False, False, False])).n_wrong == 1


@pytest.mark.parametrize("species", penguins.SPECIES)
def test_it_is_at_least_as_good_as_logistic_regression(species: str) -> None:
    linear_model = pytest.importorskip("sklearn.linear_model")
    birds = penguins.load().complete()
    X = birds.measurements("bill_length_mm", "bill_depth_mm")
    is_class = birds.species == species
    for C in (0.1, 1.0, 1e3):
        model = linear_model.LogisticRegression(C=C, max_iter=2000).fit(X, is_class)
        wrong = int((model.predict(X) != is_class).sum())
        assert best_line(X, is_class).n_wrong <= wrong
