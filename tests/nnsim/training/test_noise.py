"""Dropout and noisy inputs: their statistics, their gradients, their refusals."""

import numpy as np
import pytest

from nnsim.errors import InputError
from nnsim.network.flat_parameters import split
from nnsim.network.losses import LOSSES, mean_squared_error
from nnsim.network.network import stack
from nnsim.training.loop import train
from nnsim.training.noise import Noise
from nnsim.training.optimizers import Adam, GradientDescent
from tests.strategies import random_case

NOISE = Noise(dropout=0.5, inputs=0.4)


def rngs(n: int) -> list[np.random.Generator]:
    return [np.random.default_rng(seed) for seed in range(n)]


def test_masks_drop_their_share_and_keep_the_mean() -> None:
    first, second = Noise(dropout=0.25).masks(rngs(1)[0], 100, (4, 50, 40, 3))
    assert (first.shape, second.shape) == ((100, 50), (100, 40))
    assert set(np.unique(first)) == {0, np.float32(1 / 0.75)}
    # 5000 draws: the share dropped is known to about 0.6 %, the mean to 0.8 %.
    assert np.mean(first == 0) == pytest.approx(0.25, abs=0.02)
    assert first.mean() == pytest.approx(1, abs=0.03)


def test_input_noise_has_its_size() -> None:
    X = np.full((500, 4), 3.0)
    noisy = Noise(inputs=0.4).disturb(X, rngs(1)[0])
    assert noisy.std() == pytest.approx(0.4, rel=0.1)
    assert noisy.mean() == pytest.approx(3, abs=0.05)


def test_no_noise_changes_nothing() -> None:
    network, X, y, loss = random_case((2, 5, 1), mean_squared_error, 8)
    settings = {"loss": loss, "optimizer": GradientDescent(0.1), "n_epochs": 3}
    plain = train(network, X, y, **settings)
    silent = train(network, X, y, noise=Noise(), rng=rngs(1)[0], **settings)
    np.testing.assert_array_equal(plain.train_loss, silent.train_loss)


@pytest.mark.parametrize("hidden", ["tanh", "relu", "sigmoid"])
def test_step_with_noise_follows_the_gradient_of_the_noisy_loss(hidden: str) -> None:
    network, X, y, loss = random_case((3, 6, 5, 1), mean_squared_error, 8, 0, hidden)
    # Biases other than 0: with all its inputs dropped, z would sit on relu's corner.
    network = network.with_parameters(rngs(1)[0].normal(size=network.n_parameters))
    history = train(
        network, X, y, loss=loss, optimizer=GradientDescent(1.0), n_epochs=1,
        noise=NOISE, rng=rngs(1)[0],
    )  # fmt: skip
    gradient = network.parameters - history.network.parameters
    rng = rngs(1)[0]
    masks = NOISE.masks(rng, 8, network.widths)
    noisy = NOISE.disturb(X, rng)

    def loss_at(parameters: np.ndarray) -> complex:
        a = noisy
        pairs = split(parameters, network.widths)
        for (W, b), layer, mask in zip(pairs, network.layers, [*masks, 1], strict=True):
            a = mask * layer.activation.value(a @ W.T + b)
        return np.mean((a - y) ** 2)

    steps = 1e-20j * np.eye(network.n_parameters)
    expected = [loss_at(network.parameters + step).imag / 1e-20 for step in steps]
    np.testing.assert_allclose(gradient, expected, atol=1e-12)


@pytest.mark.parametrize("batch_size", [None, 8])
@pytest.mark.parametrize("loss", sorted(LOSSES))
def test_together_equals_alone_with_noise(loss: str, batch_size: int | None) -> None:
    cases = [random_case((4, 8, 8, 3), LOSSES[loss], 20, s) for s in range(3)]
    X, y = (np.stack([case[i] for case in cases]) for i in (1, 2))
    settings = {
        "loss": LOSSES[loss], "optimizer": Adam(0.01), "n_epochs": 3,
        "batch_size": batch_size, "noise": NOISE,
    }  # fmt: skip
    together = train(stack([c.network for c in cases]), X, y, rng=rngs(3), **settings)
    for s, rng in enumerate(rngs(3)):
        alone = train(*cases[s][:3], rng=rng, **settings)
        np.testing.assert_array_equal(together.train_loss[s], alone.train_loss)


def test_measured_loss_is_free_of_noise() -> None:
    network, X, y, loss = random_case((2, 9, 1), mean_squared_error, 12)
    history = train(
        network, X, y, loss=loss, optimizer=GradientDescent(0.1), n_epochs=4,
        noise=NOISE, rng=rngs(1)[0], snapshots=range(5), batch_size=12,
    )  # fmt: skip
    measured = [kept.loss(X, y, loss) for kept in history.snapshots]
    np.testing.assert_array_equal(history.train_loss, measured)


@pytest.mark.parametrize("dropout", [-0.1, 1.0, float("nan")])
def test_dropout_is_a_share(dropout: float) -> None:
    with pytest.raises(InputError, match=f"dropout .* not {dropout}"):
        Noise(dropout=dropout)


@pytest.mark.parametrize("size", [-0.1, float("inf"), float("nan")])
def test_input_noise_is_a_size(size: float) -> None:
    with pytest.raises(InputError, match=f"inputs .* not {size}"):
        Noise(inputs=size)


def test_noise_needs_random_numbers() -> None:
    network, X, y, loss = random_case((2, 9, 1), mean_squared_error, 12)
    with pytest.raises(InputError, match="give rng, one Generator"):
        train(
            network, X, y, loss=loss, optimizer=Adam(), n_epochs=1, noise=NOISE
        )  # fmt: skip
