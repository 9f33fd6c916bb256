"""Near-copies of sequences: some bases exchanged for others.

What you can do here
--------------------
- exchange each base with a probability: ``near_copies``.
"""

import numpy as np

from nnsim.arrays import Array
from nnsim.errors import InputError


def near_copies(X: Array, rate: float, rng: np.random.Generator) -> Array:
    """Copy one-hot sequences (n, length, 4), each base mutated with this probability.

    A mutated base becomes one of the three others, each as likely.
    """
    if not 0 <= rate <= 1:
        raise InputError(f"the rate of mutation must lie in 0 … 1, not {rate}")
    base = X.argmax(axis=2)
    turn = rng.integers(1, 4, base.shape) * (rng.random(base.shape) < rate)
    return np.asarray(np.eye(4, dtype=X.dtype)[(base + turn) % 4])
