"""A layer of neurons that each see every input.

What you can do here
--------------------
- hold the parameters of a layer: ``Dense(W, b, ACTIVATIONS["tanh"])``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Biases, Weights, check_finite, read_only
from nnsim.errors import InputError
from nnsim.network.activations import Activation


@dataclass(frozen=True, eq=False)
class Dense:
    """A layer a = f(W x + b); with a leading axis, that layer of S networks."""

    W: Weights  # (…, n_out, n_in) weights, one row per neuron
    b: Biases  # (…, n_out) biases, one per neuron
    activation: Activation  # f, applied to each z

    def __post_init__(self) -> None:
        """Copy and seal the parameters; refuse shapes that do not fit together."""
        W, b = np.array(self.W), np.array(self.b)
        if W.ndim not in (2, 3) or W.shape[:-1] != b.shape or 0 in W.shape:
            raise InputError(
                f"W has shape {W.shape} and b has shape {b.shape}; they must be "
                "(n_out, n_in) and (n_out,), or with S networks (S, n_out, n_in) "
                "and (S, n_out)"
            )
        dtype = np.result_type(W, b, np.float32)
        for name, array in (("W", W), ("b", b)):
            check_finite(name, array)
            object.__setattr__(self, name, read_only(array.astype(dtype)))
