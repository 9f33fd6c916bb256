"""Hypothesis strategies: networks and data, named by what they hold and its shape."""

from typing import NamedTuple

import numpy as np
from hypothesis import strategies as st

from nnsim.arrays import Array, one_hot
from nnsim.network.losses import LOSSES, Loss
from nnsim.network.network import Network

HIDDEN = ("identity", "relu", "leaky_relu", "sigmoid", "tanh")


class Case(NamedTuple):
    """A network with data that fit it."""

    network: Network  # one network
    X: Array  # (n_samples, n_in)
    y: Array  # (n_samples, n_out)
    loss: Loss

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(layer.activation.name for layer in self.network.layers)


rngs = st.integers(0, 2**32 - 1).map(np.random.default_rng)


@st.composite
def cases_NI_NO(draw: st.DrawFn, hidden: tuple[str, ...] = HIDDEN) -> Case:
    """Network of 1 to 4 layers, X (n_samples, n_in), y (n_samples, n_out), loss."""
    rng = draw(rngs)
    widths = draw(st.lists(st.integers(1, 6), min_size=2, max_size=5))
    loss = LOSSES[draw(st.sampled_from(sorted(LOSSES)))]
    names = [draw(st.sampled_from(hidden)) for _ in widths[1:]]
    names[-1] = loss.output or names[-1]
    network = Network.initialise(widths, names, rng)
    network = network.with_parameters(rng.normal(size=network.n_parameters))
    n = draw(st.integers(1, 9))
    return Case(
        network,
        rng.normal(size=(n, widths[0])),
        targets(loss, n, widths[-1], rng),
        loss,
    )


def targets(loss: Loss, n: int, n_out: int, rng: np.random.Generator) -> Array:
    """Targets (n_samples, n_out) of the kind that a loss takes."""
    if loss.output == "softmax":
        return one_hot(rng.integers(n_out, size=n), n_out)
    if loss.output == "sigmoid":
        return rng.integers(2, size=(n, n_out)).astype(float)
    return rng.normal(size=(n, n_out))


def random_case(
    widths: tuple[int, ...],
    loss: Loss,
    n: int,
    seed: int = 0,
    hidden: str = "tanh",
    dtype: type = np.float64,
) -> Case:
    """Make a case of a given shape, without Hypothesis."""
    rng = np.random.default_rng(seed)
    names = (hidden,) * (len(widths) - 2) + (loss.output or "identity",)
    network = Network.initialise(widths, names, rng, dtype=dtype)
    y = targets(loss, n, widths[-1], rng)
    return Case(network, rng.normal(size=(n, widths[0])), y, loss)
