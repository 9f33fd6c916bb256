"""What is read out of scikit-learn's models is what they answer."""

from typing import Any

import numpy as np
import pytest

from nnsim.classical import models
from nnsim.datasets import penguins
from nnsim.views.planes import around
from nnsim.views.regions import answers, frontiers

BIRDS = penguins.load().complete()
X = BIRDS.measurements("bill_length_mm", "bill_depth_mm")
Y = np.array([penguins.SPECIES.index(name) for name in BIRDS.species])
PLANE = around(X)
SIZES = models.Sizes(n_leaves=4, n_trees=7, seed=0)


@pytest.fixture(scope="module")
def tree() -> Any:
    return models.fit("tree", X, Y, SIZES)


@pytest.mark.parametrize("name", models.NAMES)
def test_probabilities(name: str) -> None:
    p = models.predict(models.fit(name, X, Y, SIZES), X)
    assert p.shape == (342, 3)
    np.testing.assert_allclose(p.sum(axis=1), 1)
    assert np.mean(p.argmax(axis=1) == Y) > 0.9


def test_forest_grows_to_what_it_says_in_the_end() -> None:
    forest = models.fit("forest", X, Y, SIZES)
    grown = models.grow(forest, X)
    assert grown.shape == (7, 342, 3)
    np.testing.assert_allclose(grown[-1], forest.predict_proba(X), atol=1e-12)
    one = forest.estimators_[0].predict_proba(X)
    np.testing.assert_allclose(grown[0], one, atol=1e-12)


def test_leaves_part_the_plane_and_answer_as_the_tree(tree: Any) -> None:
    found = models.leaves(tree, PLANE)
    assert len(found) == 4
    areas = [np.prod(np.diff(leaf.box, axis=1)) for leaf in found]
    assert sum(areas) == pytest.approx(np.prod(np.diff(PLANE, axis=1)))
    for leaf in found:
        middle = leaf.box.mean(axis=1)[None]
        assert models.predict(tree, middle).argmax() == leaf.answer
        inside = np.all((leaf.box[:, 0] < X) & (leaf.box[:, 1] >= X), axis=1)
        assert leaf.n == inside.sum()
        assert leaf.n_right == (Y[inside] == leaf.answer).sum()


def test_answer_changes_or_pales_across_each_question(tree: Any) -> None:
    for question in models.questions(tree, PLANE):
        middle = question.ends.mean(axis=0)
        step = np.eye(2)[question.column] * 1e-3
        assert middle[question.column] == question.threshold
        low, high = models.predict(tree, np.stack([middle - step, middle + step]))
        assert not np.allclose(low, high)


def test_folds_hold_each_bird_out_once_a_repeat() -> None:
    parts = models.folds(Y, 5, 3, seed=1)
    held_out = np.concatenate([part for _, part in parts])
    assert len(parts) == 15
    assert (np.bincount(held_out) == 3).all()
    for rows, part in parts:
        assert not set(rows) & set(part)
        assert len(rows) + len(part) == len(Y)
        shares = np.bincount(Y[part]) / len(part)
        np.testing.assert_allclose(shares, np.bincount(Y) / len(Y), atol=0.02)


def test_lines_of_logistic_regression_are_straight() -> None:
    line = models.fit("line", X, Y, SIZES)
    pieces = frontiers(lambda rows: models.predict(line, rows), PLANE, 40)
    ends = pieces.reshape(-1, 2)
    p = np.sort(models.predict(line, ends), axis=1)
    # Away from the point where three species meet, the two most probable tie.
    away = p[:, 0] < 0.1
    assert away.sum() > 50
    np.testing.assert_allclose(p[away, 1], p[away, 2], rtol=1e-6)


def test_answers_are_taken_at_the_middles_of_cells() -> None:
    field = answers(lambda rows: np.hstack([rows, -rows]), ((0, 2), (10, 14)), 2)
    np.testing.assert_allclose(field[1, 0], [0.5, 13, -0.5, -13])
    np.testing.assert_allclose(field[0, 1], [1.5, 11, -1.5, -11])
