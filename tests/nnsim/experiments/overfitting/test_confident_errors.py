"""Sureness of wrong answers, counted bird by bird."""

import numpy as np
import pytest

from nnsim.experiments.overfitting.capacity import Fit, fit
from nnsim.experiments.overfitting.confident_errors import of_wrong_answers, p_of_truth
from nnsim.problems.sexes import load_birds, part
from nnsim.training.history import History

BIRDS = load_birds()
PARTS = part(333, 2, 80, 80)


@pytest.fixture(scope="module")
def fitted() -> tuple[Fit, History]:
    return fit(8, BIRDS, PARTS, learning_rate=0.02, n_epochs=300, steps=(1, 100, 300))


@pytest.mark.parametrize("s", range(2))
def test_truth_is_p_for_males_and_the_rest_for_females(
    fitted: tuple[Fit, History], s: int
) -> None:
    _, history = fitted
    network = history.network[s]
    truth = p_of_truth(network, BIRDS, PARTS.test[s])
    for row, p in zip(PARTS.test[s], truth, strict=True):
        male = network.predict(BIRDS.X[row][None])[0, 0]
        assert p == pytest.approx(male if BIRDS.y[row, 0] else 1 - male, abs=1e-6)


@pytest.mark.parametrize("s", range(2))
def test_only_wrong_answers_count(fitted: tuple[Fit, History], s: int) -> None:
    found, history = fitted
    sureness = of_wrong_answers(BIRDS, PARTS, found, history)
    for k, measured in ((found.turns[s], sureness.at_turn), (2, sureness.at_end)):
        rows = PARTS.test[s]
        p = history.snapshots[k][s].predict(BIRDS.X[rows])[:, 0]
        wrong = (p > 0.5) != (BIRDS.y[rows, 0] > 0.5)
        sure = np.maximum(p, 1 - p)[wrong].mean()
        assert measured.each[s] == pytest.approx(sure, rel=1e-5)
        assert 0.5 < measured.each[s] < 1
