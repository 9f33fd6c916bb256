"""Many splits of one width at once against each network trained alone."""

from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, log_loss

from nnsim.experiments.overfitting.capacity import Fit, fit, moments
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Network
from nnsim.problems.question import Question
from nnsim.problems.sexes import load_birds, part
from nnsim.training.history import History
from nnsim.training.loop import train
from nnsim.training.optimizers import Adam

BIRDS = load_birds()
PARTS = part(333, 3, 80, 80)
SETTINGS = {"learning_rate": 0.02, "n_epochs": 60, "steps": (1, 20, 60)}


@pytest.fixture(scope="module")
def fitted() -> tuple[Fit, History]:
    return fit(4, BIRDS, PARTS, **SETTINGS)


@pytest.fixture(scope="module")
def found(fitted: tuple[Fit, History]) -> Fit:
    return fitted[0]


@pytest.fixture(scope="module")
def history(fitted: tuple[Fit, History]) -> History:
    return fitted[1]


@pytest.mark.parametrize("s", range(3))
def test_losses_and_shares_are_those_of_scikit_learn(
    found: Fit, history: History, s: int
) -> None:
    for k, networks in enumerate(history.snapshots):
        for rows, loss, right in (
            (PARTS.train[s], found.train, found.train_right),
            (PARTS.test[s], found.test, found.test_right),
        ):
            p, y = networks[s].predict(BIRDS.X[rows])[:, 0], BIRDS.y[rows, 0]
            assert loss.each[s, k] == pytest.approx(log_loss(y, p), rel=1e-4)
            assert right.each[s, k] == pytest.approx(accuracy_score(y, p > 0.5))


def test_network_learns_as_it_would_alone(found: Fit) -> None:
    rng = np.random.default_rng(2)
    alone = train(
        Network.initialise((2, 4, 1), ("tanh", "sigmoid"), rng),
        BIRDS.X[PARTS.train[2]],
        BIRDS.y[PARTS.train[2]],
        loss=binary_cross_entropy,
        optimizer=Adam(0.02),
        n_epochs=60,
    )  # in float64, so not to the last bit
    np.testing.assert_allclose(
        found.train.each[2], alone.train_loss[[1, 20, 60]], rtol=1e-4
    )


def test_what_is_held_out_does_not_teach(found: Fit) -> None:
    labels = BIRDS.labels.copy()
    labels[PARTS.test[0]] = 1 - labels[PARTS.test[0]]
    lied: Question = replace(BIRDS, labels=labels)
    other, _ = fit(4, lied, PARTS, **SETTINGS)
    np.testing.assert_allclose(other.train.each[0], found.train.each[0], rtol=1e-5)
    assert np.abs(other.test.each[0] - found.test.each[0]).min() > 0.01


def test_turn_is_the_least_test_loss(found: Fit) -> None:
    np.testing.assert_array_equal(found.at_turn.each, found.test.each.min(axis=1))
    for s, k in enumerate(found.turns):
        assert found.train_at_turn.each[s] == found.train.each[s, k]
        assert found.right_at_turn.each[s] == found.test_right.each[s, k]


def test_end_is_the_last_step(found: Fit) -> None:
    for at_end, curves in (
        (found.at_end, found.test),
        (found.right_at_end, found.test_right),
        (found.train_at_end, found.train),
        (found.train_right_at_end, found.train_right),
    ):
        np.testing.assert_array_equal(at_end.each, curves.each[:, -1])
        assert at_end.mean == pytest.approx(curves.mean[-1])


def test_rise_is_from_the_least_of_all_steps(found: Fit, history: History) -> None:
    for s, curve in enumerate(history.validation_loss):
        assert found.least.each[s] == min(curve[1:])
        assert found.rises[s] == pytest.approx(curve[-1] / min(curve[1:]))


def test_parts_share_no_bird() -> None:
    rows = np.concatenate([PARTS.train, PARTS.validation, PARTS.test], axis=1)
    np.testing.assert_array_equal(np.sort(rows), np.tile(np.arange(333), (3, 1)))


def test_moments_go_from_the_first_step_to_the_last() -> None:
    steps = moments(2000, 120)
    assert (steps[0], steps[-1]) == (1, 2000)
    assert sorted(set(steps)) == list(steps)
    late = np.array(steps[-30:])
    np.testing.assert_allclose(late[1:] / late[:-1], 2000 ** (1 / 119), rtol=0.01)
