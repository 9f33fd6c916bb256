"""The least that can answer a question of yes or no: a single neuron.

What you can do here
--------------------
- train one, to compare networks with: ``train_one_neuron``.
"""

import numpy as np

from nnsim.arrays import Inputs, Targets
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Dense, Network
from nnsim.training.loop import train
from nnsim.training.optimizers import Adam


def train_one_neuron(X: Inputs, y: Targets) -> Network:
    """Train a neuron of two inputs until its loss, with one minimum, rests there."""
    start = Dense(np.zeros((1, 2)), np.zeros(1), ACTIVATIONS["sigmoid"])
    loss, optimizer = binary_cross_entropy, Adam(0.1)
    run = train(Network((start,)), X, y, loss=loss, optimizer=optimizer, n_epochs=2000)
    return run.network
