"""Scores against scikit-learn; the network that early stopping keeps."""

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, log_loss

from nnsim.experiments.regularization.outcomes import judge, stopped
from nnsim.problems.sexes import LOSS, learn, load_birds, part
from nnsim.training.starts import draw

BIRDS = load_birds()
PARTS = part(333, 3, n_train=40, n_validation=40)
NETS = draw((2, 16, 1), ("tanh", "sigmoid"), 3)
X, Y = BIRDS.X[PARTS.test], BIRDS.y[PARTS.test]


def test_scores_against_scikit_learn() -> None:
    found = judge(NETS, X, Y)
    p = NETS.predict(X)[..., 0]
    for s in range(3):
        y = Y[s, :, 0]
        assert found.loss.each[s] == pytest.approx(log_loss(y, p[s]))
        assert found.right.each[s] == pytest.approx(accuracy_score(y, p[s] > 0.5))
        assert found.sure.each[s] == pytest.approx(
            np.where(p[s] > 0.5, p[s], 1 - p[s]).mean()
        )
    assert found.loss.mean == pytest.approx(np.mean(found.loss.each))
    assert found.loss.sd == pytest.approx(np.std(found.loss.each, ddof=1))


def test_each_network_is_kept_at_its_own_epoch() -> None:
    rows = PARTS.validation
    history = learn(
        NETS, BIRDS, PARTS.train, learning_rate=0.05, n_epochs=150,
        validation=rows, snapshots=range(151),
    )  # fmt: skip
    kept = stopped(history, history.best_epoch)
    least = history.validation_loss.min(axis=1)
    assert len(set(history.best_epoch.tolist())) > 1
    np.testing.assert_allclose(kept.loss(BIRDS.X[rows], BIRDS.y[rows], LOSS), least)


def test_an_epoch_that_was_not_kept_is_refused() -> None:
    history = learn(NETS, BIRDS, PARTS.train, learning_rate=0.05, n_epochs=2)
    with pytest.raises(KeyError):
        stopped(history, np.array([0, 1, 2]))
