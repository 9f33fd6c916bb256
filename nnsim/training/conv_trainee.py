"""A convolutional network in training.

What you can do here
--------------------
- take steps with one, as with dense networks: ``ConvTrainee``, see
  :class:`nnsim.training.trainable.Trainable`.
"""

from typing import Any

import numpy as np

from nnsim.arrays import Array, Flat, Inputs, PerNetwork, Targets
from nnsim.errors import InputError
from nnsim.network.conv_network import ConvNetwork, ConvPass
from nnsim.network.losses import Loss
from nnsim.training.batches import Randomness
from nnsim.training.noise import Noise
from nnsim.training.optimizers import Optimizer
from nnsim.training.weight_decay import weights_only


class ConvTrainee:
    """One network and its optimizer.

    Parameters
    ----------
    network
        Where to start; it is copied.
    loss, optimizer
        What to make small, and how.
    weight_decay
        λ of the penalty (λ/2) Σ W², filters included.
    """

    def __init__(
        self,
        network: ConvNetwork,
        loss: Loss,
        optimizer: Optimizer,
        weight_decay: float,
    ) -> None:
        self.network, self.loss, self.optimizer = network, loss, optimizer
        self.parameters: Flat = network.parameters.copy()
        self.state: Any = optimizer.start(self.parameters)
        filters = np.ones(network.W.size), np.zeros(network.b.size)
        decay = weight_decay * np.concatenate(
            [*filters, weights_only(network.head.widths)]
        )
        self.decay = decay.astype(self.parameters.dtype) if weight_decay else None
        self.current = network

    def prepare(self, X: Inputs, y: Targets) -> tuple[Inputs, Targets]:
        """Check rows and bring them into the number format of the network."""
        X, head = np.asarray(X), self.network.head
        n_channels = self.network.W.shape[-1]
        if X.ndim != 3 or X.shape[-1] != n_channels or len(X) == 0:
            raise InputError(
                f"X has shape {X.shape}, but the network takes (n_samples, length, "
                f"{n_channels})"
            )
        y = head.as_targets(y, (len(X), head.widths[-1]), self.loss)
        return X.astype(head.dtype, copy=False), y

    def forward(self, X: Inputs, mask: Array | None = None) -> ConvPass:
        """Compute every value; ``mask`` is dropout on the pooled features."""
        return self.current.forward(X, mask)

    def forward_noisy(self, X: Inputs, noise: Noise, rng: Randomness) -> ConvPass:
        """Do the same with dropout, as for learning."""
        if noise.inputs:
            raise InputError("letters take no noise: only dropout goes with filters")
        n_features = self.network.head.widths[0]
        masks = noise.masks(rng, len(X), (0, n_features, 0))
        return self.forward(X, masks[0] if masks else None)

    def descend(self, y: Targets, work: ConvPass) -> None:
        """Take one optimizer step on a batch that ``forward`` has just seen."""
        gradient = self.current.backward(work, y, self.loss).parameters
        if self.decay is not None:
            gradient = gradient + self.decay * self.parameters
        self.parameters, self.state = self.optimizer.step(
            self.parameters, gradient, self.state
        )
        self.current = self.freeze()

    def measure(self, y: Targets, work: ConvPass) -> tuple[PerNetwork, Array | None]:
        """Compute loss and, where the loss has one, accuracy after ``forward``."""
        accuracy = self.loss.accuracy
        return (
            self.loss.value(work.head.z[-1], work.y_hat, y),
            None if accuracy is None else accuracy(work.y_hat, y),
        )

    def freeze(self) -> ConvNetwork:
        """Put the parameters as they are now into a network."""
        return self.network.with_parameters(self.parameters)
