"""What the training loop asks of a network in training, dense or convolutional.

What you can do here
--------------------
- name it in a signature: ``Trainable``;
- take a network of either kind into training: ``begin``.
"""

from typing import Any, Protocol

from nnsim.arrays import Array, Flat, Inputs, PerNetwork, Targets
from nnsim.network.conv_network import ConvNetwork
from nnsim.network.losses import Loss
from nnsim.training.batches import Randomness
from nnsim.training.conv_trainee import ConvTrainee
from nnsim.training.history import N
from nnsim.training.noise import Noise
from nnsim.training.optimizers import Optimizer
from nnsim.training.trainee import Trainee


class Trainable(Protocol[N]):
    """A network, its optimizer, and what a step needs of both."""

    network: N  # as it was at the start
    parameters: Flat  # as they are now

    def prepare(self, X: Inputs, y: Targets) -> tuple[Inputs, Targets]:
        """Check rows and bring them into the number format of the network."""

    def forward(self, X: Inputs) -> Any:
        """Compute every value on the way from X to the output."""

    def forward_noisy(self, X: Inputs, noise: Noise, rng: Randomness) -> Any:
        """Do the same with noise, as for learning."""

    def descend(self, y: Targets, work: Any) -> None:
        """Take one optimizer step on a batch that ``forward`` has just seen."""

    def measure(self, y: Targets, work: Any) -> tuple[PerNetwork, Array | None]:
        """Compute loss and, where the loss has one, accuracy after ``forward``."""

    def freeze(self) -> N:
        """Copy the parameters as they are now into a network."""


def begin(
    network: N, loss: Loss, optimizer: Optimizer, weight_decay: float
) -> Trainable[N]:
    """Take a network into training."""
    if isinstance(network, ConvNetwork):
        return ConvTrainee(network, loss, optimizer, weight_decay)
    return Trainee(network, loss, optimizer, weight_decay)
