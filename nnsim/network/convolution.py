"""Filters that slide along a sequence, and pooling; forward and backward.

What you can do here
--------------------
- slide filters along sequences: ``convolve``, ``convolve_backward``,
  ``convolve_backward_inputs``;
- keep the best place of each filter: ``global_max_pool``, ``…_backward``.

As in all deep learning, a "convolution" does not turn the filter round: at each
place it is the weighted sum of the window that begins there.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from nnsim.arrays import Array, Biases
from nnsim.errors import InputError


def windows(X: Array, width: int) -> Array:
    """Return every window as a row, (n, n_places, width · n_channels)."""
    n, length, n_channels = X.shape
    if not 1 <= width <= length:
        raise InputError(f"a filter of width {width} does not fit into {length} places")
    row = np.ascontiguousarray(X).reshape(n, length * n_channels)
    views = sliding_window_view(row, width * n_channels, axis=1)
    return np.ascontiguousarray(views[:, ::n_channels])


def convolve(X: Array, W: Array, b: Biases) -> Array:
    """Compute z: the weighted sum of each filter at each place.

    Parameters
    ----------
    X
        (n_samples, length, n_channels).
    W
        (n_filters, width, n_channels).
    b
        (n_filters,).

    Returns
    -------
    Array
        (n_samples, n_places, n_filters); n_places = length − width + 1.
    """
    return np.asarray(windows(X, W.shape[1]) @ W.reshape(len(W), -1).T + b)


def convolve_backward(X: Array, W: Array, dz: Array) -> tuple[Array, Biases]:
    """Compute dL/dW and dL/db from dL/dz, each shaped as its variable."""
    n_filters, width, n_channels = W.shape
    flat = dz.reshape(-1, n_filters)
    dW = flat.T @ windows(X, width).reshape(-1, width * n_channels)
    return dW.reshape(W.shape), flat.sum(axis=0)


def convolve_backward_inputs(W: Array, dz: Array) -> Array:
    """Compute dL/dX from dL/dz: each input collects from every window it was in."""
    _, width, n_channels = W.shape
    n, n_places, _ = dz.shape
    dX = np.zeros((n, n_places + width - 1, n_channels), dz.dtype)
    for k in range(width):
        dX[:, k : k + n_places] += dz @ W[:, k]
    return dX


def global_max_pool(a: Array) -> tuple[Array, Array]:
    """Return the largest a of each filter, (n, n_filters), and at which place.

    ``a`` is (n_samples, n_places, n_filters).
    """
    place = a.argmax(axis=1)
    return np.take_along_axis(a, place[:, None], axis=1)[:, 0], place


def global_max_pool_backward(d_pooled: Array, place: Array, n_places: int) -> Array:
    """Send each derivative back to the place its value came from, the rest get 0."""
    n, n_filters = d_pooled.shape
    da = np.zeros((n, n_places, n_filters), d_pooled.dtype)
    np.put_along_axis(da, place[:, None], d_pooled[:, None], axis=1)
    return da
