"""The chapter on activation functions: what the lecture says, from many starts."""

import re
from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from nnsim.errors import InputError
from nnsim.experiments.activation_functions.experiment import (
    Config,
    Result,
    first_below,
    run,
)
from nnsim.experiments.activation_functions.only_lines import compare_lines
from nnsim.problems.chinstraps import load_birds
from tests.nnsim.experiments.shortcuts import shortcuts
from tests.pins import pinned

BIRDS = load_birds()

# --- lines ----------------------------------------------------------------------------


def test_no_line_has_fewer_than_36_wrong_and_calling_none_has_68(
    result: Result,
) -> None:
    assert (result.n_birds, result.n_chinstraps, result.linear.wrong) == (342, 68, 36)
    assert result.linear.right == pytest.approx(1 - 36 / 342)
    ends = result.linear.border.reshape(-1, 2)
    middle, along = ends[0], ends[-1] - ends[0]
    side = (BIRDS.measured - middle) @ [-along[1], along[0]] > 0
    wrong = int((side != (BIRDS.y[:, 0] == 1)).sum())
    assert min(wrong, result.n_birds - wrong) == 36


def test_the_stack_is_the_single_neuron_found_by_scikit_learn(result: Result) -> None:
    y = BIRDS.y[:, 0]
    model = LogisticRegression(C=np.inf, tol=1e-10, max_iter=10_000).fit(BIRDS.X, y)
    W, b = result.linear.products[-1]
    np.testing.assert_allclose(W, model.coef_, rtol=1e-3)
    np.testing.assert_allclose(b, model.intercept_, rtol=1e-3)
    wrong = int((model.predict(BIRDS.X) != y).sum())
    assert result.linear.stack_wrong == result.linear.neuron_wrong == wrong
    assert result.linear.wrong < wrong  # so neither is the line with the fewest errors


def test_least_loss_of_one_neuron_against_scipy(result: Result) -> None:
    def loss(w: np.ndarray) -> float:
        z = BIRDS.X @ w[:2] + w[2]
        return float(np.mean(np.logaddexp(0, z) - BIRDS.y[:, 0] * z))

    least = minimize(loss, np.zeros(3), tol=1e-12).fun
    assert result.linear.neuron_loss == pytest.approx(least, abs=1e-9)


@pytest.mark.parametrize("widths", [(2, 8, 8, 1), (2, 3, 3, 1), (2, 4, 4, 4, 4, 1)])
def test_any_depth_without_activation_is_one_line(
    result: Result, widths: tuple[int, ...]
) -> None:
    linear = compare_lines(widths, BIRDS)
    assert linear.gap < 1e-12
    assert linear.stack_wrong == linear.neuron_wrong
    np.testing.assert_allclose(
        linear.products[-1][0], result.linear.products[-1][0], rtol=1e-3
    )
    ends = linear.stack_border.reshape(-1, 2)
    slopes = np.polyfit(*ends.T, 1)
    np.testing.assert_allclose(np.polyval(slopes, ends[:, 0]), ends[:, 1], atol=1e-9)


def test_printed_matrices_multiply_and_both_ways_agree(result: Result) -> None:
    W1, W2, W3 = (layer.W for layer in result.linear.stack.layers)
    np.testing.assert_allclose(result.linear.products[1][0], W3 @ W2, atol=1e-12)
    np.testing.assert_allclose(result.linear.products[2][0], W3 @ W2 @ W1, atol=1e-12)
    assert abs(result.linear.z - result.linear.forward.z[-1].item()) < 1e-12
    assert result.linear.gap < 10.0**-result.linear.agreed_decimals < 1e-11
    assert result.linear.n_parameters == 25


# --- bends ----------------------------------------------------------------------------


def test_ranges_and_slopes_that_are_named(result: Result) -> None:
    relu, sigmoid, tanh = result.bends
    assert np.isin(relu.slopes[:, 1], (0, 1)).all()
    assert sigmoid.slopes[:, 1].max() == pytest.approx(0.25)
    assert 0 < sigmoid.points[:, 1].min() < sigmoid.points[:, 1].max() < 1
    assert -1 < tanh.points[:, 1].min() < tanh.points[:, 1].max() < 1
    assert max(sigmoid.slope[1], tanh.slope[1]) < 0.01 < relu.slope[1]


# --- two tanh neurons -----------------------------------------------------------------


def test_every_start_rests_escapes_and_ends_better_than_any_line(
    result: Result,
) -> None:
    assert (result.ends < result.linear.wrong / 2).all()
    assert len(set(result.ends)) == 1  # the same number in all ten
    assert (result.losses[:, -1] < 0.3 * result.linear.neuron_loss).all()
    assert (result.rests > 0).all()
    assert np.sum(result.rests > 50) >= 9
    assert result.rest_range.tolist() == [result.rests.min(), result.rests.max()]


def test_the_film_shows_the_first_start_at_rest_and_after(result: Result) -> None:
    np.testing.assert_array_equal(result.history.train_loss, result.losses[0])
    rest = result.history.train_loss[result.arrived : result.left]
    assert np.abs(rest - result.linear.neuron_loss).max() <= Config().margin
    assert result.rest == result.rests[0] == len(rest)
    assert result.left_wrong == result.wrong[result.left]
    assert abs(result.left_wrong - result.linear.wrong) < 5  # as a line would
    assert result.wrong[-1] == result.ends[0]
    assert result.right == pytest.approx(1 - result.wrong[-1] / 342)


def test_held_out_birds_say_the_same_in_every_split(result: Result) -> None:
    line, tanh = result.held_out.each
    assert (tanh > line).all()
    assert tanh.mean() - line.mean() > 3 * line.std() / np.sqrt(len(line))
    means = line.mean(), tanh.mean()
    pinned(means, (0.88, 0.96), "share right of one neuron and of two tanh", 0.02)


def test_hidden_lines_are_where_z_is_zero(result: Result) -> None:
    hidden = result.history.network.layers[0]
    for w, b, pieces in zip(hidden.W, hidden.b, result.hidden_lines, strict=True):
        x = BIRDS.scale.apply(pieces.reshape(-1, 2))
        np.testing.assert_allclose(x @ w + b, 0, atol=1e-9)


# --- what it costs --------------------------------------------------------------------


def test_two_relu_neurons_fail_where_one_is_dead_and_four_never(result: Result) -> None:
    dead = result.dead
    assert dead.n_dead == dead.n_failed > 0
    assert dead.wide_failed == 0
    assert ((dead.wrong >= result.linear.neuron_wrong).sum()) == dead.n_failed
    assert dead.awake[0] > 100
    assert dead.awake[-1] == 0 < dead.awake[-2]
    np.testing.assert_array_equal(dead.points[-1, :, 1], 0)


def test_slopes_fade_through_sigmoids_and_not_through_the_others(
    result: Result,
) -> None:
    relu, sigmoid, tanh = result.ratios
    assert (sigmoid < 1e-3).all()  # in every start
    assert (np.diff(result.fading[1]) > 0).all()
    for ratio in (relu, tanh):
        assert 0.5 < np.exp(np.log(ratio).mean()) < 2
        assert ((ratio > 0.05) & (ratio < 20)).all()
    last_over_first = result.fading[:, -1] / result.fading[:, 0]
    np.testing.assert_allclose(result.shrinks, last_over_first, rtol=0.05)


# --- the result -----------------------------------------------------------------------


SMALL = Config(n_starts=6, n_epochs=200, learning_rate=0.1, n_splits=2, split_epochs=5)


@pytest.mark.parametrize(
    "changed", [{"n_epochs": 10}, {"learning_rate": 1e-4}, {"weight_decay": 0.75}]
)
def test_what_keeps_a_loss_from_falling_is_named(changed: dict[str, float]) -> None:
    with shortcuts():
        assert run(SMALL).rests.shape == (6,)  # which does fall
        with pytest.raises(InputError, match="a loss stays above") as refused:
            run(replace(SMALL, **changed))
    assert {*changed} <= {*re.findall(r"[a-z]+_[a-z]+", str(refused.value))}


def test_the_first_step_below_a_limit_is_found() -> None:
    assert first_below(np.array([[3.0, 2, 1, 2]]), 1.5).tolist() == [2]
