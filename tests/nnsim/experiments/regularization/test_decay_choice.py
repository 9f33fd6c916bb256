"""λ is chosen on validation rows alone."""

import numpy as np

from nnsim.experiments.regularization.decay_choice import compare
from nnsim.experiments.regularization.remedies import Bench

BENCH = Bench(
    hidden_width=8, n_splits=3, n_train=30, n_validation=30, learning_rate=0.05,
    n_epochs=60,
)  # fmt: skip
DECAYS = (0.0, 0.01, 1.0)
RUNS = [BENCH.learn(weight_decay=d) for d in DECAYS]
FOUND = compare(BENCH, DECAYS, RUNS, BENCH.judge(RUNS[0].network))


def test_the_best_and_the_chosen_have_the_least_validation_loss() -> None:
    rows = BENCH.parts.validation
    losses = [BENCH.losses(run.network, rows) for run in RUNS]
    np.testing.assert_array_equal(FOUND.validation, losses)
    assert FOUND.value == DECAYS[int(np.mean(losses, axis=1).argmin())]
    assert FOUND.chosen.tolist() == np.argmin(losses, axis=0).tolist()
    assert FOUND.in_shown == DECAYS[FOUND.chosen[0]]


def test_ends_are_judged_on_test_rows() -> None:
    least, best, greatest = FOUND.ends
    for end, k in ((least, 0), (best, FOUND.best), (greatest, -1)):
        expected = BENCH.losses(RUNS[k].network, BENCH.parts.test)
        np.testing.assert_array_equal(end.outcome.loss, expected)
