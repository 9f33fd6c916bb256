"""Walking down a loss: learning rate, units, mini-batches, momentum, Adam.

Three losses, all exact: a line with one weight, and one with weight and bias, from
flipper length to body mass of the 342 Palmer penguins that have both (standardised);
and the rate of an enzyme (Puromycin, treated cells), the surface of the chapter
before, in its two parameters.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import repeat

import numpy as np

from nnsim import michaelis_menten
from nnsim.arrays import Array, read_only
from nnsim.batches import mini_batches
from nnsim.datasets import puromycin
from nnsim.enzyme_race import (
    CLOSE,
    EnzymeSurface,
    averages,
    descend,
    soonest,
)
from nnsim.errors import InputError
from nnsim.flipper_mass import load_standardised
from nnsim.least_squares import LeastSquares
from nnsim.optimizers import Adam, GradientDescent, Momentum, Optimizer
from nnsim.planes import Plane, around, corners
from nnsim.walks import arrival, walk

GRID = 120  # cells of a map along each axis
# What is drawn, standardised; both axes to one scale, so that slopes look true.
WEIGHTS = -0.9, 2.6  # of the line with one weight
LINES: Plane = ((-1.25, 2.95), (-0.7, 1.86))  # w and b
NEAR: Plane = ((-0.5, 2.1), (-0.65, 1.75))  # w and b, for passes side by side
KM_VMAX: Plane = ((0.0, 0.335), (0.0, 520.0))  # ppm and counts/min²
LEVELS = 0.3, 0.5, 1.0, 2.0, 4.0, 10.0, 30.0, 100.0
ENZYME_LEVELS = 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0
TANGENT = 0.45  # half the length of the tangent along w


@dataclass(frozen=True)
class Config:
    """Settings of the experiment."""

    # One weight.
    first_weight: float = 0.0
    first_rate: float = 0.2  # learning rate of the one step that is shown
    rates: tuple[float, ...] = (0.05, 0.5, 1.0, 1.05)  # tried side by side
    n_steps: int = 6  # of each of them
    # Weight and bias.
    first_line: tuple[float, float] = (0.2, 1.6)  # w and b, standardised
    mm_per_unit: float = 100.0  # length of the unit, a decimetre, left as it is
    n_shown: int = 12  # steps drawn in that unit
    n_most: int = 10_000  # steps within which it is to arrive
    batch_rate: float = 0.1  # learning rate, whatever the size of the batch
    batch_size: int = 18
    fan_point: tuple[float, float] = (-0.1, 0.8)  # w and b where steps are compared
    fan_rate: float = 0.3  # learning rate of these, long enough to be seen
    n_batches_drawn: int = 2  # whose birds are drawn one by one
    n_shuffles: int = 20
    seed: int = 0
    # The enzyme.
    first_v_max: float = 50.0  # counts/min²
    first_k_m: float = 0.3  # ppm
    race_rates: tuple[float, float, float] = (0.4, 0.1, 0.1)  # of RULES
    momentum: float = 0.9
    tried_rates: tuple[float, ...] = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5)
    round_unit: float = 4.0  # of Km, so many times its usual one
    n_enzyme: int = 600  # steps; Adam far beyond the goal becomes unstable


@dataclass(frozen=True, eq=False)
class OneWeight:
    """The loss of a line y = w x, and walks down it."""

    curve: Array  # (n, 2) w and loss, over the weights that are drawn
    best: float  # w of the least loss
    least: float  # that loss
    w: Array  # (2,) before and after one step
    loss: Array  # (2,) likewise
    slope: float  # of the loss at the first weight
    change: float  # of w in that step
    tangent: Array  # (2, 2) w and loss at both ends of a piece of the tangent
    walks: Array  # (n_rates, n_steps + 1) w
    losses: Array  # (n_rates, n_steps + 1)


@dataclass(frozen=True, eq=False)
class Units:
    """The fit of weight and bias in one unit of length."""

    minimum: Array  # (2,) w and b of the least loss
    condition_number: float  # how many times steeper across the valley than along
    best_rate: float  # learning rate with which it arrives soonest
    points: Array  # (n_steps + 1, 2) w and b, before and after each step that is drawn
    n_steps: int  # steps to the goal
    plane: Plane  # range of w and of b that is drawn
    heights: Array  # (GRID + 1, GRID + 1) loss at the corners of the cells
    levels: tuple[float, ...]  # of the lines drawn


@dataclass(frozen=True, eq=False)
class Batches:
    """Steps from one point, and one pass through all birds, by rows a step."""

    point: Array  # (2,) w and b where steps are compared
    near: Plane  # range of w and of b that is drawn of the passes
    near_heights: Array  # (GRID + 1, GRID + 1) loss there
    birds: Array  # (n, 2) steps on one bird each
    batches: Array  # (n_batches, 2) steps on a batch each
    everyone: Array  # (1, 2) step on all birds
    sizes: tuple[int, ...]  # (3,) rows a step: all, a batch, one
    n_steps: tuple[int, ...]  # (3,) steps in a pass
    passes: tuple[Array, ...]  # (3,) of (n_steps + 1, 2) w and b of the first shuffle
    losses: Array  # (3, n_shuffles) after the pass


@dataclass(frozen=True, eq=False)
class Enzyme:
    """Three optimizers on the loss of the enzyme's curve; parameters are Vmax, Km."""

    plane: Plane  # range of Km (ppm) and of Vmax (counts/min²) that is drawn
    heights: Array  # (GRID + 1, GRID + 1) loss at the corners of the cells
    shape: tuple[float, float]  # sides of that plane in the units of the steps
    shapes: Array  # (2, 2) the same in usual and in round units
    levels: tuple[float, ...]  # of the lines drawn
    lowest: Array  # (2,) Km (ppm), Vmax (counts/min²)
    measured: Array  # (n_runs, 2) substrate (ppm), rate (counts/min²)
    grid: Array  # (n,) substrate, ppm
    curves: Array  # (n_steps + 1, n) rates after each step of plain descent
    closeness: float  # how far above the least loss the goal is, as a share of it
    least: float  # loss there
    slope: Array  # (2,) of the loss at the start, per unit of each parameter
    arrow: Array  # (1, 2) first step of plain descent: Km (ppm), Vmax (counts/min²)
    rates: tuple[float, ...]  # (3,) learning rates of RULES
    paths: tuple[Array, ...]  # (3,) of (n_steps + 1, 2) Km, Vmax, to the goal
    losses: tuple[Array, ...]  # (3,) of (n_steps + 1,)
    n_steps: tuple[int, ...]  # (3,) to the goal
    most_steps: int  # of the slowest
    counts: Array  # (most_steps + 1, 3) steps taken, until each is at the goal
    means: Array  # (n_steps, 2) Adam's running mean of the slope, Vmax and Km
    sizes: Array  # (n_steps, 2) Adam's running size of the slope
    moves: Array  # (n_steps, 2) Adam's steps, in units of the parameters
    slope_ratio: float  # size of Vmax's slope over that of Km's, mean along Adam's way
    condition_numbers: tuple[float, float]  # at the minimum, usual and round units
    tuned_steps: Array  # (2, 3) with the best of the rates tried; usual, round units
    tuned_rates: Array  # (2, 3) those rates
    n_tried: int


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    x: Array  # (n_birds,) flipper length, standardised
    y: Array  # (n_birds,) body mass, standardised
    n_birds: int
    first_rate: float  # learning rate of the one step
    batch_rate: float  # learning rate of the mini-batches
    rates: tuple[float, ...]  # (n_rates,)
    n_steps: int  # of each of these walks
    one: OneWeight
    as_measured: Units  # flipper length in the unit of the settings
    in_mm: float  # condition number with flipper length in mm
    standardised: Units
    batch_size: int
    batches: Batches
    mean_losses: Array  # (3,) after one pass, mean over the shuffles
    loss_spreads: Array  # (3,) standard deviation over the shuffles
    n_shuffles: int
    enzyme: Enzyme
    momentum: float
    round_unit: float


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    birds = load_standardised()
    batches = compare_batches(config, birds.weight_and_bias())
    start = np.array(config.first_line)
    return Result(
        x=birds.x,
        y=birds.y,
        n_birds=len(birds.x),
        first_rate=config.first_rate,
        batch_rate=config.batch_rate,
        rates=config.rates,
        n_steps=config.n_steps,
        one=walk_one_weight(config, birds.one_weight()),
        as_measured=walk_in_units(
            birds.in_units(config.mm_per_unit),
            birds.carry(start, config.mm_per_unit), None, config,
        ),
        in_mm=birds.in_units(1.0).condition_number,
        standardised=walk_in_units(birds.weight_and_bias(), start, LINES, config),
        batch_size=config.batch_size,
        batches=batches,
        mean_losses=read_only(batches.losses.mean(axis=1)),
        loss_spreads=read_only(batches.losses.std(axis=1)),
        n_shuffles=config.n_shuffles,
        enzyme=race(config),
        momentum=config.momentum,
        round_unit=config.round_unit,
    )  # fmt: skip


# --- one weight -----------------------------------------------------------------------


def walk_one_weight(config: Config, bowl: LeastSquares) -> OneWeight:
    """Take one step, then walk with each learning rate."""
    start = np.array([config.first_weight])
    slope = bowl.gradient(start)
    pair = walk(GradientDescent(config.first_rate), start, [bowl.gradient]).points
    w = np.linspace(*WEIGHTS, GRID + 1)
    ends = start + TANGENT * np.array([-1.0, 1.0])
    walks = np.stack(
        [
            walk(
                GradientDescent(rate), start, repeat(bowl.gradient, config.n_steps)
            ).points
            for rate in config.rates
        ]
    )
    return OneWeight(
        curve=read_only(np.stack([w, bowl.loss(w[:, None])], axis=1)),
        best=bowl.minimum.item(),
        least=float(bowl.loss(bowl.minimum)),
        w=read_only(pair[:, 0]),
        loss=read_only(bowl.loss(pair)),
        slope=slope.item(),
        change=float(pair[1, 0] - pair[0, 0]),
        tangent=read_only(
            np.stack([ends, bowl.loss(start) + slope * (ends - start)], axis=1)
        ),
        walks=read_only(walks[..., 0]),
        losses=read_only(bowl.loss(walks)),
    )


# --- weight and bias ------------------------------------------------------------------


def walk_in_units(
    bowl: LeastSquares, start: Array, plane: Plane | None, config: Config
) -> Units:
    """Walk to the goal with the best learning rate; keep the steps that are drawn."""
    optimizer = GradientDescent(bowl.best_rate)
    points = walk(optimizer, start, repeat(bowl.gradient, config.n_most)).points
    n_steps = arrival(bowl.loss(points), CLOSE * float(bowl.loss(bowl.minimum)))
    if n_steps is None:
        raise InputError(f"not at the goal within n_most = {config.n_most} steps")
    drawn = points[: min(n_steps, config.n_shown) + 1]
    plane = plane or around(np.concatenate([drawn, bowl.minimum[None]]), margin=0.2)
    return Units(
        minimum=read_only(bowl.minimum),
        condition_number=bowl.condition_number,
        best_rate=bowl.best_rate,
        points=read_only(drawn),
        n_steps=n_steps,
        plane=plane,
        heights=read_only(bowl.loss(corners(plane, GRID))),
        levels=LEVELS,
    )


# --- mini-batches ---------------------------------------------------------------------


def compare_batches(config: Config, bowl: LeastSquares) -> Batches:
    """Take steps on all birds, batches of them and single ones."""
    point, n = np.array(config.fan_point), len(bowl.y)
    sizes = n, config.batch_size, 1
    order = list(mini_batches(n, config.batch_size, generator(config, 0)))
    drawn = np.concatenate(order[: config.n_batches_drawn])

    def steps(batches: Iterable[Array]) -> Array:
        slopes = [bowl.gradient(point, rows) for rows in batches]
        return read_only(-config.fan_rate * np.stack(slopes))

    ways = [
        [one_pass(config, bowl, size, k) for k in range(config.n_shuffles)]
        for size in sizes
    ]
    return Batches(
        point=read_only(point),
        near=NEAR,
        near_heights=read_only(bowl.loss(corners(NEAR, GRID))),
        birds=steps(drawn[:, None]),
        batches=steps(order),
        everyone=steps([np.arange(n)]),
        sizes=sizes,
        n_steps=tuple(len(way[0]) - 1 for way in ways),
        passes=tuple(way[0] for way in ways),
        losses=read_only(
            np.array([[bowl.loss(points[-1]) for points in way] for way in ways])
        ),
    )


def one_pass(config: Config, bowl: LeastSquares, size: int, shuffle: int) -> Array:
    """Go once through all rows, so many a step; return the points of the way."""
    batches = mini_batches(len(bowl.y), size, generator(config, shuffle))
    slopes = (partial(bowl.gradient, rows=rows) for rows in batches)
    optimizer = GradientDescent(config.batch_rate)
    return walk(optimizer, np.array(config.first_line), slopes).points


def generator(config: Config, shuffle: int) -> np.random.Generator:
    """Return the random numbers of a shuffle; the same for every size of batch."""
    return np.random.default_rng([config.seed, shuffle])


# --- the enzyme -----------------------------------------------------------------------


def rules(config: Config) -> tuple[Callable[[float], Optimizer], ...]:
    """Return plain descent, momentum and Adam, each for a learning rate."""
    return GradientDescent, partial(Momentum, momentum=config.momentum), Adam


def race(config: Config) -> Enzyme:
    """Let all three walk down the same surface from the same start."""
    surface = EnzymeSurface(puromycin.load())
    start = np.array([config.first_v_max, config.first_k_m])
    lowest = michaelis_menten.least_squares(surface.runs)
    runs = [
        descend(surface, rule(rate), start, config.n_enzyme)
        for rule, rate in zip(rules(config), config.race_rates, strict=True)
    ]
    n_steps = tuple(one.n_steps for one in runs if one.n_steps is not None)
    if len(n_steps) < len(runs):
        raise InputError(f"with {config.race_rates} not all are at the goal in time")
    ways = zip(runs, n_steps, strict=True)
    paths = tuple(read_only(one.points[: n + 1, ::-1]) for one, n in ways)
    means, sizes = averages(runs[-1].walk, Adam(config.race_rates[-1]))
    adam = slice(0, n_steps[-1])
    runs_ = surface.runs
    grid = np.linspace(0, 1.05 * runs_.concentration.max(), 61)
    shape = np.ptp(KM_VMAX, axis=1) / michaelis_menten.UNITS[::-1]
    places = corners(KM_VMAX, GRID)[..., ::-1]
    tuned = [tune(config, EnzymeSurface(surface.runs, (1.0, stretch)), start)
             for stretch in (1.0, config.round_unit)]  # fmt: skip
    return Enzyme(
        plane=KM_VMAX,
        heights=read_only(surface.loss(surface.at(places))),
        shape=(float(shape[0]), float(shape[1])),
        shapes=read_only(np.array([shape, shape / [config.round_unit, 1.0]])),
        levels=ENZYME_LEVELS,
        lowest=read_only(surface.parameters(lowest.theta)[::-1]),
        measured=read_only(np.stack([runs_.concentration, runs_.rate], axis=1)),
        grid=read_only(grid),
        curves=read_only(
            michaelis_menten.predict(runs[0].walk.points[: n_steps[0] + 1], grid)
        ),
        closeness=CLOSE - 1,
        least=lowest.loss,
        slope=read_only(surface.gradient(surface.at(start))),
        arrow=read_only(np.diff(paths[0][:2], axis=0)),
        rates=config.race_rates,
        paths=paths,
        losses=tuple(
            read_only(one.losses[: n + 1]) for one, n in zip(runs, n_steps, strict=True)
        ),
        n_steps=n_steps,
        most_steps=max(n_steps),
        counts=read_only(np.minimum(np.arange(max(n_steps) + 1)[:, None], n_steps)),
        means=means[adam],
        sizes=sizes[adam],
        moves=read_only(np.diff(runs[-1].walk.points, axis=0)[adam]),
        slope_ratio=float(np.divide(*sizes[adam].mean(axis=0))),
        condition_numbers=tuple(one[2] for one in tuned),
        tuned_steps=read_only(np.array([one[0] for one in tuned])),
        tuned_rates=read_only(np.array([one[1] for one in tuned])),
        n_tried=len(config.tried_rates),
    )


def tune(
    config: Config, surface: EnzymeSurface, start: Array
) -> tuple[list[int], list[float], float]:
    """Find the fewest steps of each rule and their rates; and the condition number."""
    found = [
        soonest(surface, rule, config.tried_rates, start, config.n_enzyme)
        for rule in rules(config)
    ]
    steps, rates = (list(column) for column in zip(*found, strict=True))
    return steps, rates, surface.condition_number()
