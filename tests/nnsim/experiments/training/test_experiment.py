"""The chapter on training: what its pictures are, and what the lecture says of them."""

from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, log_loss

from nnsim.experiments.training import hidden_neurons
from nnsim.experiments.training.experiment import Config, Result, first_for_good, run
from nnsim.problems.three_species import load_birds

BIRDS = load_birds()
QUICK = Config(
    n_epochs=3, n_starts=2, n_splits=2, line_epochs=2, long_epochs=5, long_every=1
)


# --- one step, one epoch --------------------------------------------------------------


def test_an_epoch_sees_every_bird_once_in_eleven_batches(result: Result) -> None:
    assert sorted(result.steps.rows) == list(range(342))
    assert (result.n_batches, result.last_batch) == (11, 342 - 10 * 32)
    assert result.n_steps == 11 * 60 == len(result.batch_losses)
    assert result.n_parameters == 4 * 3 + 3 * 5


def test_shuffling_mixes_the_species_in_every_batch(result: Result) -> None:
    kinds = result.question.labels[result.steps.rows]
    table = result.question.labels  # sorted by species
    for first in range(0, 342, 32):
        assert len(set(kinds[first : first + 32])) == 3
        assert len(set(table[first : first + 32])) < 3


def test_loss_of_the_first_batch_before_and_after_its_step(result: Result) -> None:
    rows, names = result.steps.rows[:32], [0, 1, 2]
    p = result.networks[0].predict(BIRDS.X[rows])
    expected = log_loss(BIRDS.labels[rows], p, labels=names)
    assert result.steps.first_loss == pytest.approx(expected)
    assert result.steps.stepped_loss < result.steps.first_loss
    assert result.batch_losses[0] == result.steps.first_loss


def test_first_epoch_leads_from_the_first_network_to_the_second(result: Result) -> None:
    steps = result.steps
    assert steps.losses[[0, -1]] == pytest.approx(result.run.losses[[0, 1]])
    assert steps.wrong[[0, -1]].tolist() == result.run.wrong[[0, 1]].tolist()
    np.testing.assert_array_equal(steps.fields[-1], result.run.fields[1])
    assert len(steps.fields) == len(steps.borders) == result.n_batches + 1
    assert np.all(np.diff(steps.losses) < 0)


# --- many epochs ----------------------------------------------------------------------


def test_losses_and_wrong_birds_are_those_of_the_networks(result: Result) -> None:
    for k in (0, 5, 60):
        p = result.networks[k].predict(BIRDS.X)
        assert result.run.losses[k] == pytest.approx(log_loss(BIRDS.labels, p))
        right = accuracy_score(BIRDS.labels, p.argmax(axis=1))
        assert result.run.wrong[k] == round(342 * (1 - right))


def test_loss_falls_fast_then_slowly(result: Result) -> None:
    losses = result.run.losses
    assert losses[10] - losses[60] < 0.2 * (losses[0] - losses[10])
    assert (np.diff(losses) < 0).mean() > 0.9
    assert np.diff(losses).max() < 0.001


def test_nearly_all_are_named_from_that_epoch_on(result: Result) -> None:
    few = result.run.wrong <= 0.05 * 342
    assert few[result.nearly_all :].all()
    assert not few[result.nearly_all - 1]
    assert result.nearly_all < 20
    assert result.run.wrong[-1] < 0.04 * 342


def test_batches_scatter_around_the_mean(result: Result) -> None:
    last = result.batch_losses[-result.n_batches :]
    assert result.last_batches.tolist() == [last.min(), last.max()]
    mean = result.run.losses[-1]
    assert last.min() < mean / 3
    assert last.max() > 2 * mean
    assert result.batch_times[result.n_batches] == 1


def test_training_on_lowers_loss_and_errors_on_the_same_birds(result: Result) -> None:
    assert result.long.losses[0] == result.run.losses[-1]
    assert result.long.epochs[[0, -1]].tolist() == [60, 1000]
    assert result.long.losses[-1] < 0.9 * result.long.losses[0]
    assert result.long.wrong[-1] < result.long.wrong[0]


@pytest.mark.parametrize(
    ("counts", "place"), [([5, 1, 3, 1, 0], 3), ([1, 1], 0), ([9, 9], 2)]
)
def test_first_for_good(counts: list[int], place: int) -> None:
    assert first_for_good(np.array(counts), 2) == place


# --- hidden neurons -------------------------------------------------------------------


def test_two_neurons_answer_to_adelies_and_two_to_gentoos(result: Result) -> None:
    above = result.hidden_means > 0
    assert (
        sorted(above.tolist())
        == [[False, True, False]] * 2 + [[True, False, False]] * 2
    )
    assert np.abs(result.hidden_means).min() > 0.6


def test_chinstrap_is_what_is_neither(result: Result) -> None:
    output = result.networks[-1].layers[1]
    assert np.all(output.W[2] < 0)
    assert np.all(result.terms[:4] > 0)  # minus times minus
    assert result.terms[-1] == pytest.approx(result.terms[:-1].sum())
    bird = int(np.flatnonzero(BIRDS.labels == 2)[0])
    z = result.networks[-1].forward(BIRDS.X[[bird]]).z[1][0]
    assert result.terms[-1] == pytest.approx(z[2])
    assert z.argmax() == 2


def test_hidden_maps_belong_to_their_epoch(result: Result) -> None:
    assert len(result.hidden) == len(result.hidden_lines) == 61
    for k in (0, 33):
        np.testing.assert_array_equal(
            result.hidden[k], hidden_neurons.maps(BIRDS, result.networks[k])
        )


# --- other starts, other birds --------------------------------------------------------


def test_the_network_that_is_watched_is_one_of_the_starts(result: Result) -> None:
    one = result.starts[result.config.seed]
    assert one.wrong == result.run.wrong[-1]
    assert one.wrong_before == result.run.wrong[0]
    np.testing.assert_allclose(one.field, result.run.fields[-1], atol=1e-9)


def test_starts_differ_in_their_neurons_and_agree_in_their_answers(
    result: Result,
) -> None:
    wrong = [start.wrong for start in result.starts]
    assert result.start_wrong.tolist() == [min(wrong), max(wrong)]
    assert max(wrong) - min(wrong) <= 3
    named = np.stack([start.field.argmax(axis=-1) for start in result.starts])
    alike = (named == named[0]).mean(axis=(1, 2))
    assert alike.min() > 0.9  # of the plane
    slopes = [[np.ptp(line[..., 1]) for line in s.lines] for s in result.starts]
    assert np.std(np.sort(slopes, axis=1), axis=0).max() > 1  # mm


def test_hidden_neurons_do_not_help_here(result: Result) -> None:
    line, network = result.held_out.each
    assert line.shape == (20,)
    gap = network - line
    assert abs(gap.mean()) < 2 * gap.std(ddof=1) / 20**0.5 + 1e-12
    assert abs(gap.mean()) < result.held_out.sd.min() / 4
    np.testing.assert_allclose(result.held_out.mean, [line.mean(), network.mean()])


# --- settings and frozen values -------------------------------------------------------


@pytest.mark.parametrize(("n_epochs", "n_hidden"), [(1, 2), (3, 5)])
def test_epochs_and_neurons_are_settings(n_epochs: int, n_hidden: int) -> None:
    result = run(replace(QUICK, n_epochs=n_epochs, n_hidden=n_hidden))
    assert len(result.run.fields) == n_epochs + 1
    assert result.hidden.shape[-1] == n_hidden == len(result.terms) - 2
    assert result.n_steps == 11 * n_epochs
