"""Arrays: their shapes in words, the read-only seal, and the checks all share.

What you can do here
--------------------
- say what an array holds in a signature: ``Inputs``, ``Targets``, ``Weights`` …;
- seal an array against writing: ``read_only``;
- take the largest or the sum of each short row: ``row_max``, ``row_sum``;
- refuse bad data early and say why: ``check_finite``, ``check_inputs``,
  ``check_targets``;
- turn class labels into target rows: ``one_hot``.

In every shape ``…`` stands for nothing (one network) or for one leading axis of
S networks that are computed together.
"""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from nnsim.errors import InputError

Array: TypeAlias = npt.NDArray[Any]  # any shape
Inputs: TypeAlias = Array  # X (…, n_samples, n_in), one row per sample
Targets: TypeAlias = Array  # y (…, n_samples, n_out), one row per sample
Outputs: TypeAlias = Array  # z, a, y_hat (…, n_samples, n_out)
Weights: TypeAlias = Array  # W (…, n_out, n_in), one row per neuron
Biases: TypeAlias = Array  # b (…, n_out)
Flat: TypeAlias = Array  # (…, n_parameters), all W and b of a network in a row
PerNetwork: TypeAlias = Array  # (…,) one number per network


def read_only(array: npt.ArrayLike) -> Array:
    """View an array so that nobody can write through the view; nothing is copied."""
    view = np.asarray(array).view()
    view.flags.writeable = False
    return view


def row_max(table: Array) -> Array:
    """Take the largest of each row, (…, n_rows, n_columns) to (…, n_rows, 1).

    Column by column, which for rows of a few numbers is much faster than ``max``.
    """
    largest: Array = table[..., :1].copy()
    for k in range(1, table.shape[-1]):
        np.maximum(largest, table[..., k : k + 1], out=largest)
    return largest


def row_sum(table: Array) -> Array:
    """Add up each row, (…, n_rows, n_columns) to (…, n_rows, 1).

    As a matrix product, which for rows of a few numbers is much faster than ``sum``.
    """
    return np.asarray(table @ np.ones((table.shape[-1], 1), table.dtype))


def check_finite(name: str, array: Array) -> None:
    """Refuse an array that holds NaN or infinity, and say where the first one is."""
    if not np.all(np.isfinite(array)):
        where = tuple(int(i) for i in np.argwhere(~np.isfinite(array))[0])
        raise InputError(
            f"{name} must be finite, but {name}{list(where)} is {array[where]}; "
            "drop or fill such rows first"
        )


def check_inputs(X: Inputs, n_in: int, lead: tuple[int, ...] = ()) -> None:
    """Refuse inputs that do not fit a network of ``n_in`` inputs.

    Parameters
    ----------
    X
        Inputs, (n_samples, n_in) for all networks or (S, n_samples, n_in).
    n_in
        Number of inputs of the network.
    lead
        () for one network, (S,) for an ensemble.

    Raises
    ------
    InputError
        If X has another shape, no rows, or values that are not finite.
    """
    expected = f"(n_samples, {n_in})"
    if lead:
        expected += f" or ({lead[0]}, n_samples, {n_in})"
    if X.ndim < 2 or X.shape[-1] != n_in or X.shape[:-2] not in ((), lead):
        raise InputError(f"X has shape {X.shape}, but the network takes {expected}")
    if X.shape[-2] == 0:
        raise InputError(f"X has shape {X.shape}: there are no samples in it")
    check_finite("X", X)


def check_targets(y: Targets, expected: tuple[int, ...]) -> None:
    """Refuse targets whose last axes are not those of the outputs ``expected``."""
    if (
        y.ndim < 2
        or y.shape[-2:] != expected[-2:]
        or y.shape[:-2]
        not in (
            (),
            expected[:-2],
        )
    ):
        raise InputError(
            f"y has shape {y.shape}, but the network's output has shape {expected}: "
            "give one row per sample and one column per output"
        )
    check_finite("y", y)


def one_hot(labels: npt.ArrayLike, n_classes: int) -> Targets:
    """Turn class numbers into rows with a single 1.

    Parameters
    ----------
    labels
        Class of each sample, integers 0 … n_classes − 1, (…, n_samples).
    n_classes
        Number of classes, the columns of the result.

    Returns
    -------
    Targets
        Float array (…, n_samples, n_classes).

    Raises
    ------
    InputError
        If a label is not an integer or out of range, or there are no labels.
    """
    numbers = np.asarray(labels)
    if numbers.size == 0:
        raise InputError("there are no labels")
    if not np.issubdtype(numbers.dtype, np.integer):
        raise InputError(f"labels must be integers, not {numbers.dtype}")
    if numbers.min() < 0 or numbers.max() >= n_classes:
        raise InputError(
            f"labels run from {numbers.min()} to {numbers.max()}, but with "
            f"{n_classes} classes they must lie in 0 … {n_classes - 1}"
        )
    return np.asarray(np.eye(n_classes)[numbers])
