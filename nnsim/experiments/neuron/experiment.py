"""One neuron tells Adelie from Gentoo by two bill measurements.

Data: Palmer penguins (Gorman, Williams & Fraser 2014), the 274 Adelie and Gentoo
with both bill measurements. First a neuron whose weights are chosen by eye,
z = L - D - 27; then one that starts from a wrong line and learns.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.neuron.settings import Config
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Dense, Network
from nnsim.problems.adelie_gentoo import load_birds
from nnsim.problems.question import GRID, Question
from nnsim.training.history import History
from nnsim.training.loop import train
from nnsim.training.optimizers import GradientDescent
from nnsim.views.planes import border, on_grid


@dataclass(frozen=True, eq=False)
class Bird:
    """One bird on its way through the neuron."""

    x: Array  # (2,) bill length and depth, mm
    products: Array  # (2,) w * x, the two terms of z
    z: float
    a: float  # probability of Gentoo
    label: int  # number of its class

    @property
    def length(self) -> float:
        """Bill length, mm."""
        return float(self.x[0])

    @property
    def depth(self) -> float:
        """Bill depth, mm."""
        return float(self.x[1])

    @property
    def from_length(self) -> float:
        """What its length adds to z."""
        return float(self.products[0])

    @property
    def from_depth(self) -> float:
        """What its depth adds to z."""
        return float(self.products[1])


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    question: Question  # Adelie or Gentoo, by bill length and depth
    n_birds: int
    network: Network  # the neuron with weights chosen by eye
    adelie: Bird  # the first Adelie of the table
    gentoo: Bird  # the first Gentoo
    edge: Bird  # the bird nearest to the border, |z| least
    border: Array  # (n_pieces, 2, 2) the line z = 0 in the plane
    field: Array  # (GRID, GRID) a over the plane
    n_wrong: int  # birds on the wrong side of the line
    sigmoid: Array  # (n, 2) points (z, a) of the curve over the range of z
    history: History  # learning, on round-standardised inputs
    epochs: Array  # (n_epochs + 1,) 0, 1, 2, …
    learned_W: Array  # (n_epochs + 1, 2) weights in 1/mm after each step
    learned_b: Array  # (n_epochs + 1,) bias after each step
    borders: tuple[Array, ...]  # (n_pieces, 2, 2) border after each step
    fields: Array  # (n_epochs + 1, GRID, GRID) a over the plane after each step
    wrong: Array  # (n_epochs + 1,) birds on the wrong side after each step
    missed: Array  # (n_missed, 2) birds on the wrong side at the end, mm

    @property
    def w_length(self) -> float:
        """The weight of length that was chosen by eye."""
        return float(self.network.layers[0].W[0, 0])

    @property
    def w_depth(self) -> float:
        """The weight of depth that was chosen by eye."""
        return float(self.network.layers[0].W[0, 1])

    @property
    def bias(self) -> float:
        """The bias that was chosen by eye."""
        return float(self.network.layers[0].b[0])

    @property
    def wrong_at_start(self) -> int:
        """Birds on the wrong side before training."""
        return int(self.wrong[0])

    @property
    def wrong_at_end(self) -> int:
        """Birds on the wrong side after training."""
        return int(self.wrong[-1])

    @property
    def loss_at_start(self) -> float:
        """Mean loss before training."""
        return float(self.history.train_loss[0])

    @property
    def loss_at_end(self) -> float:
        """Mean loss after training."""
        return float(self.history.train_loss[-1])

    @property
    def edge_class(self) -> str:
        """Class of the bird nearest to the border, as shown."""
        return self.question.classes[self.edge.label]


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    birds = load_birds()
    X, y, plane = birds.measured, birds.y, birds.plane  # it sees millimetres
    adelie, gentoo = birds.first
    W = np.array([[config.w_length, config.w_depth]])
    neuron = Network((Dense(W, np.array([config.bias]), ACTIVATIONS["sigmoid"]),))
    z = neuron.forward(X).z[0]
    history, learned = learn(config, birds)
    z_range = np.linspace(-1.15, 1.15, 201) * np.abs(z).max()
    return Result(
        config=config,
        question=birds,
        n_birds=len(X),
        network=neuron,
        adelie=pass_through(neuron, birds, adelie),
        gentoo=pass_through(neuron, birds, gentoo),
        edge=pass_through(neuron, birds, int(np.argmin(np.abs(z)))),
        border=read_only(border(neuron, plane, GRID)),
        field=read_only(on_grid(neuron, plane, GRID)),
        n_wrong=int(on_wrong_side(neuron, X, y).sum()),
        sigmoid=read_only(
            np.stack([z_range, ACTIVATIONS["sigmoid"].value(z_range)], axis=1)
        ),
        history=history,
        epochs=read_only(np.arange(history.n_epochs + 1)),
        learned_W=read_only(np.stack([net.layers[0].W[0] for net in learned])),
        learned_b=read_only(np.stack([net.layers[0].b[0] for net in learned])),
        borders=tuple(read_only(border(net, plane, GRID)) for net in learned),
        fields=read_only(np.stack([on_grid(net, plane, GRID) for net in learned])),
        wrong=read_only(np.array([on_wrong_side(n, X, y).sum() for n in learned])),
        missed=read_only(X[on_wrong_side(learned[-1], X, y)]),
    )


def learn(config: Config, birds: Question) -> tuple[History, list[Network]]:
    """Train a neuron; return the neurons of each step in mm as well."""
    scale = birds.scale
    *w, b = config.start
    sigmoid = ACTIVATIONS["sigmoid"]
    start = Network((Dense(np.array([w]), np.array([b]), sigmoid),))
    history = train(
        start,
        birds.X,
        birds.y,
        loss=binary_cross_entropy,
        optimizer=GradientDescent(config.learning_rate),
        n_epochs=config.n_epochs,
        snapshots=range(config.n_epochs + 1),
    )
    return history, [in_mm(net, scale.centre, scale.unit) for net in history.snapshots]


def in_mm(network: Network, centre: Array, unit: Array) -> Network:
    """Return the neuron that takes x where this one takes (x - centre) / unit."""
    layer = network.layers[0]
    W = layer.W / unit
    return Network((Dense(W, layer.b - W @ centre, layer.activation),))


def pass_through(network: Network, birds: Question, k: int) -> Bird:
    """Compute what the neuron makes of the bird of row k."""
    x = birds.measured[k]
    forward = network.forward(x[None])
    return Bird(
        x=read_only(x),
        products=read_only(network.layers[0].W[0] * x),
        z=forward.z[0].item(),
        a=forward.y_hat.item(),
        label=int(birds.labels[k]),
    )


def on_wrong_side(network: Network, X: Array, y: Array) -> Array:
    """Tell which birds, (n_birds,), the border puts on the wrong side.

    A bird exactly on the border is on neither side.
    """
    side = network.forward(X).z[0] * (2 * y - 1)
    return np.asarray(side[:, 0] < -1e-9)  # z on the border has rounding in it
