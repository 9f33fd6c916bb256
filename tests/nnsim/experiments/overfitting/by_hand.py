"""What is so of a run on overfitting, from raw table, weights and curves, by hand."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import fmean, stdev
from typing import Any
from unittest.mock import patch

import numpy as np
from scipy.stats import binom

from nnsim.datasets import penguins
from nnsim.experiments.overfitting import Config, Result, experiment, run
from nnsim.problems.sexes import Parts

TABLE = Path(penguins.__file__).with_name("penguins.csv")
NEAR = 1e-9


def read() -> list[dict[str, str]]:
    """Read the rows without gaps, without our loader."""
    with TABLE.open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if "NA" not in row.values()]


ROWS = read()
IS_MALE = np.array([row["sex"] == "male" for row in ROWS])
MEASURED = np.array(
    [[float(row[name]) for name in ("bill_length_mm", "body_mass_g")] for row in ROWS]
)
SCALE = penguins.ROUND.columns("bill_length_mm", "body_mass_g")
X = (MEASURED - SCALE.centre) / SCALE.unit


def mean_mass(species: str, sex: str) -> float:
    """Return a mean body mass, g, over all that have one, in the order of the table."""
    with TABLE.open(encoding="utf-8") as file:
        found = [
            float(row["body_mass_g"])
            for row in csv.DictReader(file)
            if (row["species"], row["sex"]) == (species, sex)
        ]
    return sum(found) / len(found)


def beyond_chance(one: np.ndarray, other: np.ndarray, least: float = 0.0) -> bool:
    """Tell whether values of the same splits differ by more than the gap varies."""
    gaps = [float(a) - float(b) for a, b in zip(one, other, strict=True)]
    return fmean(gaps) > max(stdev(gaps), least)


def wins(one: "Net", other: "Net") -> bool:
    """Tell whether one is right more often on birds held out, beyond chance."""
    n = one.test.shape[1]
    shares = [net.n_right(net.test)[-1] / n for net in (one, other)]
    counted = sum(float(binom(n, share.mean()).std()) / n for share in shares)
    return beyond_chance(shares[0], shares[1], counted)


def shown(value: float, digits: int = 2) -> float:
    """Return a number as it is read on screen."""
    return float(f"{value:.{digits}f}")


def in_percent(share: float) -> int:
    """Return a share as it is read on screen."""
    return int(f"{share:.0%}"[:-1])


@dataclass(frozen=True)
class Net:
    """Networks of one width, looked at; s is a split, k a step looked at."""

    z: np.ndarray  # (n_steps, n_splits, n_birds)
    weights: tuple[np.ndarray, ...]  # W, b, W, b of the first split, at the end
    every_train: np.ndarray  # (n_splits, n_epochs + 1) loss on birds learned from
    every_test: np.ndarray  # (n_splits, n_epochs + 1) loss on birds held out
    train: np.ndarray  # (n_splits, n_train) rows
    test: np.ndarray  # (n_splits, n_test) rows

    def loss(self, rows: np.ndarray) -> np.ndarray:
        """Return cross-entropies, (n_steps, n_splits)."""
        each = np.logaddexp(0, np.where(IS_MALE, -self.z, self.z))
        return np.stack([each[:, s, r].mean(axis=1) for s, r in enumerate(rows)], 1)

    def n_right(self, rows: np.ndarray) -> np.ndarray:
        """Count right answers, (n_steps, n_splits)."""
        right = (self.z > 0) == IS_MALE
        return np.stack([right[:, s, r].sum(axis=1) for s, r in enumerate(rows)], 1)

    def share(self, rows: np.ndarray) -> np.ndarray:
        """Return the mean share of right answers over the splits, (n_steps,)."""
        return self.n_right(rows).mean(axis=1) / rows.shape[1]

    @property
    def turns(self) -> np.ndarray:
        """Return the step of least held-out loss of each split, (n_splits,)."""
        return self.loss(self.test).argmin(axis=0)

    def at_turn(self, curves: np.ndarray) -> np.ndarray:
        """Take (n_steps, n_splits) at each split's turn."""
        return np.array([curves[k, s] for s, k in enumerate(self.turns)])

    def certainty(self, k: int, s: int) -> np.ndarray:
        """Return how much certainty wrong answers on held-out birds were given."""
        z, male = self.z[k, s, self.test[s]], IS_MALE[self.test[s]]
        p_of_other = 1 / (1 + np.exp(np.where(male, z, -z)))
        return p_of_other[p_of_other > 0.5]


@dataclass(frozen=True)
class Looked:
    """A run and its networks."""

    config: Config
    result: Result
    nets: dict[int, Net]  # by width

    @property
    def shown(self) -> tuple[Net, Net, Net]:
        """The narrow, the middle and the wide network."""
        c = self.config
        return self.nets[c.narrow], self.nets[c.middle], self.nets[c.wide]


@cache
def look(config: Config) -> Looked:
    """Run the experiment and keep all networks."""
    nets: dict[int, Net] = {}
    usual = experiment.fit

    def spy(width: int, birds: Any, parts: Parts, **settings: Any) -> Any:
        found, history = usual(width, birds, parts, **settings)
        first = history.network[0].layers
        nets[width] = Net(
            z=np.stack([z_of(networks) for networks in history.snapshots]),
            weights=(first[0].W, first[0].b, first[1].W, first[1].b),
            every_train=history.train_loss,
            every_test=history.validation_loss,
            train=parts.train,
            test=parts.test,
        )
        return found, history

    with patch.object(experiment, "fit", spy):
        return Looked(config, run(config), nets)


def z_of(networks: Any) -> np.ndarray:
    """Compute the last z of each network for each bird, (n_splits, n_birds)."""
    first, last = networks.layers
    pairs = zip(first.W, first.b, last.W, last.b, strict=True)
    return np.stack([forward(X, *weights) for weights in pairs])


def forward(
    x: np.ndarray, W: np.ndarray, b: np.ndarray, V: np.ndarray, c: np.ndarray
) -> np.ndarray:
    """Compute the last z of one network, (n,)."""
    return np.asarray(np.tanh(x @ W.astype(float).T + b) @ V[0].astype(float) + c)


def is_straight(weights: tuple[np.ndarray, ...]) -> bool:
    """Tell whether the places where z changes its sign over the plane lie in line."""
    low, high = MEASURED.min(axis=0), MEASURED.max(axis=0)
    low, high = low - 0.06 * (high - low), high + 0.06 * (high - low)
    along = np.linspace(0, 1, 401)
    grid = np.stack(np.meshgrid(along, along), axis=-1)
    x = (low + grid * (high - low) - SCALE.centre) / SCALE.unit
    male = forward(x.reshape(-1, 2), *weights).reshape(401, 401) > 0
    change = grid[:, 1:][male[:, 1:] != male[:, :-1]]
    change = np.concatenate([change, grid[1:][male[1:] != male[:-1]]])
    if len(change) == 0:
        return False
    one = change[0]
    other = change[((change - one) ** 2).sum(axis=1).argmax()]
    third = change[((change - other) ** 2).sum(axis=1).argmax()]
    (a, b), (x1, y1) = third - other, other
    away = np.abs(a * (change[:, 1] - y1) - b * (change[:, 0] - x1)) / np.hypot(a, b)
    return bool(away.max() < 0.012)


def lone_right(net: Net) -> tuple[int, int]:
    """Count birds between two of the other sex, and right answers on them."""
    rows = net.train[0]
    n = right = 0
    for row in rows:
        away = [(np.hypot(*(X[other] - X[row])), other) for other in rows]
        near = [other for _, other in sorted(away)[1:3]]
        if all(IS_MALE[other] != IS_MALE[row] for other in near):
            n += 1
            right += int((net.z[-1, 0, row] > 0) == IS_MALE[row])
    return n, right
