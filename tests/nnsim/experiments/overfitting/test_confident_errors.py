"""Sureness of wrong answers, counted bird by bird."""

import numpy as np
import pytest

from nnsim.experiments.overfitting.capacity import fit
from nnsim.experiments.overfitting.confident_errors import of_wrong_answers, p_of_truth
from nnsim.problems.sexes import load_birds, part

BIRDS = load_birds()
PARTS = part(333, 2, 80, 80)
FOUND, HISTORY = fit(
    8, BIRDS, PARTS, learning_rate=0.02, n_epochs=300, steps=(1, 100, 300)
)
FOUND_SURE = of_wrong_answers(BIRDS, PARTS, FOUND, HISTORY)


@pytest.mark.parametrize("s", range(2))
def test_truth_is_p_for_males_and_the_rest_for_females(s: int) -> None:
    network = HISTORY.network[s]
    truth = p_of_truth(network, BIRDS, PARTS.test[s])
    for row, p in zip(PARTS.test[s], truth, strict=True):
        male = network.predict(BIRDS.X[row][None])[0, 0]
        assert p == pytest.approx(male if BIRDS.y[row, 0] else 1 - male, abs=1e-6)


@pytest.mark.parametrize("s", range(2))
def test_only_wrong_answers_count(s: int) -> None:
    for k, measured in ((FOUND.turns[s], FOUND_SURE.at_turn), (2, FOUND_SURE.at_end)):
        rows = PARTS.test[s]
        p = HISTORY.snapshots[k][s].predict(BIRDS.X[rows])[:, 0]
        wrong = (p > 0.5) != (BIRDS.y[rows, 0] > 0.5)
        sure = np.maximum(p, 1 - p)[wrong].mean()
        assert measured.each[s] == pytest.approx(sure, rel=1e-5)
        assert 0.5 < measured.each[s] < 1
