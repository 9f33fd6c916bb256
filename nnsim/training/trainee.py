"""A dense network in training: everything that changes from step to step.

What you can do here
--------------------
- compute all z and a for some rows: ``trainee.forward``, ``forward_noisy``;
- take one optimizer step from them: ``trainee.descend``;
- compute loss and accuracy from them: ``trainee.measure``;
- take a frozen copy: ``trainee.freeze``.

The parameters stand in one flat array; each layer's W and b are views of it, so an
optimizer step is one sweep over one array, whatever the depth and however many
networks. The formulas are those of ``Network.forward`` and ``Network.backward``.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from nnsim.arrays import (
    Array,
    Biases,
    Inputs,
    PerNetwork,
    Targets,
    Weights,
    check_inputs,
)
from nnsim.network.activations import Activation
from nnsim.network.flat_parameters import split
from nnsim.network.losses import Loss
from nnsim.network.network import Network
from nnsim.network.propagation import Workspace, sweep_backward, sweep_forward
from nnsim.training.batches import Randomness
from nnsim.training.noise import Noise
from nnsim.training.optimizers import Optimizer
from nnsim.training.weight_decay import weights_only


class LayerView(NamedTuple):
    """A layer whose W and b are views of the flat parameters."""

    W: Weights  # (…, n_out, n_in)
    b: Biases  # (…, n_out)
    activation: Activation  # f


class Trainee:
    """One network or an ensemble, its optimizer, and arrays made once.

    Parameters
    ----------
    network
        Where to start; it is copied.
    loss, optimizer
        What to make small, and how.
    weight_decay
        λ of the penalty (λ/2) Σ W².
    """

    def __init__(
        self, network: Network, loss: Loss, optimizer: Optimizer, weight_decay: float
    ) -> None:
        self.network, self.loss, self.optimizer = network, loss, optimizer
        self.parameters = network.parameters.copy()
        self.gradient = np.empty_like(self.parameters)
        self.state: Any = optimizer.start(self.parameters)
        decay = weight_decay * weights_only(network.widths)
        self.decay = decay.astype(self.parameters.dtype) if weight_decay else None
        self.gradient_views = split(self.gradient, network.widths)
        views = split(self.parameters, network.widths)
        self.layers = [
            LayerView(W, b, layer.activation)
            for (W, b), layer in zip(views, network.layers, strict=True)
        ]
        self.workspaces: dict[int, Workspace] = {}  # by number of samples

    def prepare(self, X: Inputs, y: Targets) -> tuple[Inputs, Targets]:
        """Check rows and bring them into the number format of the network."""
        network = self.network
        X = np.asarray(X).astype(network.dtype)
        check_inputs(X, network.widths[0], network.lead)
        expected = (*network.lead, X.shape[-2], network.widths[-1])
        return X, network.as_targets(y, expected, self.loss)

    def forward(self, X: Inputs, masks: Sequence[Array] = ()) -> Workspace:
        """Compute every z and a; they last until the next X with as many rows."""
        n = X.shape[-2]
        if n not in self.workspaces:
            self.workspaces[n] = Workspace.for_batch(
                self.network.widths, self.network.lead, n, self.parameters.dtype
            )
        work = self.workspaces[n]
        work.masks = masks
        sweep_forward(self.layers, X, work)
        return work

    def forward_noisy(self, X: Inputs, noise: Noise, rng: Randomness) -> Workspace:
        """Do the same with noise, as for learning."""
        masks = noise.masks(rng, X.shape[-2], self.network.widths)
        return self.forward(noise.disturb(X, rng), masks)

    def descend(self, y: Targets, work: Workspace) -> None:
        """Take one optimizer step on a batch that ``forward`` has just seen."""
        sweep_backward(self.layers, y, self.loss, work, self.gradient_views)
        if self.decay is not None:
            self.gradient += self.decay * self.parameters
        new, self.state = self.optimizer.step(
            self.parameters, self.gradient, self.state
        )
        self.parameters[...] = new

    def measure(self, y: Targets, work: Workspace) -> tuple[PerNetwork, Array | None]:
        """Compute loss and, where the loss has one, accuracy after ``forward``."""
        z, y_hat = work.z[-1], work.a[-1]
        accuracy = self.loss.accuracy
        return (
            self.loss.value(z, y_hat, y),
            None if accuracy is None else accuracy(y_hat, y),
        )

    def freeze(self) -> Network:
        """Copy the parameters as they are now into a network."""
        return self.network.with_parameters(self.parameters)
