"""Losses against scikit-learn, arithmetic by hand, and extremes."""

import numpy as np
import pytest
from scipy import special
from sklearn.metrics import accuracy_score, log_loss

from nnsim.arrays import one_hot
from nnsim.errors import InputError
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.losses import (
    LOSSES,
    Loss,
    binary_cross_entropy,
    categorical_cross_entropy,
    check_output,
    check_shares,
    mean_squared_error,
)

RNG = np.random.default_rng(0)
LABELS = RNG.integers(3, size=20)
Z = RNG.normal(size=(20, 3))


def output(loss: Loss, z: np.ndarray) -> np.ndarray:
    return ACTIVATIONS[loss.output or "identity"].value(z)


def test_squared_error_by_hand() -> None:
    y_hat, y = np.array([[1.0], [4.0]]), np.array([[2.0], [2.0]])
    assert mean_squared_error.value(y_hat, y_hat, y) == 2.5  # (1 + 4) / 2
    assert mean_squared_error.dy_hat(y_hat, y).tolist() == [[-1], [2]]  # 2 (∓) / 2


def test_binary_cross_entropy_equals_scikit_learn() -> None:
    z, y = Z[:, :1], (LABELS[:, None] > 0).astype(float)
    ours = binary_cross_entropy.value(z, output(binary_cross_entropy, z), y)
    assert ours == pytest.approx(log_loss(y[:, 0], special.expit(z[:, 0])), rel=1e-14)


def test_categorical_cross_entropy_equals_scikit_learn() -> None:
    y, y_hat = one_hot(LABELS, 3), output(categorical_cross_entropy, Z)
    ours = categorical_cross_entropy.value(Z, y_hat, y)
    assert ours == pytest.approx(log_loss(LABELS, y_hat), rel=1e-14)


def test_categorical_cross_entropy_equals_scipy_far_out() -> None:
    y, z = one_hot(LABELS, 3), 300 * Z
    expected = -np.mean(np.sum(y * special.log_softmax(z, axis=-1), axis=-1))
    ours = categorical_cross_entropy.value(z, output(categorical_cross_entropy, z), y)
    assert ours == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize(
    ("z", "y", "loss", "dz"),
    [
        (1000.0, 1.0, 0.0, 0.0),
        (-1000.0, 0.0, 0.0, 0.0),
        (1000.0, 0.0, 1000.0, 1.0),  # −ln(1 − σ(1000)) = 1000
        (-1000.0, 1.0, 1000.0, -1.0),
    ],
)
def test_binary_cross_entropy_is_finite_when_sure(
    z: float, y: float, loss: float, dz: float
) -> None:
    sums, y_hat = np.array([[z]]), output(binary_cross_entropy, np.array([[z]]))
    targets = np.array([[y]])
    assert binary_cross_entropy.value(sums, y_hat, targets) == loss
    assert binary_cross_entropy.dz is not None
    assert binary_cross_entropy.dz(y_hat, targets)[0, 0] == pytest.approx(dz)


def test_categorical_cross_entropy_is_finite_when_sure() -> None:
    z, y = np.array([[1000.0, 0.0, -1000.0]]), one_hot([2], 3)
    y_hat = output(categorical_cross_entropy, z)
    assert categorical_cross_entropy.value(z, y_hat, y) == 2000
    assert categorical_cross_entropy.dz is not None
    assert categorical_cross_entropy.dz(y_hat, y).tolist() == [[1, 0, -1]]


@pytest.mark.parametrize("y", [0.0, 1.0])
@pytest.mark.parametrize("y_hat", [0.0, 1.0])
def test_binary_derivative_by_output_is_never_nan(y: float, y_hat: float) -> None:
    slope = binary_cross_entropy.dy_hat(np.array([[y_hat]]), np.array([[y]]))[0, 0]
    # Right and sure: −y/y_hat + (1 − y)/(1 − y_hat) = ∓1; wrong and sure: infinite.
    expected = (1 - 2 * y) * (1 if y == y_hat else np.inf)
    assert slope == expected


@pytest.mark.parametrize("name", sorted(LOSSES))
def test_losses_keep_one_number_per_network(name: str) -> None:
    z = RNG.normal(size=(4, 20, 3))
    loss, y = LOSSES[name], one_hot(LABELS, 3)
    together = loss.value(z, output(loss, z), y)
    alone = [loss.value(one, output(loss, one), y) for one in z]
    assert together.shape == (4,)
    np.testing.assert_array_equal(together, alone)


def test_accuracy_equals_scikit_learn() -> None:
    assert categorical_cross_entropy.accuracy is not None
    share = categorical_cross_entropy.accuracy(Z, one_hot(LABELS, 3))
    assert share == accuracy_score(LABELS, Z.argmax(axis=1))


def test_binary_accuracy_by_hand() -> None:
    assert binary_cross_entropy.accuracy is not None
    y_hat, y = np.array([[0.9], [0.6], [0.2], [0.4]]), np.array([[1], [0], [0], [1]])
    assert binary_cross_entropy.accuracy(y_hat, y) == 0.5


@pytest.mark.parametrize(
    ("loss", "activation"),
    [
        (binary_cross_entropy, "tanh"),
        (categorical_cross_entropy, "sigmoid"),
        (mean_squared_error, "softmax"),
    ],
)
def test_loss_and_output_must_match(loss: Loss, activation: str) -> None:
    with pytest.raises(
        InputError, match=f"{loss.name} does not go with .*{activation}"
    ):
        check_output(loss, activation)


@pytest.mark.parametrize(
    ("loss", "rows", "message"),
    [
        (binary_cross_entropy, [[2.0]], "from 0 to 1, but they run from 2.0 to 2.0"),
        (binary_cross_entropy, [[-1.0], [1.0]], "they run from -1.0 to 1.0"),
        (categorical_cross_entropy, [[1.0, 1.0]], "sum to 1: .* one_hot"),
        (categorical_cross_entropy, [[0.0, 0.0]], "sum to 1"),
    ],
)
def test_targets_of_cross_entropies_are_shares(
    loss: Loss, rows: list[list[float]], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        check_shares(loss, np.array(rows))


def test_squared_error_takes_any_target() -> None:
    check_shares(mean_squared_error, np.array([[-5.0, 7.0]]))
