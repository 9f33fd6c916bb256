"""Optimizers on one surface: the loss of a Michaelis-Menten curve.

What you can do here
--------------------
- pose the surface, in units of one's choice: ``EnzymeSurface(runs, stretch)``,
  and read its shape: ``surface.condition_number()``;
- walk down it and count the steps to the goal: ``descend``;
- try several learning rates and keep the soonest: ``soonest``;
- read Adam's two running averages along a walk: ``averages``.

The goal is a loss at most ``CLOSE`` times the least there is, for good.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.puromycin import Puromycin
from nnsim.errors import InputError
from nnsim.problems import michaelis_menten as model
from nnsim.training.optimizers import Adam, Optimizer
from nnsim.training.walks import CLOSE, Walk, arrival, walk


@dataclass(frozen=True, eq=False)
class EnzymeSurface:
    """The loss as a function of φ = θ / stretch: the same hills in other units."""

    runs: Puromycin
    stretch: tuple[float, float] = (1.0, 1.0)  # unit of φ in units of θ

    def loss(self, phi: Array) -> Array:
        """Compute the loss, (…,)."""
        return model.loss(phi * self.stretch, self.runs)

    def gradient(self, phi: Array) -> Array:
        """Compute dφ, (…, 2)."""
        slope = model.gradient(phi * self.stretch, self.runs)
        return np.asarray(slope * self.stretch)

    def parameters(self, phi: Array) -> Array:
        """Return Vmax (counts/min²) and Km (ppm), (…, 2)."""
        return model.in_units(phi * self.stretch)

    def at(self, parameters: Array) -> Array:
        """Return φ of Vmax (counts/min²) and Km (ppm), (…, 2)."""
        return np.asarray(model.scaled(parameters) / self.stretch)

    def condition_number(self) -> float:
        """Compare steepest and flattest curvature at the minimum, by differences."""
        lowest = model.least_squares(self.runs).theta / self.stretch
        nudges = 1e-5 * np.eye(2)
        slopes = self.gradient(lowest + nudges) - self.gradient(lowest - nudges)
        flat, steep = np.linalg.eigvalsh(slopes / 2e-5)
        return float(steep / flat)


@dataclass(frozen=True, eq=False)
class Descent:
    """A walk down the surface."""

    walk: Walk  # in φ
    points: Array  # (n_steps + 1, 2) Vmax (counts/min²) and Km (ppm)
    losses: Array  # (n_steps + 1,)
    n_steps: int | None  # to the goal; None if it is not there at the end

    def until(self, step: int) -> "Descent":
        """Return the way up to a step."""
        part = slice(0, step + 1)
        found = Walk(self.walk.points[part], self.walk.states[part])
        return Descent(found, self.points[part], self.losses[part], self.n_steps)


def descend(
    surface: EnzymeSurface, optimizer: Optimizer, start: Array, n_steps: int
) -> Descent:
    """Walk from Vmax and Km, (2,), so many steps."""
    slopes = repeat(surface.gradient, n_steps)
    with np.errstate(over="ignore", invalid="ignore"):  # too long a step may diverge
        found = walk(optimizer, surface.at(start), slopes)
        losses = surface.loss(found.points)
    goal = CLOSE * model.least_squares(surface.runs).loss
    points = read_only(surface.parameters(found.points))
    return Descent(found, points, read_only(losses), arrival(losses, goal))


def soonest(
    surface: EnzymeSurface,
    rule: Callable[[float], Optimizer],
    rates: Sequence[float],
    start: Array,
    n_steps: int,
) -> tuple[int, float]:
    """Return the fewest steps to the goal, and the learning rate that took them.

    Raises
    ------
    InputError
        If no rate arrives within ``n_steps``.
    """
    arrived = []
    for rate in rates:
        steps = descend(surface, rule(rate), start, n_steps).n_steps
        if steps is not None:
            arrived.append((steps, rate))
    if not arrived:
        name = type(rule(rates[0])).__name__
        tried = ", ".join(f"{rate:g}" for rate in rates)
        raise InputError(
            f"with none of the learning rates {tried} does {name} arrive within "
            f"{n_steps} steps (tried_rates, n_enzyme)"
        )
    return min(arrived)


def averages(found: Walk, rule: Adam) -> tuple[Array, Array]:
    """Return Adam's running mean of the slope and its running size, (n_steps, 2) each.

    As used in each step: corrected for having begun at zero; the size is the square
    root of the mean square.
    """
    steps = np.array([state.n_steps for state in found.states[1:]])[:, None]
    mean = np.stack([state.m for state in found.states[1:]]) / (1 - rule.beta1**steps)
    square = np.stack([state.v for state in found.states[1:]])
    return read_only(mean), read_only(np.sqrt(square / (1 - rule.beta2**steps)))
