"""What a model costs, from its number of parameters: memory and training.

What you can do here
--------------------
- count a dense or convolutional layer from its shape: ``dense``, ``convolution``;
- count the pass backward through layers: ``backward``;
- turn parameters into bytes: ``memory``;
- estimate the floating-point operations of training: ``training_operations``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

FLOAT16, FLOAT32 = 2, 4  # bytes that hold one number
# Training with Adam in float32 keeps four numbers for each parameter: its value, its
# gradient and the two running means, of the gradient and of its square.
ADAM = 4 * FLOAT32
# Each parameter costs a multiplication and an addition on the way forward, and twice
# as many on the way back (Kaplan et al. 2020, arXiv 2001.08361, section 2.1).
OPERATIONS = 6
RULE = "Kaplan et al. 2020"
RULE_REFERENCE = "arXiv 2001.08361"


@dataclass(frozen=True)
class Counted:
    """A layer's parameters, counted from its shape."""

    n_in: int  # values that each neuron or filter reads
    n_out: int  # neurons or filters
    n_weights: int  # one for each connection, or for each place of a filter
    n_biases: int  # one for each neuron or filter
    multiply_adds: int  # of one pass forward

    @property
    def n_parameters(self) -> int:
        """Weights and biases together."""
        return self.n_weights + self.n_biases


def dense(n_in: int, n_out: int) -> Counted:
    """Count a layer in which each neuron is connected to each input."""
    return Counted(n_in, n_out, n_in * n_out, n_out, n_in * n_out)


def convolution(
    n_filters: int, length: int, n_channels: int, n_positions: int
) -> Counted:
    """Count filters that slide over a sequence: the same weights at each place.

    Parameters
    ----------
    length
        Positions that a filter reads at once.
    n_channels
        Values at each position, 4 for one-hot DNA.
    n_positions
        Places at which each filter is applied.
    """
    read = length * n_channels
    weights = n_filters * read
    return Counted(read, n_filters, weights, n_filters, weights * n_positions)


def backward(layers: Sequence[Counted]) -> int:
    """Count the multiply-adds of one pass backward.

    Each layer multiplies as often as forward for the derivatives of its weights, and
    once more for those of its inputs; nobody needs the latter in the first layer.
    """
    forward = [layer.multiply_adds for layer in layers]
    return 2 * sum(forward) - forward[0]


def memory(n_parameters: float, n_bytes: int = FLOAT32) -> float:
    """Return how many bytes the parameters take at ``n_bytes`` for each."""
    return n_parameters * n_bytes


def training_operations(n_parameters: float, n_examples: float) -> float:
    """Estimate the floating-point operations of training, 6 N D.

    Parameters
    ----------
    n_examples
        D: tokens seen in training, or rows of a table times epochs.
    """
    return OPERATIONS * n_parameters * n_examples
