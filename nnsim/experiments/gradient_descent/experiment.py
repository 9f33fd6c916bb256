"""Walking down a loss: learning rate, units, mini-batches, momentum, Adam.

Three losses, all exact: a line with one weight, and one with weight and bias, from
flipper length to body mass of the 342 Palmer penguins that have both (standardised);
and the rate of an enzyme (Puromycin, treated cells), the surface of the chapter
before, in its two parameters.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets import penguins, puromycin
from nnsim.errors import InputError
from nnsim.experiments.gradient_descent.batch_passes import (
    Passes,
    Steps,
    compare_steps,
    pass_once,
)
from nnsim.experiments.gradient_descent.bowl_walks import (
    GRID,
    Bottom,
    OneWeight,
    walk_one_weight,
    walk_to_bottom,
)
from nnsim.experiments.gradient_descent.enzyme_race import (
    Descent,
    EnzymeSurface,
    descend,
)
from nnsim.experiments.gradient_descent.flipper_mass import COLUMNS, load_standardised
from nnsim.experiments.gradient_descent.least_squares import LeastSquares
from nnsim.experiments.gradient_descent.race_counts import Race, collect
from nnsim.experiments.gradient_descent.settings import WEIGHTS, Config
from nnsim.experiments.gradient_descent.tuned_rates import Tuned, tune
from nnsim.network.network import Network
from nnsim.problems import michaelis_menten
from nnsim.training.batches import mini_batches
from nnsim.training.optimizers import Adam, GradientDescent, Momentum, Optimizer
from nnsim.views.planes import Plane, corners

# What is drawn; both axes of a plane in one scale of the steps, so that slopes
# look true.
LINES: Plane = ((-1.25, 2.95), (-0.7, 1.86))  # w and b
NEAR: Plane = ((-0.5, 2.1), (-0.65, 1.75))  # w and b, for passes side by side
KM_VMAX: Plane = ((0.0, 0.335), (0.0, 520.0))  # ppm and counts/min²
LEVELS = 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0  # of the enzyme's loss


@dataclass(frozen=True, eq=False)
class Enzyme:
    """The loss of the enzyme's curve, and plain descent on it."""

    plane: Plane  # range of Km (ppm) and of Vmax (counts/min²) that is drawn
    heights: Array  # (GRID + 1, GRID + 1) loss at the corners of the cells
    levels: tuple[float, ...]  # of the lines drawn
    shapes: Array  # (2, 2) sides of the plane in units of the steps; usual, rounder
    lowest: Array  # (2,) Km (ppm), Vmax (counts/min²) of the least loss
    measured: Array  # (n_runs, 2) substrate (ppm), rate (counts/min²)
    substrate: Array  # (n,) ppm
    curves: Array  # (n_steps + 1, n) rates after each step of plain descent
    arrow: Array  # (1, 2) first step of plain descent: Km (ppm), Vmax (counts/min²)


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    x: Array  # (n_birds,) flipper length, standardised
    y: Array  # (n_birds,) body mass, standardised
    features: tuple[str, ...]  # (2,) what x and y are, in words
    n_birds: int
    first_rate: float  # learning rate of the one step
    rates: tuple[float, ...]  # (n_rates,) tried with one weight
    n_steps: int  # of each of these walks
    one: OneWeight
    as_measured: Bottom  # flipper length in the unit of the settings
    in_mm: float  # condition number with flipper length in mm
    standardised: Bottom
    batch_size: int
    steps: Steps  # on single birds, on batches, on all
    near: Plane  # range of w and of b that is drawn of the passes
    near_heights: Array  # (GRID + 1, GRID + 1) loss there
    passes: Passes  # with all birds a step, with a batch, with one
    n_shuffles: int
    enzyme: Enzyme
    race: Race
    race_rates: tuple[float, ...]  # (3,) learning rates of the three
    momentum: float
    tuned: Tuned
    network: Network  # of the next chapter: a slope for every weight
    n_parameters: int  # of that network


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    birds = load_standardised()
    bowl, start = birds.weight_and_bias(), np.array(config.first_line)
    to_bottom = partial(walk_to_bottom, n_shown=config.n_shown, n_most=config.n_most)
    unit = config.mm_per_unit
    surface, runs = walk_enzyme(config)
    network = config.backpropagation.network()
    return Result(
        x=birds.x,
        y=birds.y,
        features=tuple(penguins.WORDS[name][0] for name in COLUMNS),
        n_birds=len(birds.x),
        first_rate=config.first_rate,
        rates=config.rates,
        n_steps=config.n_steps,
        one=walk_one_weight(
            birds.one_weight(), config.first_weight, config.first_rate, config.rates,
            config.n_steps, WEIGHTS,
        ),
        as_measured=to_bottom(birds.in_units(unit), birds.carry(start, unit)),
        in_mm=birds.in_units(1.0).condition_number,
        standardised=to_bottom(bowl, start, LINES),
        batch_size=config.batch_size,
        steps=fan_out(config, bowl),
        near=NEAR,
        near_heights=read_only(bowl.loss(corners(NEAR, GRID))),
        passes=pass_once(
            bowl, start, config.batch_rate, (len(bowl.y), config.batch_size, 1),
            [[config.seed, shuffle] for shuffle in range(config.n_shuffles)],
        ),
        n_shuffles=config.n_shuffles,
        enzyme=draw_enzyme(config, surface, runs[0]),
        race=collect(surface, runs, Adam(config.race_rates[-1])),
        race_rates=config.race_rates,
        momentum=config.momentum,
        tuned=tune(
            surface, rules(config), config.tried_rates, first_curve(config),
            config.n_enzyme, config.round_unit,
        ),
        network=network,
        n_parameters=network.n_parameters,
    )  # fmt: skip


def fan_out(config: Config, bowl: LeastSquares) -> Steps:
    """Compare steps on single birds, on the batches of one shuffle, and on all."""
    rng = np.random.default_rng([config.seed, 0])
    order = list(mini_batches(len(bowl.y), config.batch_size, rng))
    point, n = np.array(config.fan_point), config.n_batches_drawn
    return compare_steps(bowl, point, config.fan_rate, order, n)


# --- the enzyme -----------------------------------------------------------------------


def rules(config: Config) -> tuple[Callable[[float], Optimizer], ...]:
    """Return plain descent, momentum and Adam, each for a learning rate."""
    return GradientDescent, partial(Momentum, momentum=config.momentum), Adam


def first_curve(config: Config) -> Array:
    """Return Vmax (counts/min²) and Km (ppm) at the start."""
    return np.array([config.first_v_max, config.first_k_m])


def walk_enzyme(config: Config) -> tuple[EnzymeSurface, list[Descent]]:
    """Let all three rules walk down the same surface; return their ways to the goal.

    Raises
    ------
    InputError
        If one of them is not at the goal in time.
    """
    surface = EnzymeSurface(puromycin.load())
    runs = []
    for rule, rate in zip(rules(config), config.race_rates, strict=True):
        way = descend(surface, rule(rate), first_curve(config), config.n_enzyme)
        if way.n_steps is None:
            raise InputError(
                f"{rule(rate)} is not at the goal within {config.n_enzyme} steps "
                "(race_rates, n_enzyme)"
            )
        runs.append(way.until(way.n_steps))
    return surface, runs


def draw_enzyme(config: Config, surface: EnzymeSurface, plain: Descent) -> Enzyme:
    """Compute the map of the loss, and the curves of plain descent."""
    runs, shape = surface.runs, np.ptp(KM_VMAX, axis=1) / michaelis_menten.UNITS[::-1]
    lowest = surface.parameters(michaelis_menten.least_squares(runs).theta)
    substrate = np.linspace(0, 1.05 * runs.concentration.max(), 61)
    places = corners(KM_VMAX, GRID)[..., ::-1]  # Vmax, Km
    return Enzyme(
        plane=KM_VMAX,
        heights=read_only(surface.loss(surface.at(places))),
        levels=LEVELS,
        shapes=read_only(np.array([shape, shape / [config.round_unit, 1.0]])),
        lowest=read_only(lowest[::-1]),
        measured=read_only(np.stack([runs.concentration, runs.rate], axis=1)),
        substrate=read_only(substrate),
        curves=read_only(michaelis_menten.predict(plain.walk.points, substrate)),
        arrow=read_only(np.diff(plain.points[:2, ::-1], axis=0)),
    )
