"""What the lecture says of gradient descent, and figures known beforehand."""

from itertools import repeat

import numpy as np
import pytest

from nnsim.errors import InputError
from nnsim.experiments import backpropagation
from nnsim.experiments.gradient_descent.batch_passes import pass_once
from nnsim.experiments.gradient_descent.enzyme_race import descend
from nnsim.experiments.gradient_descent.experiment import (
    Config,
    Result,
    fan_out,
    first_curve,
    rules,
    run,
    walk_enzyme,
)
from nnsim.experiments.gradient_descent.flipper_mass import load_standardised
from nnsim.problems.two_three_one import StartingWeights
from nnsim.training.optimizers import GradientDescent
from nnsim.training.walks import arrival, walk
from tests.pins import pinned

BOWL = load_standardised().weight_and_bias()


# --- one weight -----------------------------------------------------------------------


def test_figures_of_the_bowl(result: Result) -> None:
    one = result.one
    assert one.best == pytest.approx(0.871, abs=5e-4)  # the correlation
    assert one.slope == pytest.approx(-2 * one.best)  # curvature 2, from w = 0
    assert one.least == pytest.approx(1 - one.best**2)
    assert result.n_birds == 342
    assert one.loss[1] < one.loss[0]


def test_too_small_crawls_and_one_half_arrives_in_one_step(result: Result) -> None:
    small, right, _, _ = result.one.walks
    assert result.rates == (0.05, 0.5, 1.0, 1.05)
    assert np.all(np.diff(small) > 0)
    assert small[-1] < 0.5 * result.one.best
    np.testing.assert_allclose(right[1:], result.one.best)


def test_one_cycles_for_ever_and_a_little_more_diverges() -> None:
    many = run(Config(n_steps=200, rates=(0.05, 0.5, 1.0, 1.001))).one
    best, (_, _, cycling, leaving) = many.best, many.walks
    np.testing.assert_allclose(cycling[::2], 0, atol=1e-9)
    np.testing.assert_allclose(cycling[1::2], 2 * best)
    assert np.all(np.diff(many.losses[3]) > 0)
    np.testing.assert_allclose(np.abs(leaving - best), best * 1.002 ** np.arange(201))


# --- units ----------------------------------------------------------------------------


def test_standardising_makes_the_valley_round(result: Result) -> None:
    pinned(result.as_measured.condition_number, 1295, "of the valley in dm", 0.5)
    assert result.standardised.condition_number == pytest.approx(1)
    assert result.in_mm > 8e6
    assert result.standardised.n_steps == 1
    assert result.as_measured.n_steps > 1500


@pytest.mark.parametrize("share", [0.3, 0.85, 0.97, 0.995, 0.999, 1.0])
def test_no_other_rate_is_much_sooner_in_decimetres(
    result: Result, share: float
) -> None:
    birds = load_standardised()
    bowl, start = birds.in_units(100.0), np.array(Config().first_line)
    rule, n = GradientDescent(share * bowl.longest_rate), result.as_measured.n_steps
    slopes = repeat(bowl.gradient, int(0.98 * n))
    points = walk(rule, birds.carry(start, 100.0), slopes).points
    assert arrival(bowl.loss(points), 1.01 * bowl.loss(bowl.minimum)) is None


def test_both_walks_start_with_the_same_line(result: Result) -> None:
    raw, even = result.as_measured.points[0], result.standardised.points[0]
    birds = load_standardised()
    np.testing.assert_allclose(birds.in_units(100.0).A @ raw, BOWL.A @ even)


# --- mini-batches ---------------------------------------------------------------------


def turn(steps: np.ndarray, way: np.ndarray) -> np.ndarray:
    """Return the angle between each step and a way, in degrees."""
    cosine = steps @ way / np.linalg.norm(steps, axis=1) / np.linalg.norm(way)
    return np.degrees(np.arccos(np.clip(cosine, -1, 1)))


def test_batches_average_to_the_step_of_all(result: Result) -> None:
    steps = result.steps
    np.testing.assert_allclose(steps.batches.mean(axis=0), steps.everyone[0])


@pytest.mark.parametrize("seed", range(20))
def test_batches_point_about_the_right_way_and_single_birds_do_not(seed: int) -> None:
    steps = fan_out(Config(seed=seed), BOWL)
    batches, singles = (
        turn(part, steps.everyone[0]) for part in (steps.batches, steps.singles)
    )
    assert batches.max() < 45
    assert singles.max() > 75
    assert np.median(batches) < np.median(singles) / 2


def test_after_one_pass_batches_are_lowest_and_single_birds_never_rest(
    result: Result,
) -> None:
    passes = result.passes
    everyone, batch, single = passes.losses.each
    assert passes.n_steps == (1, 19, 342)
    assert np.all(everyone > 2)
    least = result.one.least
    assert np.all(batch < 1.05 * least)
    assert np.mean(single) > 1.1 * least
    late = np.linalg.norm(np.diff(passes.points[2][-100:], axis=0), axis=1)
    assert late.mean() > 0.05  # still long steps at the end


def test_single_birds_do_not_come_to_rest_in_more_passes() -> None:
    start = np.array([*BOWL.minimum])
    passes = pass_once(BOWL, start, 0.1, (18, 1), [[9, k] for k in range(20)])
    batch, single = passes.losses.mean - BOWL.loss(BOWL.minimum)
    assert single > 0.02 > 5 * batch > 0


# --- the enzyme -----------------------------------------------------------------------


def test_figures_of_the_race(result: Result) -> None:
    race = result.race
    pinned(race.n_steps, (431, 192, 112), "steps of each rule to the goal")
    v_max, k_m = result.enzyme.lowest[::-1]
    assert v_max == pytest.approx(212.7, abs=0.05)
    assert k_m == pytest.approx(0.0641, abs=5e-5)
    for way, losses in zip(race.paths, race.losses, strict=True):
        assert way[0].tolist() == pytest.approx([0.3, 50])
        assert losses[-1] <= 10**race.log_goal < losses[-2]


def test_plain_descent_is_first_on_the_floor_and_then_creeps(result: Result) -> None:
    plain, momentum, adam = result.race.losses
    floor = 0.16
    first = [int(np.argmax(one < floor)) for one in (plain, momentum, adam)]
    assert first[0] <= 5
    assert first[0] < min(first[1:])
    assert plain[100] > 10 * result.race.losses[2][100]


def test_vmax_is_far_steeper_but_adam_steps_alike(result: Result) -> None:
    assert 10 < result.race.slope_ratio < 30
    config = Config()
    way = descend(
        walk_enzyme(config)[0], rules(config)[2](0.1), first_curve(config), 112
    )
    moved = np.abs(np.diff(way.walk.points, axis=0)).mean(axis=0)
    assert 0.4 < moved[0] / moved[1] < 2.5


@pytest.mark.parametrize("v_max", [40.0, 50.0, 60.0, 80.0, 100.0])
@pytest.mark.parametrize("k_m", [0.25, 0.3])
def test_order_of_the_race_does_not_hang_on_the_start(v_max: float, k_m: float) -> None:
    config = Config(first_v_max=v_max, first_k_m=k_m)
    plain, momentum, adam = (way.n_steps for way in walk_enzyme(config)[1])
    assert adam < momentum < plain


def test_tuned_momentum_is_near_adam_and_in_round_units_plain_descent_wins(
    result: Result,
) -> None:
    usual, rounder = result.tuned.steps
    pinned(usual, [345, 116, 95], "steps of each rule, its rate tuned")
    assert usual[1] < 1.25 * usual[2]
    pinned(rounder[0], 39, "steps of plain descent in round units")
    assert rounder[0] < 0.5 * rounder[1:].min()
    narrow, wide = result.tuned.condition_numbers
    assert narrow > 7 * wide


def test_curves_are_those_of_plain_descent(result: Result) -> None:
    c = result.enzyme.substrate
    for k in (0, 7, 431):
        k_m, v_max = result.race.paths[0][k]
        np.testing.assert_allclose(result.enzyme.curves[k], v_max * c / (k_m + c))


def test_a_rule_that_does_not_arrive_is_an_error() -> None:
    with pytest.raises(InputError, match="not at the goal"):
        walk_enzyme(Config(race_rates=(0.01, 0.1, 0.1)))


# --- quoted settings ----------------------------------------------------------------


def test_network_is_that_of_the_next_chapter() -> None:
    weights = StartingWeights(W1=((1.0, 2.0), (3.0, 4.0), (5.0, -4.5)))
    network = run(Config(tried_rates=(0.1, 0.4), backpropagation=weights)).network
    chapter = backpropagation.run(backpropagation.Config(weights.W1, n_epochs=1))
    for one, other in zip(network.layers, chapter.network.layers, strict=True):
        np.testing.assert_array_equal(one.W, other.W)
        np.testing.assert_array_equal(one.b, other.b)
    assert network.layers[0].W[2, 1] == -4.5
