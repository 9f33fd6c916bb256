"""The chapter on the loss: its figures, and what the lecture says of them."""

from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import log_loss

from nnsim.experiments.loss.experiment import Config, Result, run

# --- the enzyme -----------------------------------------------------------------------


def test_twelve_points_two_at_each_concentration(result: Result) -> None:
    assert (result.curve.n_runs, result.curve.n_concentrations) == (12, 6)
    _, n_each = np.unique(result.curve.measured.x, return_counts=True)
    assert set(n_each) == {2}


def test_guess_is_too_low_at_first_and_too_high_at_last(result: Result) -> None:
    errors = result.curve.slide.errors[0]
    assert np.all(errors[:2] < 0)
    assert np.all(errors[-4:] > 0)
    assert abs(errors.sum()) < 0.5 * np.abs(errors).sum()  # a sum would cancel


def test_loss_is_the_mean_of_the_squares(result: Result) -> None:
    assert result.curve.losses[0] == pytest.approx(result.curve.sum_of_squares / 12)
    assert result.curve.sum_of_squares == pytest.approx(result.curve.squares.sum())
    by_hand = [
        ((300 * c / (0.15 + c) - v) / 100) ** 2
        for c, v in zip(result.curve.measured.x, result.curve.measured.y, strict=True)
    ]
    np.testing.assert_allclose(result.curve.squares, by_hand)
    assert (result.curve.typical_error / 100) ** 2 == pytest.approx(
        result.curve.losses[0]
    )


def test_over_v_max_the_loss_is_a_parabola_that_ends_at_its_least(
    result: Result,
) -> None:
    v_max, losses = result.curve.slide.v_max, result.curve.slide.loss
    parabola = np.polynomial.Polynomial.fit(v_max, losses, 2)
    np.testing.assert_allclose(parabola(v_max), losses, atol=1e-10)
    assert losses.argmin() == len(losses) - 1
    assert result.curve.losses[1] == losses[-1] < result.curve.losses[0] / 2
    assert v_max.min() < v_max[-1] < v_max.max()
    assert set(result.curve.slide.k_m) == {0.15}


def test_walk_goes_down_all_the_way_to_the_least_of_the_map(result: Result) -> None:
    assert np.all(np.diff(result.curve.walk.loss) < 0)
    assert (
        result.curve.losses[2]
        == result.curve.walk.loss[-1]
        <= result.curve.surface.min()
    )
    # Bates & Watts 1988: 212.7 counts/min² and 0.0641 ppm.
    assert result.curve.walk.v_max[-1] == pytest.approx(212.7, abs=0.05)
    assert result.curve.walk.k_m[-1] == pytest.approx(0.0641, abs=5e-5)


def test_map_shows_the_loss_at_its_places(result: Result) -> None:
    (left, right), (low, high) = result.curve.plane
    n = len(result.curve.surface) - 1
    for j, i in ((0, 0), (n, 0), (n // 2, n)):
        v_max, k_m = left + i / n * (right - left), low + j / n * (high - low)
        x, y = result.curve.measured.x, result.curve.measured.y
        loss = np.mean(((v_max * x / (k_m + x) - y) / 100) ** 2)
        assert result.curve.surface[j, i] == pytest.approx(float(loss))
    assert result.curve.n_curves == result.curve.surface.size


def test_no_function_of_concentration_gets_below_the_replicates(result: Result) -> None:
    floor = result.curve.losses[3]
    assert 0.3 * result.curve.losses[2] < floor < result.curve.losses[2]
    rates = result.curve.measured.y.reshape(-1, 2)
    rng = np.random.default_rng(0)
    for _ in range(200):  # any six values, one at each concentration
        any_curve = rates.mean(axis=1) + rng.normal(0, 5, 6)
        assert np.mean(((any_curve[:, None] - rates) / 100) ** 2) >= floor


# --- the birds ------------------------------------------------------------------------


def test_mean_loss_is_the_log_loss_of_scikit_learn(result: Result) -> None:
    p_gentoo = np.where(
        result.birds.question.labels == 1, result.birds.p, 1 - result.birds.p
    )
    assert result.birds.loss == pytest.approx(
        log_loss(result.birds.question.labels == 1, p_gentoo)
    )
    np.testing.assert_allclose(result.birds.losses, -np.log(result.birds.p))
    assert result.birds.n_birds == 274
    assert result.birds.n_wrong == (result.birds.losses > np.log(2)).sum()


def test_the_three_birds_are_what_they_are_called(result: Result) -> None:
    assert (result.birds.sure.species, result.birds.sure.length) == ("Gentoo", 46.1)
    assert result.birds.sure.p > 0.9
    assert abs(result.birds.unsure.p - 0.5) == pytest.approx(
        np.abs(result.birds.p - 0.5).min()
    )
    assert result.birds.mistaken.loss == result.birds.losses.max()
    assert result.birds.mistaken.species == "Adélie"
    # Two bills that look alike, of two species.
    assert abs(result.birds.mistaken.length - result.birds.sure.length) < 0.2


def test_few_birds_hold_much_of_the_loss(result: Result) -> None:
    worst = np.sort(result.birds.losses)[-result.birds.n_worst :]
    assert result.birds.worst_share == pytest.approx(
        worst.sum() / result.birds.losses.sum()
    )
    assert result.birds.worst_share > 10 * result.birds.n_worst / result.birds.n_birds
    assert np.all(worst > np.log(2))  # all of them are on the wrong side


def test_squared_error_is_bounded_and_cross_entropy_is_not(result: Result) -> None:
    p, log, square = result.birds.price.T
    assert np.all(square <= 1)
    assert np.all(log >= square)
    np.testing.assert_allclose(log, -np.log(p))
    assert result.birds.mistaken.square < 1 < result.birds.mistaken.loss


def test_same_birds_wrong_at_every_weight_but_another_loss(result: Result) -> None:
    judged, best = result.birds.by_weight, result.birds.best_weight
    assert set(judged.wrong) == {result.birds.n_wrong}
    assert 0 < best < len(judged.w) - 1
    assert np.all(np.diff(judged.loss[: best + 1]) < 0)
    assert np.all(np.diff(judged.loss[best:]) > 0)


def test_count_jumps_or_stands_still_where_the_loss_is_smooth(result: Result) -> None:
    judged = result.birds.by_threshold
    steps = np.diff(judged.wrong)
    assert np.any(steps == 0)
    assert np.any(np.abs(steps) > 1)
    assert np.all(np.diff(judged.loss) != 0)
    bend = np.diff(judged.loss, 2)
    assert np.all(bend > 0)  # one bowl: its slope always says where down is


@pytest.mark.parametrize("weight", [0.5, 2.0])
def test_settings_change_what_is_shown(result: Result, weight: float) -> None:
    other = run(replace(Config(), weight=weight, v_max=250.0))
    assert other.birds.loss != result.birds.loss
    assert other.birds.n_wrong == result.birds.n_wrong
    assert other.curve.slide.v_max[0] == 250
    assert other.curve.losses[2] == pytest.approx(result.curve.losses[2])


def test_best_curve_passes_no_pair_through_both_of_its_rates(result: Result) -> None:
    off = result.curve.replicates.off.reshape(-1, 2)
    assert np.all(np.abs(np.diff(off, axis=1)) > 0)  # so no curve can
    miss = result.curve.best_off[:, None] - off
    assert np.mean((miss / 100) ** 2) == pytest.approx(result.curve.losses[2])


@pytest.mark.parametrize("v_max", [100.0, 300.0, 350.0, 400.0])
def test_the_axis_holds_the_guess_and_all_that_it_slides_to(v_max: float) -> None:
    wide = Config(v_max=v_max, slide=(0.0, 400.0), map_v_max=(0.0, 400.0))
    curve = run(wide).curve
    low, high = curve.given.y_range
    assert low == 0
    assert high >= max(320, v_max, curve.slide.curves[:, curve.at <= 1.1].max())
    assert high < 1.1 * max(320, v_max, curve.slide.curves.max())
    assert run().curve.given.y_range == (0, 320)
