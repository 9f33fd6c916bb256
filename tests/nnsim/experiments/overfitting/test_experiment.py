"""What the chapter on overfitting says, over all its splits."""

import numpy as np
import pytest

from nnsim.datasets import penguins
from nnsim.experiments.overfitting.experiment import Config, Result, run


def test_wide_net_ends_far_above_its_least_loss_in_every_split(result: Result) -> None:
    assert result.n_exploded == 20
    assert (result.wide.fit.rises >= 3).sum() == result.n_exploded
    assert result.mean_rise > 4


def test_so_it_does_above_where_validation_birds_would_stop_it(result: Result) -> None:
    assert (result.wide.fit.test.each[:, -1] >= 3 * result.stopped).sum() >= 19
    assert (result.stopped >= result.wide.fit.at_turn.each).all()


def test_training_loss_falls_with_width_and_test_loss_rises(result: Result) -> None:
    assert (np.diff(result.train_end.mean) < 0).all()
    assert (np.diff(result.test_end.mean) > 0).all()
    middle = result.config.widths.index(4)
    assert (result.test_end.each[:, -1] > result.test_end.each[:, middle]).all()


def test_four_neurons_are_enough(result: Result) -> None:
    assert result.enough == result.config.middle == 4
    right = [
        fit.test_right.each[:, -1]
        for fit in (result.narrow.fit, result.middle.fit, result.wide.fit)
    ]
    assert (right[1] > right[0]).all()
    gap = right[1] - right[2]
    assert 0 < gap.mean() < gap.std(ddof=1)  # the wide net is as good, but for chance


def test_narrow_net_underfits(result: Result) -> None:
    assert result.narrow.fit.train.mean[-1] > 0.5
    assert result.narrow.fit.train_right.mean[-1] < 0.75
    # At its best it is worse than the others in every split, with other birds too.
    assert (result.narrow.fit.at_turn.each > result.wide.fit.at_turn.each).all()
    assert abs(result.narrow.train_right - result.narrow.test_right) < 0.03


def test_wide_net_knows_every_bird_it_learned_from(result: Result) -> None:
    assert result.wide.n_train_right == 80
    assert result.wide.fit.train.mean[-1] < 0.01
    assert result.wide.fit.train_right.mean[-1] > 0.998
    assert result.wide.n_test_wrong / result.n_test > 0.25


def test_share_right_hardly_moves_while_the_loss_explodes(result: Result) -> None:
    lost = result.wide.fit.right_at_turn.mean - result.wide.fit.test_right.mean[-1]
    assert 0 < lost < 0.06
    before, after = result.sureness.at_turn, result.sureness.at_end
    assert (after.each > before.each + 0.1).all()
    assert after.mean > 0.93


def test_surely_wrong_birds_are_counted(result: Result) -> None:
    truth = result.watched.truth
    early, late = (truth[k] < 0.01 for k in (result.watched.turn, -1))
    assert result.watched.n_sure_wrong_at_turn == early.sum()
    assert result.watched.n_sure_wrong_at_end == late.sum()
    assert late.sum() > 10 * early.sum()


def test_probabilities_of_the_truth_give_the_test_loss(result: Result) -> None:
    early = slice(result.watched.turn + 1)  # later, float32 rounds some to 0
    loss = -np.log(result.watched.truth[early].astype(float)).mean(axis=1)
    np.testing.assert_allclose(loss, result.watched.test_loss[early], rtol=1e-3)
    wrong = (result.watched.truth < 0.5).sum(axis=1)
    np.testing.assert_array_equal(wrong, result.watched.n_test_wrong)


def test_wide_net_at_its_turn_is_as_good_as_any(result: Result) -> None:
    assert (
        result.wide.fit.at_turn.mean
        <= min(fit.at_turn.mean for fit in result.fits) + 1e-9
    )
    turn = result.watched.turn
    assert result.steps[turn] == result.watched.turn_step
    assert result.watched.turn_loss == result.watched.test_loss.min()


def test_training_loss_only_falls_after_its_first_steps(result: Result) -> None:
    loss = result.watched.train_loss
    assert (np.diff(loss[result.steps > 10]) < 1e-3).all()


def test_female_gentoos_outweigh_male_adelies(result: Result) -> None:
    birds, masses = penguins.load(), result.masses
    assert masses is not None
    for species, sex, mean in (
        ("Gentoo", "female", masses.heavy_females),
        ("Adelie", "male", masses.light_males),
    ):
        rows = (birds.species == species) & (birds.sex == sex)
        assert mean == pytest.approx(np.nanmean(birds.body_mass_g[rows]))
    assert masses.heavy_females > masses.light_males


def test_one_neuron_draws_a_straight_line(result: Result) -> None:
    ends = result.narrow.border.reshape(-1, 2)
    scaled = (ends - ends.mean(axis=0)) / np.ptp(result.question.measured, axis=0)
    assert np.linalg.svd(scaled, compute_uv=False)[1] < 5e-3


def test_other_splits_tell_the_same() -> None:
    config = Config(n_splits=5, n_train=70, widths=(1, 4, 64), n_moments=30)
    other = run(config)
    assert other.n_exploded == 5
    assert (np.diff(other.test_end.mean) > 0).all()
    assert other.enough == 4
