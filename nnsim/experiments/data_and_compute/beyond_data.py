"""A law of nature and a network, asked about a concentration that neither has seen.

What you can do here
--------------------
- hold each concentration out in turn and ask both: ``compare``.

The network reads the logarithm of the concentration, as a biologist would plot it.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.puromycin import Puromycin
from nnsim.network.losses import mean_squared_error
from nnsim.network.network import Network, stack
from nnsim.problems.michaelis_menten import least_squares, predict
from nnsim.spread import Spread
from nnsim.training.loop import train
from nnsim.training.optimizers import Adam

CENTRE, UNIT = 130.0, 50.0  # of the rates that the network learns, counts/min²
LOG_CENTRE = -0.9  # of the logarithms that it reads


@dataclass(frozen=True, eq=False)
class Beyond:
    """Errors are root mean squares over the runs held out, counts/min²."""

    concentration: Array  # (n_runs,) ppm
    rate: Array  # (n_runs,) counts/min²
    held_out: Array  # (n_runs,) those of the highest concentration, in the picture
    n_learned: int  # runs to learn from
    grid: Array  # (n_grid,) ppm
    law: Array  # (n_grid,) Michaelis-Menten curve without the highest
    networks: Array  # (n_starts, n_grid) likewise
    law_error: float  # at the highest concentration
    network_error: Spread  # (n_starts,) there
    n_law_better: int  # starts in which the law is nearer
    law_between: float  # mean error at the concentrations that are not at the ends
    network_between: float
    law_overall: float  # mean over all concentrations, each held out once
    network_overall: float
    n_starts: int


def compare(runs: Puromycin, hidden: int, n_starts: int, n_epochs: int) -> Beyond:
    """Hold each concentration out in turn; fit the law and networks to the others.

    Parameters
    ----------
    runs
        Rates at several concentrations, equally many runs at each.
    hidden
        Neurons, tanh, in the network's one hidden layer.
    n_starts
        Networks from random weights for each concentration held out.
    n_epochs
        Steps of training, with all rows in each.
    """
    levels = np.unique(runs.concentration)
    out = runs.concentration == levels[:, None]  # (n_levels, n_runs)
    grid = np.linspace(levels[0] / 2, 1.1 * levels[-1], 200)
    laws = [least_squares(_part(runs, ~one)).theta for one in out]
    law = np.array([
        _error(predict(theta, runs.concentration), runs.rate, one)
        for theta, one in zip(laws, out, strict=True)
    ])  # fmt: skip
    nets = _train(runs, ~out, hidden, n_starts, n_epochs)  # levels × starts
    answers = _ask(nets, runs.concentration).reshape(len(levels), n_starts, -1)
    errors = np.array([
        _error(answer, runs.rate, one) for answer, one in zip(answers, out, strict=True)
    ])  # fmt: skip
    return Beyond(
        concentration=runs.concentration,
        rate=runs.rate,
        held_out=read_only(out[-1]),
        n_learned=int(np.sum(~out[-1])),
        grid=read_only(grid),
        law=read_only(predict(laws[-1], grid)),
        networks=read_only(_ask(nets, grid)[-n_starts:]),
        law_error=float(law[-1]),
        network_error=Spread.of(errors[-1]),
        n_law_better=int(np.sum(errors[-1] > law[-1])),
        law_between=float(law[1:-1].mean()),
        network_between=float(errors[1:-1].mean()),
        law_overall=float(law.mean()),
        network_overall=float(errors.mean()),
        n_starts=n_starts,
    )


def _part(runs: Puromycin, rows: Array) -> Puromycin:
    """Take some of the runs."""
    return Puromycin(runs.state, runs.concentration[rows], runs.rate[rows])


def _error(answer: Array, rate: Array, rows: Array) -> Array:
    """Compute the root mean square error at some runs, (…,)."""
    return np.asarray(np.sqrt(np.mean((answer - rate)[..., rows] ** 2, axis=-1)))


def _train(
    runs: Puromycin, kept: Array, hidden: int, n_starts: int, n_epochs: int
) -> Network:
    """Train ``n_starts`` networks for each set of kept runs, all at once."""
    rngs = [np.random.default_rng(s) for _ in kept for s in range(n_starts)]
    shape, names = (1, hidden, 1), ("tanh", "identity")
    nets = stack([Network.initialise(shape, names, rng) for rng in rngs])
    rows = np.repeat([np.flatnonzero(one) for one in kept], n_starts, axis=0)
    targets = (runs.rate[rows][..., None] - CENTRE) / UNIT
    return train(
        nets, _read(runs.concentration[rows]), targets, loss=mean_squared_error,
        optimizer=Adam(0.02), n_epochs=n_epochs,
    ).network  # fmt: skip


def _ask(networks: Network, concentration: Array) -> Array:
    """Return the rates that networks predict, (S, n)."""
    return CENTRE + UNIT * networks.predict(_read(concentration))[..., 0]


def _read(concentration: Array) -> Array:
    """Turn concentrations (…,) into inputs (…, 1)."""
    return (np.log10(concentration) - LOG_CENTRE)[..., None]
