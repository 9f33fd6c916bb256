"""What the chapter on overfitting says, over all its splits."""

import numpy as np
import pytest

from nnsim.datasets import penguins
from nnsim.experiments.overfitting.experiment import Config, run
from tests.nnsim.experiments.frozen import arrays

RESULT = run()
WIDE, MIDDLE, NARROW = RESULT.wide.fit, RESULT.middle.fit, RESULT.narrow.fit


def test_wide_net_ends_far_above_its_least_loss_in_every_split() -> None:
    assert RESULT.n_exploded == 20
    assert (WIDE.rises >= 3).sum() == RESULT.n_exploded
    assert RESULT.mean_rise > 4


def test_so_it_does_above_where_validation_birds_would_stop_it() -> None:
    assert (WIDE.test.each[:, -1] >= 3 * RESULT.stopped).sum() >= 19
    assert (RESULT.stopped >= WIDE.at_turn.each).all()


def test_training_loss_falls_with_width_and_test_loss_rises() -> None:
    assert (np.diff(RESULT.train_end.mean) < 0).all()
    assert (np.diff(RESULT.test_end.mean) > 0).all()
    middle = RESULT.config.widths.index(4)
    assert (RESULT.test_end.each[:, -1] > RESULT.test_end.each[:, middle]).all()


def test_four_neurons_are_right_most_often() -> None:
    assert RESULT.best == RESULT.config.middle == 4
    right = [fit.test_right.each[:, -1] for fit in (NARROW, MIDDLE, WIDE)]
    assert (right[1] > right[0]).all()
    assert (right[1] > right[2]).sum() >= 15  # of 20: the wide net is not far behind


def test_narrow_net_underfits() -> None:
    assert NARROW.train.mean[-1] > 0.5
    assert NARROW.train_right.mean[-1] < 0.75
    # At its best it is worse than the others in every split, with other birds too.
    assert (NARROW.at_turn.each > WIDE.at_turn.each).all()
    assert abs(RESULT.narrow.train_right - RESULT.narrow.test_right) < 0.03


def test_wide_net_knows_every_bird_it_learned_from() -> None:
    assert RESULT.wide.n_train_right == 80
    assert WIDE.train.mean[-1] < 0.01
    assert WIDE.train_right.mean[-1] > 0.998
    assert RESULT.wide.n_test_wrong / RESULT.n_test > 0.25


def test_share_right_hardly_moves_while_the_loss_explodes() -> None:
    lost = WIDE.right_at_turn.mean - WIDE.test_right.mean[-1]
    assert 0 < lost < 0.06
    before, after = RESULT.sureness.at_turn, RESULT.sureness.at_end
    assert (after.each > before.each + 0.1).all()
    assert after.mean > 0.93


def test_surely_wrong_birds_are_counted() -> None:
    truth = RESULT.watched.truth
    assert RESULT.watched.n_sure_wrong[1] == (truth[-1] < 0.01).sum()
    assert RESULT.watched.n_sure_wrong[0] == (truth[RESULT.watched.turn] < 0.01).sum()
    assert RESULT.watched.n_sure_wrong[1] > 10 * RESULT.watched.n_sure_wrong[0]


def test_probabilities_of_the_truth_give_the_test_loss() -> None:
    early = slice(RESULT.watched.turn + 1)  # later, float32 rounds some to 0
    loss = -np.log(RESULT.watched.truth[early].astype(float)).mean(axis=1)
    np.testing.assert_allclose(loss, RESULT.watched.test_loss[early], rtol=1e-3)
    wrong = (RESULT.watched.truth < 0.5).sum(axis=1)
    np.testing.assert_array_equal(wrong, RESULT.watched.n_test_wrong)


def test_wide_net_at_its_turn_is_as_good_as_any() -> None:
    assert WIDE.at_turn.mean <= min(fit.at_turn.mean for fit in RESULT.fits) + 1e-9
    turn = RESULT.watched.turn
    assert RESULT.steps[turn] == RESULT.watched.turn_step
    assert RESULT.watched.turn_loss == RESULT.watched.test_loss.min()


def test_training_loss_only_falls_after_its_first_steps() -> None:
    loss = RESULT.watched.train_loss
    assert (np.diff(loss[RESULT.steps > 10]) < 1e-3).all()


def test_female_gentoos_outweigh_male_adelies() -> None:
    birds = penguins.load()
    for species, sex, mean in (
        ("Gentoo", "female", RESULT.heavy_females),
        ("Adelie", "male", RESULT.light_males),
    ):
        rows = (birds.species == species) & (birds.sex == sex)
        assert mean == pytest.approx(np.nanmean(birds.body_mass_g[rows]))
    assert RESULT.heavy_females > RESULT.light_males


def test_one_neuron_draws_a_straight_line() -> None:
    ends = RESULT.narrow.border.reshape(-1, 2)
    scaled = (ends - ends.mean(axis=0)) / np.ptp(RESULT.measured, axis=0)
    assert np.linalg.svd(scaled, compute_uv=False)[1] < 5e-3


def test_other_splits_tell_the_same() -> None:
    config = Config(n_splits=5, n_train=70, widths=(1, 4, 64), n_moments=30)
    other = run(config)
    assert other.n_exploded == 5
    assert (np.diff(other.test_end.mean) > 0).all()
    assert other.best == 4


def test_result_is_read_only() -> None:
    assert all(not array.flags.writeable for array in arrays(RESULT))
