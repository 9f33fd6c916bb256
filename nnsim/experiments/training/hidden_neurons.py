"""What the hidden neurons of a network make of the birds and of their plane.

What you can do here
--------------------
- see each neuron's activation over the plane: ``maps``;
- find where each neuron's z is zero: ``lines``;
- average its activations class by class: ``means``.
"""

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.dense import Dense
from nnsim.network.network import Network
from nnsim.problems.question import GRID, Question
from nnsim.views.planes import border
from nnsim.views.regions import answers, unscaled


def maps(question: Question, network: Network) -> Array:
    """Return each hidden neuron's activation over the plane, (GRID, GRID, n)."""
    layer = Network(network.layers[:1])
    ask = unscaled(layer, question.scale)
    return read_only(answers(ask, question.plane, GRID))


def lines(question: Question, network: Network) -> tuple[Array, ...]:
    """Return where each hidden neuron's z is zero, (n_pieces, 2, 2) in units."""
    layer = network.layers[0]
    neurons = (
        Network((Dense(w[None], b[None], ACTIVATIONS["tanh"]),))
        for w, b in zip(layer.W, layer.b, strict=True)
    )
    return tuple(
        read_only(question.scale.undo(border(neuron, question.inputs_plane, GRID)))
        for neuron in neurons
    )


def means(question: Question, network: Network) -> Array:
    """Return each hidden neuron's mean activation by class, (n, n_classes)."""
    a = network.forward(question.X).a[0]
    numbers = range(len(question.classes))
    return read_only(
        np.stack([a[question.labels == k].mean(axis=0) for k in numbers], axis=1)
    )
