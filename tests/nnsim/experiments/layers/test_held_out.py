"""Scores on held-out rows are those of networks trained one at a time."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from nnsim.datasets.splits import Split, split
from nnsim.experiments.layers.held_out import Scores, score
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Network
from nnsim.training.loop import train
from nnsim.training.optimizers import Adam

RNG = np.random.default_rng(5)
X = RNG.normal(size=(120, 2))
Y = (X[:, :1] + 0.7 * X[:, 1:] + 0.4 * RNG.normal(size=(120, 1)) > 0.2).astype(float)
SPLITS = [split(120, np.random.default_rng(s), train=80, test=40) for s in range(4)]


def scored(widths: tuple[int, ...], splits: list[Split], n_epochs: int) -> Scores:
    optimizer = Adam(0.02)
    return score(
        widths, X, Y, splits, optimizer=optimizer, n_epochs=n_epochs, weight_decay=1e-3
    )


def test_each_network_learns_from_its_split_alone() -> None:
    found = scored((2, 3, 1), SPLITS, 60)
    for s, part in enumerate(SPLITS):
        start = Network.initialise(
            (2, 3, 1), ("tanh", "sigmoid"), np.random.default_rng(s)
        )
        run = train(start, X[part.train], Y[part.train], loss=binary_cross_entropy,
                    optimizer=Adam(0.02), n_epochs=60, weight_decay=1e-3)  # fmt: skip
        for rows, right in (
            (part.test, found.right.each),
            (part.train, found.train_right.each),
        ):
            p = run.network.predict(X[rows])
            assert right[s] == pytest.approx(np.mean((p > 0.5) == (Y[rows] > 0.5)))


def test_a_neuron_scores_as_scikit_learn() -> None:
    found = scored((2, 1), SPLITS, 1000)
    for s, part in enumerate(SPLITS):
        # Our penalty is (λ/2) Σ W² beside a mean loss: C = 1 / (n λ).
        model = LogisticRegression(C=1 / (80 * 1e-3))
        model.fit(X[part.train], Y[part.train, 0])
        theirs = model.score(X[part.test], Y[part.test, 0])
        assert found.right.each[s] == pytest.approx(theirs, abs=1e-9)


def test_mean_and_spread() -> None:
    found = scored((2, 1), SPLITS, 20)
    assert found.right.mean == pytest.approx(np.mean(found.right.each))
    assert found.right.sd == pytest.approx(np.std(found.right.each, ddof=1))
    assert found.train_right.mean == pytest.approx(np.mean(found.train_right.each))
    assert found.n_parameters == 3
