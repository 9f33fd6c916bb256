"""A 2-3-1 network on one penguin, every value forward and backward; then on many.

The question is "Chinstrap?". Inputs are bill length and depth of the Palmer
penguins, standardised to round numbers. The starting weights were found by
training for 40 steps and rounded to one decimal, so that they can be read.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets import penguins
from nnsim.experiments.backpropagation.settings import Config
from nnsim.network.gradcheck import central_differences
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Network
from nnsim.network.passes import ForwardPass, Gradients
from nnsim.problems.chinstraps import load_birds
from nnsim.problems.one_neuron import train_one_neuron
from nnsim.problems.question import Question
from nnsim.training.history import History
from nnsim.training.loop import train
from nnsim.training.optimizers import GradientDescent

LOSS = binary_cross_entropy


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    measured: Array  # (2,) bill length and depth of the bird, mm
    species: str  # what the bird is
    centre: Array  # (2,) what becomes 0 in the inputs, mm
    unit: Array  # (2,) what becomes 1, mm
    x: Array  # (1, 2) standardised inputs: (measured - centre) / unit
    y: Array  # (1, 1) target: 1 for Chinstrap, 0 for another species
    network: Network  # 2-3-1
    n_parameters: int
    forward: ForwardPass  # every z and a for the bird
    products: tuple[Array, ...]  # (n_out, n_in) W * input: each edge's part of z
    loss: float
    loss_curve: Array  # (n, 2) points (p, loss) for a bird of this kind
    gradients: Gradients  # every derivative of the loss
    slopes: tuple[Array, ...]  # (n_out,) f'(z) of each layer
    dW_check: tuple[Array, ...]  # (n_out, n_in) central differences, to compare
    db_check: tuple[Array, ...]  # (n_out,)
    largest_gap: float  # largest difference between gradient and check
    agreed_decimals: int  # decimal places to which all agree
    stepped: Network  # after one step of gradient descent
    changes: tuple[Array, ...]  # (n_out, n_in) what the step added to each weight
    stepped_forward: ForwardPass  # every z and a of the same bird after the step
    stepped_loss: float
    trio_x: Array  # (3, 2) inputs of the first bird of each species
    trio_y: Array  # (3,) their targets
    trio_p: Array  # (3,) probability of Chinstrap that the network gives each
    trio_dz: Array  # (3,) blame p - y at the output for each
    question: Question  # Chinstrap or not, by bill length and depth
    n_birds: int
    history: History  # steps on the mean gradient of all birds, from ``stepped`` on
    epochs: Array  # (n_epochs + 1,) 0, 1, 2, …
    wrong: Array  # (n_epochs + 1,) birds on the wrong side after each step
    one_neuron_wrong: int  # birds on the wrong side of the best single neuron
    borders: tuple[Array, ...]  # (n_pieces, 2, 2) border p = 0.5 after each step, mm
    fields: Array  # (n_epochs + 1, n, n) probability of Chinstrap over the plane


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    birds = load_birds()
    measured, scale, X, y = birds.measured, birds.scale, birds.X, birds.y
    bird = penguins.find(measured, config.bill_length, config.bill_depth)
    x, target = X[bird : bird + 1], y[bird : bird + 1]
    network = config.network()
    forward = network.forward(x)
    gradients = network.backward(forward, target, LOSS)
    check = network.with_parameters(central_differences(network, x, target, LOSS))
    step = GradientDescent(config.learning_rate)
    stepped = network.with_parameters(
        step.step(network.parameters, gradients.parameters, None)[0]
    )
    trio = birds.first
    trio_p = stepped.predict(X[trio])[:, 0]
    history = train(
        stepped,
        X,
        y,
        loss=LOSS,
        optimizer=GradientDescent(config.epoch_learning_rate),
        n_epochs=config.n_epochs,
        snapshots=range(config.n_epochs + 1),
    )
    gap = np.abs(check.parameters - gradients.parameters).max()
    return Result(
        config=config,
        measured=read_only(measured[bird]),
        species=birds.classes[birds.labels[bird]],
        centre=scale.centre,
        unit=scale.unit,
        x=read_only(x),
        y=read_only(target),
        network=network,
        n_parameters=network.n_parameters,
        forward=forward,
        products=tuple(
            read_only(layer.W * inputs)
            for layer, inputs in zip(network.layers, (x, forward.a[0]), strict=True)
        ),
        loss=float(network.loss(x, target, LOSS)),
        loss_curve=loss_by_probability(target.item()),
        gradients=gradients,
        slopes=tuple(
            read_only(layer.activation.derivative(z, a)[0])
            for layer, z, a in zip(network.layers, forward.z, forward.a, strict=True)
        ),
        dW_check=tuple(layer.W for layer in check.layers),
        db_check=tuple(layer.b for layer in check.layers),
        largest_gap=float(gap),
        agreed_decimals=int(-np.log10(gap)),
        stepped=stepped,
        changes=tuple(
            read_only(new.W - old.W)
            for new, old in zip(stepped.layers, network.layers, strict=True)
        ),
        stepped_forward=stepped.forward(x),
        stepped_loss=float(stepped.loss(x, target, LOSS)),
        trio_x=read_only(X[trio]),
        trio_y=read_only(y[trio, 0]),
        trio_p=read_only(trio_p),
        trio_dz=read_only(trio_p - y[trio, 0]),
        question=birds,
        n_birds=len(X),
        history=history,
        epochs=read_only(np.arange(config.n_epochs + 1)),
        wrong=read_only([birds.wrong(net) for net in history.snapshots]),
        one_neuron_wrong=int(birds.wrong(train_one_neuron(X, y))),
        borders=tuple(birds.border(net) for net in history.snapshots),
        fields=read_only(np.stack([birds.field(net) for net in history.snapshots])),
    )


def loss_by_probability(y: float) -> Array:
    """Return points (p, loss) of the loss of one bird with target y, (n, 2)."""
    p = np.linspace(0.0, 0.95, 96) if y == 0 else np.linspace(0.05, 1.0, 96)
    losses = -np.log(1 - p) if y == 0 else -np.log(p)
    return read_only(np.stack([p, losses], axis=1))
