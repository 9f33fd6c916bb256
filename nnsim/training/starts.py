"""The same network from several random starts.

What you can do here
--------------------
- draw one network for each start: ``draw(widths, activations, n_starts)``;
- measure the gradient in each layer before any training: ``gradient_sizes``.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from nnsim.arrays import Array, Inputs, Targets, read_only
from nnsim.network.losses import Loss
from nnsim.network.network import Network, stack


def draw(
    widths: Sequence[int],
    activations: Sequence[str],
    n_starts: int,
    dtype: npt.DTypeLike = np.float64,
) -> Network:
    """Draw an ensemble; network s has its weights from the generator of seed s."""
    return stack(
        [
            Network.initialise(
                widths, activations, np.random.default_rng(seed), dtype=dtype
            )
            for seed in range(n_starts)
        ]
    )


def gradient_sizes(networks: Network, X: Inputs, y: Targets, loss: Loss) -> Array:
    """Return the root mean square of dL/dW in each layer, (S, n_layers)."""
    gradients = networks.backward(networks.forward(X), y, loss)
    return read_only(
        np.stack([np.sqrt((dW**2).mean(axis=(-2, -1))) for dW in gradients.dW], axis=-1)
    )
