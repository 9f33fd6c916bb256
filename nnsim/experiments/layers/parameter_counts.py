"""Counting a network's parameters from its shape alone.

What you can do here
--------------------
- count layer by layer: ``by_layer((2, 8, 2, 1))`` is ``(24, 18, 3)``;
- see what width and depth cost: ``growth``.

A layer of n_out neurons has a weight from each of its n_in inputs to each neuron,
and a bias for each neuron: n_out (n_in + 1) parameters. Neurons are not counted.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.errors import InputError


def by_layer(widths: Sequence[int]) -> tuple[int, ...]:
    """Count weights and biases of each layer.

    Parameters
    ----------
    widths
        Number of inputs, then of neurons in each layer.
    """
    if len(widths) < 2 or min(widths) < 1:
        raise InputError(
            f"widths {tuple(widths)} make no network: it needs inputs and a layer, "
            "at least one unit wide each"
        )
    return tuple(n_out * (n_in + 1) for n_in, n_out in pairwise(widths))


def growth(n_in: int, n_out: int, n_hidden: int, hidden_widths: Sequence[int]) -> Array:
    """Count the parameters of networks with ``n_hidden`` layers of each width.

    Returns
    -------
    Array
        (len(hidden_widths), 2) rows of width and parameters.
    """
    rows = [
        (width, sum(by_layer((n_in, *(width,) * n_hidden, n_out))))
        for width in hidden_widths
    ]
    return read_only(np.array(rows))
