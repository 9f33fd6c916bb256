"""A network of two inputs, three hidden neurons and one output, small enough to read.

What you can do here
--------------------
- choose its starting weights, and build it: ``StartingWeights().network()``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.network.activations import ACTIVATIONS
from nnsim.network.network import Dense, Network

Rows = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class StartingWeights:
    """Weights before any training; W1 has one row for each hidden neuron."""

    W1: Rows = ((-0.5, -1.1), (2.1, 0.3), (0.8, 1.3))
    b1: tuple[float, ...] = (0.9, 0.0, -1.0)
    W2: Rows = ((-0.9, 1.5, 1.3),)
    b2: tuple[float, ...] = (-1.3,)

    def network(self) -> Network:
        """Build the network."""
        hidden = Dense(np.array(self.W1), np.array(self.b1), ACTIVATIONS["tanh"])
        output = Dense(np.array(self.W2), np.array(self.b2), ACTIVATIONS["sigmoid"])
        return Network((hidden, output))
