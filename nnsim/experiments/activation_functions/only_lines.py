"""What a straight line can do, and a stack of layers that is no more than a line.

What you can do here
--------------------
- find the best of all lines, and train one neuron and a stack of layers without
  activation on the same birds: ``compare_lines``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.activation_functions.lines import best_line
from nnsim.experiments.activation_functions.multiply_out import multiply_out
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Dense, Network
from nnsim.network.passes import ForwardPass
from nnsim.problems.question import GRID, Question
from nnsim.training.loop import train
from nnsim.training.optimizers import Adam
from nnsim.training.starts import draw
from nnsim.views.planes import border


@dataclass(frozen=True, eq=False)
class Linear:
    """What a line can do, and a stack of layers that is one."""

    border: Array  # (n_pieces, 2, 2) the best of all lines, mm
    wrong: int  # birds on its wrong side: no line has fewer
    right: float  # share of the birds on its right side
    neuron_wrong: int  # of a single sigmoid neuron, trained to the end
    neuron_loss: float  # its mean loss, the least that it can have
    stack: Network  # trained layers without activation but the sigmoid at the end
    n_parameters: int  # of the stack
    stack_border: Array  # (n_pieces, 2, 2) where p = 0.5, mm
    stack_field: Array  # (GRID, GRID) probability of Chinstrap over the plane
    stack_wrong: int
    products: tuple[tuple[Array, Array], ...]  # (W, b) of the last layer, last two, …
    forward: ForwardPass  # of the first Chinstrap through the stack
    z: float  # W x + b of the one matrix for the same bird
    gap: float  # largest difference between both ways, over all birds
    agreed_decimals: int  # decimal places to which all agree


def compare_lines(widths: Sequence[int], birds: Question) -> Linear:
    """Find the best line, and train one neuron and a stack without activation."""
    line = best_line(birds.measured, birds.y[:, 0] == 1)
    one = Network((Dense(line.w[None], np.array([line.b]), ACTIVATIONS["sigmoid"]),))
    fs = ("identity",) * (len(widths) - 2) + ("sigmoid",)
    single, deep = (
        train(
            net[0],
            birds.X,
            birds.y,
            loss=binary_cross_entropy,
            optimizer=Adam(0.05),
            n_epochs=2000,
        )
        for net in (draw((2, 1), ("sigmoid",), 1), draw(widths, fs, 1))
    )
    stack = deep.network
    products = multiply_out(stack.layers)
    W, b = products[-1]
    chinstrap = birds.X[birds.first[2:]]
    gap = np.abs(birds.X @ W.T + b - stack.forward(birds.X).z[-1]).max()
    return Linear(
        border=read_only(border(one, birds.plane, GRID)),
        wrong=line.n_wrong,
        right=1 - line.n_wrong / len(birds.y),
        neuron_wrong=int(birds.wrong(single.network)),
        neuron_loss=float(single.train_loss[-1]),
        stack=stack,
        n_parameters=stack.n_parameters,
        stack_border=birds.border(stack),
        stack_field=read_only(birds.field(stack)),
        stack_wrong=int(birds.wrong(stack)),
        products=products,
        forward=stack.forward(chinstrap),
        z=(chinstrap @ W.T + b).item(),
        gap=float(gap),
        agreed_decimals=int(-np.log10(gap)),
    )
