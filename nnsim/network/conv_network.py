"""A convolutional network: filters, ReLU, pooling, then dense layers.

What you can do here
--------------------
- draw one at random: ``ConvNetwork.initialise``;
- compute every value forward and every derivative backward: ``forward``,
  ``backward``; only the output: ``predict``;
- read or replace all parameters as one row: ``parameters``, ``with_parameters``.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from nnsim.arrays import Array, Biases, Flat, Inputs, Outputs, Targets, read_only
from nnsim.errors import InputError
from nnsim.network.convolution import (
    convolve,
    convolve_backward,
    global_max_pool,
    global_max_pool_backward,
)
from nnsim.network.initializers import normal_relu
from nnsim.network.losses import Loss
from nnsim.network.network import Network
from nnsim.network.passes import ForwardPass, Gradients

POOLS = ("max", "flatten")


@dataclass(frozen=True, eq=False)
class ConvPass:
    """Every intermediate value on the way from X to y_hat."""

    X: Array  # (n_samples, length, n_channels)
    z: Array  # (n_samples, n_places, n_filters) weighted sums
    place: Array | None  # (n_samples, n_filters) where each filter is strongest
    mask: Array | None  # (n_samples, n_features) dropout, 0 or 1 / (1 − share)
    head: ForwardPass  # the dense layers; its X are the pooled features

    @property
    def y_hat(self) -> Outputs:
        """Output of the network."""
        return self.head.y_hat


@dataclass(frozen=True, eq=False)
class ConvGradients:
    """Every derivative on the way back from the mean loss L to the filters."""

    dz: Array  # (n_samples, n_places, n_filters) dL/dz of the filters
    dW: Array  # (n_filters, width, n_channels) dL/dW of the filters
    db: Biases  # (n_filters,) dL/db of the filters
    head: Gradients  # of the dense layers

    @property
    def parameters(self) -> Flat:
        """All derivatives in a row, in the order of ``ConvNetwork.parameters``."""
        return np.concatenate([self.dW.ravel(), self.db, self.head.parameters])


@dataclass(frozen=True, eq=False)
class ConvNetwork:
    """Filters and the dense layers after them."""

    W: Array  # (n_filters, width, n_channels) one filter after the other
    b: Biases  # (n_filters,)
    pool: str  # "max": best place of each filter; "flatten": all places
    head: Network  # dense layers on the pooled activations

    def __post_init__(self) -> None:
        """Seal the filters; refuse a pooling that is not known."""
        if self.pool not in POOLS:
            raise InputError(f"pool must be one of {POOLS}, not {self.pool!r}")
        object.__setattr__(self, "W", read_only(self.W))
        object.__setattr__(self, "b", read_only(self.b))

    @classmethod
    def initialise(
        cls,
        shape: tuple[int, int, int],
        length: int,
        pool: str,
        widths: tuple[int, ...],
        rng: np.random.Generator,
        dtype: npt.DTypeLike = np.float64,
    ) -> "ConvNetwork":
        """Draw filters of ``shape`` and dense layers of ``widths``, softmax last."""
        n_filters, width, n_channels = shape
        W = normal_relu(rng, n_filters, width * n_channels).reshape(shape)
        n_in = n_filters * (1 if pool == "max" else length - width + 1)
        names = (*("relu",) * (len(widths) - 1), "softmax")
        head = Network.initialise((n_in, *widths), names, rng, dtype=dtype)
        return cls(W.astype(dtype), np.zeros(n_filters, dtype), pool, head)

    @property
    def lead(self) -> tuple[int, ...]:
        """No ensemble axis: filters are trained one network at a time."""
        return ()

    @property
    def parameters(self) -> Flat:
        """All parameters in a row: W, b, then those of the dense layers."""
        return np.concatenate([self.W.ravel(), self.b, self.head.parameters])

    def with_parameters(self, parameters: Flat) -> "ConvNetwork":
        """Return a network of the same shape with other parameters."""
        W, b, rest = np.split(parameters, np.cumsum([self.W.size, self.b.size]))
        head = self.head.with_parameters(rest)
        return replace(self, W=W.reshape(self.W.shape), b=b, head=head)

    def forward(self, X: Inputs, mask: Array | None = None) -> ConvPass:
        """Compute every value; ``mask`` is dropout on the pooled features."""
        z = convolve(X, self.W, self.b)
        a, place = np.maximum(z, 0), None
        if self.pool == "max":
            a, place = global_max_pool(a)
        features = a.reshape(len(X), -1)
        if mask is not None:
            features = features * mask
        return ConvPass(X, z, place, mask, self.head.forward(features))

    def backward(self, done: ConvPass, y: Targets, loss: Loss) -> ConvGradients:
        """Compute the derivative of the mean loss with respect to every parameter."""
        gradients = self.head.backward(done.head, y, loss)
        da = gradients.dX if done.mask is None else gradients.dX * done.mask
        if done.place is None:
            da = da.reshape(done.z.shape)
        else:
            da = global_max_pool_backward(da, done.place, done.z.shape[1])
        dz = da * (done.z > 0)
        dW, db = convolve_backward(done.X, self.W, dz)
        return ConvGradients(dz, dW, db, gradients)

    def predict(self, X: Inputs) -> Outputs:
        """Compute the output y_hat (n_samples, n_out)."""
        return self.forward(X).y_hat
