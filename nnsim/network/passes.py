"""What one forward and one backward pass leave behind, as frozen values.

What you can do here
--------------------
- read every z and a of a forward pass: ``ForwardPass``;
- read every derivative of a backward pass: ``Gradients``.

Layers are counted from 0. In every shape ``…`` is nothing for one network or S for
an ensemble. L is the mean loss over the batch of each network.
"""

from dataclasses import dataclass

from nnsim.arrays import Array, Biases, Flat, Inputs, Outputs, Weights, read_only
from nnsim.network.flat_parameters import flatten


def _seal(value: "ForwardPass | Gradients") -> None:
    """Make every array of a frozen value read-only."""
    for name, field in vars(value).items():
        sealed = (
            tuple(read_only(array) for array in field)
            if isinstance(field, tuple)
            else read_only(field)
        )
        object.__setattr__(value, name, sealed)


@dataclass(frozen=True, eq=False)
class ForwardPass:
    """Every intermediate value on the way from X to y_hat."""

    X: Inputs  # (…, n_samples, n_in) inputs
    z: tuple[Array, ...]  # (…, n_samples, n_out) weighted sums, one array per layer
    a: tuple[Array, ...]  # (…, n_samples, n_out) activations f(z), one per layer

    def __post_init__(self) -> None:
        """Seal the arrays."""
        _seal(self)

    @property
    def y_hat(self) -> Outputs:
        """Output of the network, (…, n_samples, n_out): a of the last layer."""
        return self.a[-1]


@dataclass(frozen=True, eq=False)
class Gradients:
    """Every derivative on the way back from the mean loss L to X."""

    da: tuple[Array, ...]  # (…, n_samples, n_out) dL/da, one array per layer
    dz: tuple[Array, ...]  # (…, n_samples, n_out) dL/dz, one array per layer
    dW: tuple[Weights, ...]  # (…, n_out, n_in) dL/dW, one array per layer
    db: tuple[Biases, ...]  # (…, n_out) dL/db, one array per layer
    dX: Inputs  # (…, n_samples, n_in) dL/dX

    def __post_init__(self) -> None:
        """Seal the arrays."""
        _seal(self)

    @property
    def parameters(self) -> Flat:
        """All dW and db in a row, in the order of ``Network.parameters``."""
        return read_only(flatten(zip(self.dW, self.db, strict=True)))
