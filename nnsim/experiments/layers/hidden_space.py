"""The space in which a layer sees the data: its activations as coordinates.

What you can do here
--------------------
- rule a plane with lines, as on squared paper: ``squared_paper``;
- see where a layer carries points: ``carry``;
- take the rest of a network, from a layer on: ``after``.
"""

import numpy as np

from nnsim.arrays import Array
from nnsim.network.network import Network
from nnsim.views.planes import Plane


def squared_paper(plane: Plane, n_lines: int, n_points: int) -> Array:
    """Rule a plane with straight lines along both axes.

    Parameters
    ----------
    plane
        What to rule.
    n_lines
        Lines along each axis, the outermost on the plane's edge.
    n_points
        Points on each line, which a network can bend.

    Returns
    -------
    Array
        (2 * n_lines, n_points, 2), the upright lines first.
    """
    (x_low, x_high), (y_low, y_high) = plane
    xs, ys = np.linspace(x_low, x_high, n_lines), np.linspace(y_low, y_high, n_lines)
    along_x = np.linspace(x_low, x_high, n_points)
    along_y = np.linspace(y_low, y_high, n_points)
    upright = np.stack(np.meshgrid(xs, along_y, indexing="ij"), axis=-1)
    level = np.stack(np.meshgrid(ys, along_x, indexing="ij"), axis=-1)[..., ::-1]
    return np.concatenate([upright, level])


def carry(network: Network, points: Array, layer: int) -> Array:
    """Return the activations of a layer at points.

    Parameters
    ----------
    network
        A single network.
    points
        (…, n_in), inputs.
    layer
        Number of the layer, 0 for the first; negative counts from the last.

    Returns
    -------
    Array
        (…, width of the layer).
    """
    X = np.reshape(points, (-1, points.shape[-1]))
    a = network.forward(X).a[layer]
    return np.reshape(a, (*points.shape[:-1], a.shape[-1]))


def after(network: Network, layer: int) -> Network:
    """Return the layers that follow ``layer``, as a network of their own."""
    return Network(network.layers[layer + 1 :])
