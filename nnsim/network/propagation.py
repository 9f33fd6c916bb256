"""The forward and backward sweep, written into arrays that are made once.

What you can do here
--------------------
- sweep forward, X to every z and a: ``sweep_forward``;
- sweep backward, the loss to every da, dz, dW, db: ``sweep_backward``;
- make the arrays that a sweep fills: ``Workspace.for_batch``.

``Network.forward``, ``Network.backward`` and the training loop all call these two
sweeps: there is no second, faster copy of the formulas. In every shape ``…`` is
nothing for one network or S for an ensemble.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from nnsim.arrays import Array, Biases, Inputs, Targets, Weights
from nnsim.network.activations import Activation
from nnsim.network.losses import Loss


class Layer(Protocol):
    """What a sweep needs of a layer; ``network.Dense`` is one."""

    @property
    def W(self) -> Weights:
        """Weights, (…, n_out, n_in)."""

    @property
    def b(self) -> Biases:
        """Biases, (…, n_out)."""

    @property
    def activation(self) -> Activation:
        """The function f in a = f(z)."""


@dataclass
class Workspace:
    """Writable arrays for one batch size, one per layer in each list."""

    z: list[Array]  # (…, n_samples, n_out) weighted sums
    a: list[Array]  # (…, n_samples, n_out) activations
    dz: list[Array]  # (…, n_samples, n_out) dL/dz
    da: list[Array]  # (…, n_samples, n_out) dL/da
    ones: Array  # (1, n_samples) adds up the samples as a matrix product
    inputs: list[Array]  # (…, n_samples, n_in) what each layer was given
    masks: Sequence[Array] = ()  # (…, n_samples, n_out) dropout, one per hidden layer

    @classmethod
    def for_batch(
        cls, widths: Sequence[int], lead: tuple[int, ...], n: int, dtype: npt.DTypeLike
    ) -> "Workspace":
        """Make the arrays for n samples; ``lead`` is () or (S,)."""
        shapes = [(*lead, n, width) for width in widths[1:]]
        lists = ([np.empty(shape, dtype) for shape in shapes] for _ in range(4))
        z, a, dz, da = lists
        return cls(z, a, dz, da, np.ones((1, n), dtype), [])


def sweep_forward(layers: Sequence[Layer], X: Inputs, work: Workspace) -> None:
    """Fill work.z and work.a: z = inputs Wᵀ + b and a = f(z), layer by layer.

    The inputs of a layer are X or a of the layer before, times its dropout mask.

    Parameters
    ----------
    layers
        The layers, first to last.
    X
        Inputs, (…, n_samples, n_in) or, shared by an ensemble, (n_samples, n_in).
    work
        Arrays for this number of samples.
    """
    work.inputs = [X, *work.a[:-1]]
    for i, (layer, z, a) in enumerate(zip(layers, work.z, work.a, strict=True)):
        if work.masks and i > 0:
            work.inputs[i] = work.a[i - 1] * work.masks[i - 1]
        np.matmul(work.inputs[i], layer.W.mT, out=z)
        z += layer.b[..., None, :]
        layer.activation.value(z, out=a)


def sweep_backward(
    layers: Sequence[Layer],
    y: Targets,
    loss: Loss,
    work: Workspace,
    gradients: Sequence[tuple[Weights, Biases]],
) -> None:
    """Fill work.da and work.dz and the gradients by the chain rule, last to first.

    Where the loss gives dL/dz of the last layer itself, its da is left as it was.

    Parameters
    ----------
    layers, work
        As in ``sweep_forward``, which has filled work.z, work.a and work.inputs.
    y
        Targets, (…, n_samples, n_out).
    loss
        Gives the derivative to begin with.
    gradients
        Arrays dW (…, n_out, n_in) and db (…, n_out) of each layer, written to.
    """
    last = len(layers) - 1
    for i in range(last, -1, -1):
        layer, z, a, dz, da = layers[i], work.z[i], work.a[i], work.dz[i], work.da[i]
        if i == last and loss.dz is not None:
            loss.dz(a, y, out=dz)
        else:
            if i == last:
                da[...] = loss.dy_hat(a, y)
            else:
                np.matmul(work.dz[i + 1], layers[i + 1].W, out=da)
                if work.masks:
                    da *= work.masks[i]
            layer.activation.derivative(z, a, out=dz)
            dz *= da
        dW, db = gradients[i]
        np.matmul(dz.mT, work.inputs[i], out=dW)
        np.matmul(work.ones, dz, out=db[..., None, :])
