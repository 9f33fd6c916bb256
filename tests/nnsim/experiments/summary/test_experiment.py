"""The last chapter: what its small pictures show, and what the lecture says of them."""

import numpy as np

from nnsim.datasets.one_hot import BASES
from nnsim.experiments import neuron, training
from nnsim.experiments.summary.experiment import Result


def test_the_logo_learns_the_donor_site(result: Result) -> None:
    last = result.logo[-1]
    tallest = "".join(BASES[k] for k in last.argmax(axis=1))
    assert tallest[3:5] == "GT"
    assert np.abs(result.logo[0]).max() < np.abs(last).max()


def test_pictures_are_those_of_the_chapters(result: Result) -> None:
    np.testing.assert_array_equal(result.line.borders[-1], neuron.run().borders[-1])
    settings = training.Config()
    assert result.run.epochs[-1] == settings.n_epochs
    assert result.run.wrong[-1] <= 13
    assert result.n_bird_splits == settings.n_splits == result.held_out.n


def test_paper_begins_and_ends_inside_the_hidden_plane(result: Result) -> None:
    (low, high), _ = result.hidden_plane
    assert low < result.papers.min() <= result.papers.max() < high
    assert np.abs(result.papers[-1] - result.papers[0]).max() > 0.5


def test_counts_run_from_one_neuron_to_a_brain(result: Result) -> None:
    assert np.all(np.diff(result.counts) >= 0)
    assert result.counts[result.is_ours].tolist() == [3, 27, 3091]
    assert result.smallest == 3
    assert result.largest_words == "150 trillion"


def test_the_free_network_memorises_and_decay_holds_it(result: Result) -> None:
    memory = result.memory
    assert memory.train[-1] < 0.01
    assert memory.held_out[-1] > 4 * memory.held_out.min()
    assert memory.decayed[-1] < 1.2 * memory.held_out.min()


def test_the_network_overtakes_the_rules_in_every_split(result: Result) -> None:
    race = result.race
    assert np.all(race.network.each[:, 0] > race.rules.each[:, 0])
    assert np.all(race.network.each[:, -1] < race.rules.each[:, -1])
    assert np.all(np.diff(race.network.mean) < 0)


def test_hidden_neurons_are_not_needed_for_two_measurements(result: Result) -> None:
    gap = abs(result.held_out.mean[0] - result.held_out.mean[1])
    assert gap < result.held_out.sd.min() / 4


def test_multiply_adds_are_counted_from_shapes(result: Result) -> None:
    places = 60 - 9 + 1
    filters, last = places * 16 * 9 * 4, places * 16 * 3
    # Backward: the derivatives of all weights, and of the inputs of the last layer.
    assert result.both == 2 * filters + 3 * last
    assert result.n_parameters == 16 * 37 + 3 * (places * 16 + 1)
    assert result.n_seen == 2000 * 10
    assert result.total == f"{result.both * result.n_seen / 1e9:.1f} billion"
