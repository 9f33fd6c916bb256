"""λ is chosen on validation rows alone."""

import numpy as np
import pytest

from nnsim.experiments.regularization.decay_choice import Decays, compare
from nnsim.experiments.regularization.remedies import Bench
from nnsim.training.history import History

DECAYS = (0.0, 0.01, 1.0)


@pytest.fixture(scope="module")
def runs(bench: Bench) -> list[History]:
    return [bench.learn(weight_decay=d, n_epochs=60) for d in DECAYS]


@pytest.fixture(scope="module")
def found(bench: Bench, runs: list[History]) -> Decays:
    return compare(bench, DECAYS, runs, bench.judge(runs[0].network))


def test_the_best_and_the_chosen_have_the_least_validation_loss(
    bench: Bench, runs: list[History], found: Decays
) -> None:
    rows = bench.parts.validation
    losses = [bench.losses(run.network, rows) for run in runs]
    np.testing.assert_array_equal(found.validation.each, losses)
    assert found.value == DECAYS[int(np.mean(losses, axis=1).argmin())]
    assert found.chosen.tolist() == np.argmin(losses, axis=0).tolist()
    assert found.in_shown == DECAYS[found.chosen[0]]


def test_ends_are_judged_on_test_rows(
    bench: Bench, runs: list[History], found: Decays
) -> None:
    least, best, greatest = found.ends
    for end, k in ((least, 0), (best, found.best), (greatest, -1)):
        expected = bench.losses(runs[k].network, bench.parts.test)
        np.testing.assert_array_equal(end.outcome.loss.each, expected)
