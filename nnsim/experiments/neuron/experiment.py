"""One neuron tells two classes by two measurements: Adelie from Gentoo, unless set.

First a neuron whose weights are given, for the penguins z = L - D - 27; then one that
starts from a wrong line and learns. The penguins' data: Palmer penguins (Gorman,
Williams & Fraser 2014), the 274 Adelie and Gentoo with both bill measurements.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.neuron.given import complete, discriminant
from nnsim.experiments.neuron.sample import Sample, check_legible, pass_through
from nnsim.experiments.neuron.settings import Config
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Dense, Network
from nnsim.problems.question import GRID, Question
from nnsim.training.history import History
from nnsim.training.loop import train
from nnsim.training.optimizers import GradientDescent
from nnsim.views.planes import border, on_grid


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    question: Question  # which of two classes, by two measurements
    network: Network  # the neuron with the weights that it is given
    other: Sample  # the first of the class not asked for
    asked: Sample  # the first of the class asked for
    edge: Sample  # the sample nearest to the border, |z| least
    border: Array  # (n_pieces, 2, 2) the line z = 0 in the plane
    field: Array  # (GRID, GRID) a over the plane
    n_wrong: int  # samples on the wrong side of the line
    n_astray: Array  # (2,) of each class on the wrong side of Fisher's discriminant
    sigmoid: Array  # (n, 2) points (z, a) of the curve over the range of z
    history: History  # learning, on round-standardised inputs
    epochs: Array  # (n_epochs + 1,) 0, 1, 2, …
    learned_W: Array  # (n_epochs + 1, 2) weights, in one over unit, after each step
    learned_b: Array  # (n_epochs + 1,) bias after each step
    borders: tuple[Array, ...]  # (n_pieces, 2, 2) border after each step
    fields: Array  # (n_epochs + 1, GRID, GRID) a over the plane after each step
    wrong: Array  # (n_epochs + 1,) samples on the wrong side after each step
    missed: Array  # (n_missed, 2) samples on the wrong side at the end, as measured

    @property
    def w_1(self) -> float:
        """The weight of the first feature that was given."""
        return float(self.network.layers[0].W[0, 0])

    @property
    def w_2(self) -> float:
        """The weight of the second feature that was given."""
        return float(self.network.layers[0].W[0, 1])

    @property
    def bias(self) -> float:
        """The bias that was given."""
        return float(self.network.layers[0].b[0])

    @property
    def feature_1(self) -> str:
        """Name of the first feature."""
        return self.question.features[0]

    @property
    def feature_2(self) -> str:
        """Name of the second feature."""
        return self.question.features[1]

    @property
    def short_1(self) -> str:
        """Short name of the first feature."""
        return self.question.short[0]

    @property
    def short_2(self) -> str:
        """Short name of the second feature."""
        return self.question.short[1]

    @property
    def wrong_at_start(self) -> int:
        """Samples on the wrong side before training."""
        return int(self.wrong[0])

    @property
    def wrong_at_end(self) -> int:
        """Samples on the wrong side after training."""
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
        """Class of the sample nearest to the border, as shown."""
        return self.question.classes[self.edge.label]


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result.

    Raises
    ------
    FileError
        If there is a table of one's own that cannot be read, or holds too little.
    UnfitDataError
        If its values take too many digits to be shown, or its classes do not differ
        in the mean.
    """
    question = config.pose()
    check_legible(question)
    X, y, plane = question.measured, question.y, question.plane  # it sees no scale
    given = complete(config, question)
    neuron = one_neuron(given.w, given.bias)
    z = neuron.forward(X).z[0]
    history, learned = learn(config, given.start, question)
    z_range = np.linspace(-1.15, 1.15, 201) * np.abs(z).max()
    *w, b = discriminant(question)
    astray = on_wrong_side(one_neuron(w, b), X, y)
    nearest = int(np.argmin(np.abs(z)))
    asked = question.labels == question.asked
    return Result(
        config=config,
        question=question,
        network=neuron,
        other=pass_through(neuron, question, int(np.argmin(asked))),
        asked=pass_through(neuron, question, int(np.argmax(asked))),
        edge=pass_through(neuron, question, nearest),
        border=read_only(border(neuron, plane, GRID)),
        field=read_only(on_grid(neuron, plane, GRID)),
        n_wrong=int(on_wrong_side(neuron, X, y).sum()),
        n_astray=read_only(np.array([astray[asked == k].sum() for k in (0, 1)])),
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


def one_neuron(w: Sequence[float], b: float) -> Network:
    """Return a sigmoid neuron of two inputs."""
    return Network((Dense(np.array([w]), np.array([b]), ACTIVATIONS["sigmoid"]),))


def learn(
    config: Config, start: tuple[float, float, float], question: Question
) -> tuple[History, list[Network]]:
    """Train a neuron; return the neurons of each step for what is measured as well."""
    scale = question.scale
    *w, b = start
    history = train(
        one_neuron(w, b),
        question.X,
        question.y,
        loss=binary_cross_entropy,
        optimizer=GradientDescent(config.learning_rate),
        n_epochs=config.n_epochs,
        snapshots=range(config.n_epochs + 1),
    )
    unscaled = [undo(net, scale.centre, scale.unit) for net in history.snapshots]
    return history, unscaled


def undo(network: Network, centre: Array, unit: Array) -> Network:
    """Return the neuron that takes x where this one takes (x - centre) / unit."""
    layer = network.layers[0]
    W = layer.W / unit
    return Network((Dense(W, layer.b - W @ centre, layer.activation),))


def on_wrong_side(network: Network, X: Array, y: Array) -> Array:
    """Tell which samples, (n_samples,), the border puts on the wrong side.

    A sample exactly on the border is on neither side.
    """
    side = network.forward(X).z[0] * (2 * y - 1)
    return np.asarray(side[:, 0] < -1e-9)  # z on the border has rounding in it
