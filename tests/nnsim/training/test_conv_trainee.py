"""Filters train in the same loop: against steps taken by hand."""

from functools import partial

import numpy as np
import pytest

from nnsim.datasets.dna_features import cut_anywhere
from nnsim.errors import InputError
from nnsim.network.conv_network import ConvNetwork
from nnsim.network.losses import categorical_cross_entropy
from nnsim.training.loop import train
from nnsim.training.noise import Noise
from nnsim.training.optimizers import Adam, GradientDescent

RNG = np.random.default_rng(3)
X = np.eye(4)[RNG.integers(0, 4, (14, 12))]
Y = np.eye(3)[RNG.integers(0, 3, 14)]
NET = ConvNetwork.initialise((5, 3, 4), 8, "max", (6, 3), np.random.default_rng(0))
LOSS = categorical_cross_entropy


def test_steps_are_those_taken_by_hand() -> None:
    rng, adam = np.random.default_rng(1), Adam(0.01)
    net, state = NET, adam.start(NET.parameters)
    by_hand = [net.parameters]
    for _ in range(3):
        starts = rng.integers(0, 12 - 8 + 1, 14)
        seen = np.stack([x[at : at + 8] for x, at in zip(X, starts, strict=True)])
        order = rng.permutation(14)
        for rows in (order[:6], order[6:12], order[12:]):
            mask = (rng.random((len(rows), 5)) >= 0.25) * np.float32(1 / 0.75)
            slope = net.backward(net.forward(seen[rows], mask), Y[rows], LOSS)
            parameters, state = adam.step(net.parameters, slope.parameters, state)
            net = net.with_parameters(parameters)
        by_hand.append(net.parameters)
    history = train(
        NET, X, Y, loss=LOSS, optimizer=adam, n_epochs=3, batch_size=6,
        rng=np.random.default_rng(1), noise=Noise(dropout=0.25),
        fresh=partial(cut_anywhere, length=8), snapshots=range(4),
    )  # fmt: skip
    for kept, parameters in zip(history.snapshots, by_hand, strict=True):
        np.testing.assert_array_equal(kept.parameters, parameters)
    np.testing.assert_array_equal(history.network.parameters, by_hand[-1])


def test_curves_are_those_of_the_networks_kept() -> None:
    history = train(
        NET, X[:8], Y[:8], loss=LOSS, optimizer=Adam(0.05), n_epochs=4,
        validation=(X[8:], Y[8:]), snapshots=range(5),
    )  # fmt: skip
    for epoch, kept in enumerate(history.snapshots):
        p = kept.predict(X)
        cost = -np.log((p * Y).sum(axis=1))
        right = p.argmax(axis=1) == Y.argmax(axis=1)
        assert history.train_loss[epoch] == pytest.approx(cost[:8].mean())
        assert history.validation_loss is not None
        assert history.validation_loss[epoch] == pytest.approx(cost[8:].mean())
        assert history.train_accuracy is not None
        assert history.train_accuracy[epoch] == pytest.approx(right[:8].mean())
    assert history.train_loss[-1] < history.train_loss[0]


def test_weights_decay_and_biases_do_not() -> None:
    step = partial(
        train, NET, X, Y, loss=LOSS, optimizer=GradientDescent(0.1), n_epochs=1
    )
    free, held = (step(weight_decay=decay).network for decay in (0.0, 0.5))
    np.testing.assert_allclose(held.W, free.W - 0.1 * 0.5 * NET.W)
    np.testing.assert_array_equal(held.b, free.b)
    for h, f, start in zip(
        held.head.layers, free.head.layers, NET.head.layers, strict=True
    ):
        np.testing.assert_allclose(h.W, f.W - 0.1 * 0.5 * start.W)
        np.testing.assert_array_equal(h.b, f.b)


def test_what_cannot_be_is_refused() -> None:
    step = partial(train, NET, loss=LOSS, optimizer=Adam(0.1), n_epochs=1)
    with pytest.raises(InputError, match=r"takes \(n_samples, length, 4\)"):
        step(X[0], Y)
    with pytest.raises(InputError, match="one row per sample"):
        step(X, Y[:, :2])
    with pytest.raises(InputError, match="letters take no noise"):
        step(X, Y, noise=Noise(inputs=0.1), rng=np.random.default_rng(0))
    with pytest.raises(InputError, match="give rng"):
        step(X, Y, batch_size=7)
    with pytest.raises(InputError, match="give rng"):
        step(X, Y, fresh=partial(cut_anywhere, length=8))
