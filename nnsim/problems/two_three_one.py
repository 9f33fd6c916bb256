"""A network of two inputs, three hidden neurons and one output, small enough to read.

What you can do here
--------------------
- choose its starting weights, and build it: ``StartingWeights().network()``.
"""

from dataclasses import dataclass
from typing import Annotated, TypeAlias

import numpy as np

from nnsim.bounds import Settings, between
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.network import Dense, Network

Weight: TypeAlias = Annotated[float, between(-5, 5)]
Pair: TypeAlias = tuple[Weight, Weight]
Three: TypeAlias = tuple[Weight, Weight, Weight]


@dataclass(frozen=True)
class StartingWeights(Settings):
    """Weights before any training; W1 has one row for each hidden neuron."""

    W1: tuple[Pair, Pair, Pair] = ((-0.5, -1.1), (2.1, 0.3), (0.8, 1.3))
    b1: Three = (0.9, 0.0, -1.0)
    W2: tuple[Three] = ((-0.9, 1.5, 1.3),)
    b2: tuple[Weight] = (-1.3,)

    def network(self) -> Network:
        """Build the network."""
        hidden = Dense(np.array(self.W1), np.array(self.b1), ACTIVATIONS["tanh"])
        output = Dense(np.array(self.W2), np.array(self.b2), ACTIVATIONS["sigmoid"])
        return Network((hidden, output))
