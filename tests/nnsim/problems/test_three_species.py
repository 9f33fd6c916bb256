"""Networks that name three species, against scikit-learn and by hand."""

from functools import cache

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from nnsim.network.network import Network
from nnsim.problems.three_species import Recipe, held_out, learn, load_birds, start

BIRDS = load_birds()
LINE = Recipe(n_hidden=0, learning_rate=0.05, batch_size=32)
FOUR = Recipe(n_hidden=4, learning_rate=0.01, batch_size=32)


@cache
def trained(recipe: Recipe, n_epochs: int) -> Network:
    rng = np.random.default_rng(0)
    rows = BIRDS.X, BIRDS.y
    return learn(recipe, start(recipe, 0), rows, n_epochs, rng).network


def test_birds_stand_in_the_order_of_the_table_sorted_by_species() -> None:
    assert BIRDS.X.shape == (342, 2)
    assert np.all(np.diff(BIRDS.labels) >= 0)
    assert np.bincount(BIRDS.labels).tolist() == [151, 123, 68]
    assert (BIRDS.y.argmax(axis=1) == BIRDS.labels).all()


def test_without_hidden_neurons_it_is_logistic_regression() -> None:
    ours = trained(LINE, 300).predict(BIRDS.X)
    model = LogisticRegression(C=1e4, max_iter=5000).fit(BIRDS.X, BIRDS.labels)
    theirs = model.predict_proba(BIRDS.X)
    assert np.abs(ours - theirs).mean() < 0.01
    assert (ours.argmax(axis=1) == theirs.argmax(axis=1)).mean() > 0.985


def test_wrong_birds_are_counted_for_one_network_and_for_many() -> None:
    net = trained(FOUR, 20)
    named = net.predict(BIRDS.X).argmax(axis=1)
    both = net.with_parameters(np.stack([net.parameters, 0 * net.parameters]))
    wrong = [(named != BIRDS.labels).sum(), 342 - 151]  # all alike: the first species
    assert BIRDS.wrong(both).tolist() == wrong
    assert BIRDS.wrong(net) == wrong[0]


def test_field_and_border_agree() -> None:
    net = trained(FOUR, 20)
    for at in BIRDS.border(net)[::40].mean(axis=1):
        p = np.sort(net.predict(BIRDS.scale.apply(at[None]))[0])
        assert p[2] - p[1] < 0.05  # the two likeliest are about equal there
    assert BIRDS.field(net).sum(axis=-1) == pytest.approx(1)


def test_held_out_scores_are_whole_birds_and_repeatable() -> None:
    scores = held_out(FOUR, BIRDS, 3, n_splits=4, n_test=68)
    np.testing.assert_allclose(68 * scores, np.round(68 * scores), atol=1e-9)
    again = held_out(FOUR, BIRDS, 3, n_splits=4, n_test=68)
    np.testing.assert_array_equal(scores, again)
    fewer = held_out(FOUR, BIRDS, 3, n_splits=2, n_test=68)
    np.testing.assert_array_equal(scores[:2], fewer)
