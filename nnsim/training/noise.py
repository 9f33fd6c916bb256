"""Noise that is added while a network learns and left out when it is measured.

What you can do here
--------------------
- ask ``train`` for it: ``Noise(dropout=0.5)``, ``Noise(inputs=0.4)``;
- draw the masks of one step, for instance to show them: ``noise.masks``;
- draw noisy inputs: ``noise.disturb``.

In every shape ``…`` is nothing for one network or S for an ensemble, of which each
network has its own random numbers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, Inputs
from nnsim.errors import InputError
from nnsim.training.batches import Randomness


@dataclass(frozen=True)
class Noise:
    """How much noise; two remedies against overfitting.

    Sources: dropout, Srivastava et al. 2014, JMLR 15:1929,
    https://jmlr.org/papers/v15/srivastava14a.html; noisy inputs, Bishop 1995,
    Neural Computation 7:108, https://doi.org/10.1162/neco.1995.7.1.108.
    """

    dropout: float = 0.0  # share of hidden activations set to 0 in each step
    inputs: float = 0.0  # standard deviation of what is added to each input

    def __post_init__(self) -> None:
        """Refuse settings that cannot work."""
        if not 0 <= self.dropout < 1:  # False for NaN too
            raise InputError(
                f"dropout must be at least 0 and below 1, not {self.dropout}"
            )
        if not 0 <= self.inputs < np.inf:
            raise InputError(f"inputs must be 0 or more, not {self.inputs}")

    def masks(self, rng: Randomness, n: int, widths: Sequence[int]) -> list[Array]:
        """Draw a mask for each hidden layer.

        Parameters
        ----------
        rng
            Source of the random numbers; a list of S for an ensemble.
        n
            Number of samples in the step.
        widths
            Widths of the network, inputs first.

        Returns
        -------
        list of Array
            (…, n, width) float32 each: 0 where an activation is dropped, else
            1 / (1 − dropout), which keeps its mean. Empty without dropout.
        """
        if self.dropout == 0:
            return []
        return [self._mask(rng, (n, width)) for width in widths[1:-1]]

    def _mask(self, rng: Randomness, shape: tuple[int, int]) -> Array:
        kept = _draw(rng, lambda one: one.random(shape)) >= self.dropout
        return np.asarray(kept * np.float32(1 / (1 - self.dropout)))

    def disturb(self, X: Inputs, rng: Randomness) -> Inputs:
        """Add noise to the inputs, (…, n_samples, n_in); without noise, return X."""
        if self.inputs == 0:
            return X
        shape = X.shape[-2:]
        added = _draw(rng, lambda one: one.normal(scale=self.inputs, size=shape))
        return np.asarray(X + added.astype(X.dtype))


def _draw(rng: Randomness, draw: Callable[[np.random.Generator], Array]) -> Array:
    """Draw once for one network, or once for each of an ensemble."""
    if isinstance(rng, np.random.Generator):
        return draw(rng)
    return np.stack([draw(one) for one in rng])
