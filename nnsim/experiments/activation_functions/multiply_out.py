"""Layers without activation, multiplied out: however many, they are one layer.

What you can do here
--------------------
- multiply W and b of the layers together, from the last to the first:
  ``multiply_out``.

W₂ (W₁ x + b₁) + b₂ = (W₂ W₁) x + (W₂ b₁ + b₂): one matrix and one bias.
"""

from collections.abc import Sequence

from nnsim.arrays import Array, read_only
from nnsim.errors import InputError
from nnsim.network.dense import Dense


def multiply_out(layers: Sequence[Dense]) -> tuple[tuple[Array, Array], ...]:
    """Multiply layers into one, and keep what there is on the way.

    Parameters
    ----------
    layers
        First to last; none but the last may have an activation, which is left out.

    Returns
    -------
    tuple
        (W, b) of the last layer, of the last two as one, …, of all as one: W is
        (n_out, n_in) and b is (n_out,), n_in of the first layer that is in it.

    Raises
    ------
    InputError
        If a layer before the last has an activation: it cannot be multiplied out.
    """
    bent = [layer.activation.name for layer in layers[:-1]]
    if set(bent) - {"identity"}:
        raise InputError(f"only layers without activation are one matrix, not {bent}")
    W, b = layers[-1].W, layers[-1].b
    steps = [(W, b)]
    for layer in layers[-2::-1]:
        W, b = W @ layer.W, W @ layer.b + b
        steps.append((read_only(W), read_only(b)))
    return tuple(steps)
