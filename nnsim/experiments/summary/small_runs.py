"""Short runs behind the small pictures of the lecture's last chapter.

What you can do here
--------------------
- descend the loss of an enzyme's curve: ``enzyme``;
- let a wide network memorise, and hold it back: ``memorise``;
- set a network beside rules as the data grow: ``compete``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.classical.scoring import answers
from nnsim.datasets import puromycin
from nnsim.datasets.splits import Split
from nnsim.experiments.gradient_descent.enzyme_race import EnzymeSurface, descend
from nnsim.experiments.regularization.remedies import Bench
from nnsim.problems.site_bench import epochs
from nnsim.problems.site_data import features_of, load_sites
from nnsim.problems.site_networks import train_aligned
from nnsim.spread import Spread
from nnsim.training.optimizers import GradientDescent
from nnsim.views.planes import Plane, corners

GRID = 60  # cells of a map along each axis
KM_VMAX: Plane = ((0.0, 0.335), (0.0, 520.0))  # ppm and counts/min²
START = np.array([50.0, 0.3])  # Vmax (counts/min²) and Km (ppm)
K = 4  # bases in a word; the rules do not count words


@dataclass(frozen=True, eq=False)
class Hill:
    """The loss of a Michaelis-Menten curve over its parameters, and a way down."""

    plane: Plane  # range of Km (ppm) and of Vmax (counts/min²)
    heights: Array  # (GRID + 1, GRID + 1) loss at the corners of the cells
    path: Array  # (n_steps + 1, 2) Km (ppm), Vmax (counts/min²)
    losses: Array  # (n_steps + 1,)


def enzyme(learning_rate: float, n_steps: int) -> Hill:
    """Walk down by plain gradient descent."""
    surface = EnzymeSurface(puromycin.load("treated"))
    k_m_v_max = corners(KM_VMAX, GRID)
    walked = descend(surface, GradientDescent(learning_rate), START, n_steps)
    return Hill(
        plane=KM_VMAX,
        heights=read_only(surface.loss(surface.at(k_m_v_max[..., ::-1]))),
        path=read_only(walked.points[:, ::-1]),
        losses=walked.losses,
    )


@dataclass(frozen=True, eq=False)
class Memory:
    """A wide network on one split, without remedy and with weight decay."""

    steps: Array  # (n_points,)
    train: Array  # (n_points,) loss on the birds it learns from, without remedy
    held_out: Array  # (n_points,) loss on others
    decayed: Array  # (n_points,) loss on these others, with weight decay


def memorise(hidden_width: int, n_epochs: int, weight_decay: float) -> Memory:
    """Train it twice on 80 birds, from the same start."""
    bench = Bench(
        hidden_width=hidden_width, n_splits=1, n_train=80, n_validation=80,
        learning_rate=0.02, n_epochs=n_epochs,
    )  # fmt: skip
    others = bench.parts.test
    plain = bench.learn(validation=others)
    held = bench.learn(validation=others, weight_decay=weight_decay)
    assert plain.validation_loss is not None
    assert held.validation_loss is not None
    steps = np.linspace(0, n_epochs, 101).round().astype(int)
    return Memory(
        steps=read_only(steps),
        train=read_only(plain.train_loss[0, steps]),
        held_out=read_only(plain.validation_loss[0, steps]),
        decayed=read_only(held.validation_loss[0, steps]),
    )


@dataclass(frozen=True, eq=False)
class Race:
    """Held-out errors at splice sites as the data grow."""

    sizes: Array  # (n_sizes,) sequences to learn from
    rules: Spread  # (n_splits, n_sizes) % wrong, an expert's rules
    network: Spread  # (n_splits, n_sizes) % wrong, filters on raw letters


def compete(sizes: Sequence[int], n_splits: int, n_test: int, n_steps: int) -> Race:
    """Let both learn from growing sets, and judge them on the same sequences."""
    sites = load_sites(0, n_splits, max(sizes), n_test)
    asked = features_of(sites.X, "rules", K)
    wrong = np.empty((2, n_splits, len(sizes)))
    for s, part in enumerate(sites.parts):
        rng, test = np.random.default_rng(s), part.test
        order = rng.permutation(part.train)
        sets = [Split(order[:n], test[:0], test) for n in sizes]
        growing = replace(sites, parts=tuple(sets))
        for k, rows in enumerate(sets):
            learned = asked[rows.train], sites.y[rows.train]
            ruled = answers("logistic", learned, asked[test], 0)
            n_epochs = epochs(len(rows.train), n_steps)
            trained = train_aligned(growing, k, n_epochs, rng, 0.002)
            named = trained.predict(sites.X[test]).argmax(axis=1)
            wrong[:, s, k] = [(a != sites.y[test]).mean() for a in (ruled, named)]
    rules, network = 100 * wrong
    return Race(
        sizes=read_only(np.array(sizes)),
        rules=Spread.of(rules),
        network=Spread.of(network),
    )
