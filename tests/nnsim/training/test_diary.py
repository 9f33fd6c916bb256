"""A diary holds what the steps were taken from."""

import numpy as np

from nnsim.network.losses import binary_cross_entropy
from nnsim.training.batches import mini_batches
from nnsim.training.diary import Diary
from nnsim.training.loop import train
from nnsim.training.optimizers import GradientDescent
from tests.strategies import random_case

NETWORK, X, Y, LOSS = random_case((2, 3, 1), binary_cross_entropy, 12)


def test_plain_descent_can_be_replayed_from_the_diary() -> None:
    diary, rate = Diary(3), 0.1
    train(
        NETWORK, X, Y, loss=LOSS, optimizer=GradientDescent(rate), n_epochs=2,
        batch_size=5, rng=np.random.default_rng(4), watch=diary,
    )  # fmt: skip
    assert len(diary.networks) == 3
    assert diary.losses.shape == (6,)
    net = NETWORK
    batches = mini_batches(12, 5, np.random.default_rng(4))
    for rows, kept, loss in zip(batches, diary.networks, diary.losses, strict=False):
        np.testing.assert_allclose(kept.parameters, net.parameters, atol=1e-12)
        assert abs(net.loss(X[rows], Y[rows], LOSS) - loss) < 1e-12
        gradient = net.backward(net.forward(X[rows]), Y[rows], LOSS).parameters
        net = net.with_parameters(net.parameters - rate * gradient)
