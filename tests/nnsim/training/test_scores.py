"""Right and wrong answers counted one by one; rows held out are not learned from."""

import numpy as np
import pytest
from sklearn.metrics import accuracy_score

from nnsim.arrays import one_hot
from nnsim.datasets.splits import hold_out
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Network
from nnsim.training.history import History
from nnsim.training.loop import train
from nnsim.training.optimizers import Adam
from nnsim.training.scores import is_wrong, n_wrong, over_splits, share_right
from nnsim.training.starts import draw

RNG = np.random.default_rng(0)
X = RNG.normal(size=(60, 2))
Y = (X[:, :1] * X[:, 1:] > 0).astype(float)
SPLITS = hold_out(60, 12, range(5), Y[:, 0])


def test_two_classes_are_parted_at_one_half() -> None:
    p, y = np.array([[0.2], [0.7], [0.5], [0.9]]), np.array([[0], [0], [1], [1]])
    assert is_wrong(p, y).tolist() == [False, True, True, False]
    assert n_wrong(p, y) == 2
    assert share_right(p, y) == 0.5


def test_of_several_classes_the_largest_output_counts() -> None:
    scores, labels = RNG.normal(size=(3, 50, 4)), RNG.integers(0, 4, (3, 50))
    found = share_right(scores, one_hot(labels, 4))
    for s in range(3):
        named = scores[s].argmax(axis=1)
        assert found[s] == pytest.approx(accuracy_score(labels[s], named))
        assert n_wrong(scores, one_hot(labels, 4))[s] == np.sum(named != labels[s])


def test_held_out_rows_are_not_learned_from() -> None:
    seen = []

    def remember(networks: Network, X: np.ndarray, y: np.ndarray) -> History:
        seen.append((X, y))
        return train(
            networks, X, y, loss=binary_cross_entropy, optimizer=Adam(0.1), n_epochs=0
        )

    networks = draw((2, 1), ("sigmoid",), 5)
    found = over_splits(networks, X, Y, SPLITS, remember)
    ((learned, y),) = seen
    assert learned.shape == (5, 48, 2)
    for s in range(5):
        rest = np.array([row not in learned[s] for row in X])
        assert rest.sum() == 12
        for rows, share in ((rest, found.right), (~rest, found.train_right)):
            right = (networks[s].predict(X[rows]) > 0.5) == (Y[rows] > 0.5)
            assert share.each[s] == pytest.approx(right.mean())
        assert abs(y[s].mean() - Y.mean()) < 0.02  # classes in the same shares


def test_each_seed_holds_out_other_rows() -> None:
    assert len({tuple(part.test) for part in SPLITS}) == 5
    np.testing.assert_array_equal(
        SPLITS[3].test, hold_out(60, 12, [3], Y[:, 0])[0].test
    )
