"""Networks of dense layers, and what passes through them both ways.

What you can do here
--------------------
- build a network: ``Network((Dense(W, b, ACTIVATIONS["tanh"]), …))``;
- draw one at random: ``Network.initialise((2, 3, 1), ("tanh", "sigmoid"), rng)``;
- compute every z and a: ``network.forward(X)``; only the output: ``predict``;
- compute every da, dz, dW, db: ``network.backward(forward_pass, y, loss)``;
- compute the mean loss: ``network.loss(X, y, loss)``;
- train S networks at once: ``stack(networks)``, and take one out: ``network[s]``;
- read or replace all parameters as one row: ``parameters``, ``with_parameters``.

In every shape ``…`` is nothing for one network or S for an ensemble.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from nnsim.arrays import (
    Flat,
    Inputs,
    Outputs,
    PerNetwork,
    Targets,
    check_inputs,
    check_targets,
    read_only,
)
from nnsim.errors import InputError
from nnsim.network import flat_parameters as flat
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.dense import Dense as Dense
from nnsim.network.initializers import Initializer, usual_for
from nnsim.network.losses import Loss, check_output, check_shares
from nnsim.network.passes import ForwardPass, Gradients
from nnsim.network.propagation import Workspace, sweep_backward, sweep_forward


@dataclass(frozen=True, eq=False)
class Network:
    """Dense layers in a row; S networks of one shape may share the arrays."""

    layers: tuple[Dense, ...]  # first to last

    def __post_init__(self) -> None:
        """Refuse layers that cannot follow one another."""
        if not self.layers:
            raise InputError("a network needs at least one layer")
        for before, after in pairwise(self.layers):
            *lead, n_out, _ = before.W.shape
            if (*lead, n_out) != (*after.W.shape[:-2], after.W.shape[-1]):
                raise InputError(
                    f"a layer with W of shape {after.W.shape} cannot follow one "
                    f"with W of shape {before.W.shape}"
                )
            if before.activation.name == "softmax":
                raise InputError("softmax belongs in the last layer only")

    @classmethod
    def initialise(
        cls,
        widths: Sequence[int],
        activations: Sequence[str],
        rng: np.random.Generator,
        initializer: Initializer | None = None,
        dtype: npt.DTypeLike = np.float64,
    ) -> "Network":
        """Draw the weights of a new network; biases are zero.

        Parameters
        ----------
        widths
            Number of inputs, then of neurons in each layer, as (4, 16, 3).
        activations
            Name of the activation of each layer, as ("relu", "softmax").
        rng
            Source of the random numbers.
        initializer
            How to draw W; by default what is usual for each activation.
        dtype
            Number format of the parameters, and so of all that is computed.
        """
        if len(activations) != len(widths) - 1:
            raise InputError(
                f"widths {tuple(widths)} make {len(widths) - 1} layers, but there "
                f"are {len(activations)} activations {tuple(activations)}"
            )
        layers = []
        for (n_in, n_out), name in zip(pairwise(widths), activations, strict=True):
            activation = ACTIVATIONS[name]
            W = (initializer or usual_for(name))(rng, n_out, n_in)
            layers.append(Dense(W.astype(dtype), np.zeros(n_out, dtype), activation))
        return cls(tuple(layers))

    @property
    def lead(self) -> tuple[int, ...]:
        """The ensemble axis: () for one network, (S,) for S."""
        return self.layers[0].W.shape[:-2]

    @property
    def widths(self) -> tuple[int, ...]:
        """Number of inputs, then of neurons in each layer."""
        outs = (layer.W.shape[-2] for layer in self.layers)
        return (self.layers[0].W.shape[-1], *outs)

    @property
    def n_parameters(self) -> int:
        """Number of weights and biases of one network."""
        return flat.count(self.widths)

    @property
    def dtype(self) -> np.dtype[np.generic]:
        """Number format of the parameters."""
        return np.result_type(*(layer.W for layer in self.layers))

    @property
    def parameters(self) -> Flat:
        """All parameters in a row, (…, n_parameters): W row by row, b, next layer."""
        return read_only(flat.flatten((layer.W, layer.b) for layer in self.layers))

    def with_parameters(self, parameters: Flat) -> "Network":
        """Return a network of the same shape with other parameters.

        Parameters
        ----------
        parameters
            (n_parameters,), or (S, n_parameters) for S networks, in the order of
            ``parameters``.
        """
        shape = np.shape(parameters)
        if len(shape) not in (1, 2) or shape[-1] != self.n_parameters:
            raise InputError(
                f"parameters have shape {shape}, but the network has "
                f"({self.n_parameters},) or (S, {self.n_parameters})"
            )
        pairs = flat.split(np.asarray(parameters), self.widths)
        fs = (layer.activation for layer in self.layers)
        return Network(
            tuple(Dense(W, b, f) for (W, b), f in zip(pairs, fs, strict=True))
        )

    def __getitem__(self, s: int) -> "Network":
        """Take network s out of an ensemble."""
        if not self.lead:
            raise InputError("this is a single network, not an ensemble of several")
        return self.with_parameters(self.parameters[s])

    def forward(self, X: Inputs) -> ForwardPass:
        """Compute every weighted sum z and activation a.

        Parameters
        ----------
        X
            Inputs, (n_samples, n_in), or (S, n_samples, n_in) if each network of
            an ensemble has its own.
        """
        X = np.asarray(X).astype(self.dtype)
        check_inputs(X, self.widths[0], self.lead)
        work = Workspace.for_batch(self.widths, self.lead, X.shape[-2], self.dtype)
        sweep_forward(self.layers, X, work)
        return ForwardPass(X, tuple(work.z), tuple(work.a))

    def backward(self, forward_pass: ForwardPass, y: Targets, loss: Loss) -> Gradients:
        """Compute the derivative of the mean loss with respect to everything.

        Parameters
        ----------
        forward_pass
            What ``forward`` returned for the inputs.
        y
            Targets, (n_samples, n_out) or (S, n_samples, n_out).
        loss
            The mean loss L over the batch.
        """
        X, y_hat = forward_pass.X, forward_pass.y_hat
        y = self.as_targets(y, y_hat.shape, loss)
        work = Workspace.for_batch(self.widths, self.lead, X.shape[-2], self.dtype)
        work.z, work.a = list(forward_pass.z), list(forward_pass.a)
        work.inputs = [X, *work.a[:-1]]
        gradient = np.empty((*self.lead, self.n_parameters), self.dtype)
        dW, db = zip(*flat.split(gradient, self.widths), strict=True)
        sweep_backward(self.layers, y, loss, work, list(zip(dW, db, strict=True)))
        work.da[-1] = loss.dy_hat(y_hat, y)
        dX = work.dz[0] @ self.layers[0].W
        return Gradients(tuple(work.da), tuple(work.dz), dW, db, dX)

    def predict(self, X: Inputs) -> Outputs:
        """Compute the output y_hat (…, n_samples, n_out)."""
        return self.forward(X).y_hat

    def loss(self, X: Inputs, y: Targets, loss: Loss) -> PerNetwork:
        """Compute the mean loss over the samples, (…,) one number per network."""
        done = self.forward(X)
        y = self.as_targets(y, done.y_hat.shape, loss)
        return read_only(loss.value(done.z[-1], done.y_hat, y))

    def as_targets(self, y: Targets, shape: tuple[int, ...], loss: Loss) -> Targets:
        """Bring targets into the network's number format; refuse what cannot fit."""
        check_output(loss, self.layers[-1].activation.name)
        y = np.asarray(y)
        check_targets(y, shape)
        check_shares(loss, y)
        return y.astype(self.dtype)


def stack(networks: Sequence[Network]) -> Network:
    """Join networks of one shape into an ensemble with a leading axis."""
    if not networks:
        raise InputError("there are no networks to stack")
    shapes = {
        (network.lead, network.widths, *(d.activation.name for d in network.layers))
        for network in networks
    }
    if len(shapes) > 1 or networks[0].lead:
        raise InputError(
            f"can only stack single networks of one shape, not {sorted(shapes)}"
        )
    rows = np.stack([network.parameters for network in networks])
    return networks[0].with_parameters(rows)
