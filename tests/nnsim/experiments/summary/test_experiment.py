"""The last chapter: what its small pictures show, and what the lecture says of them."""

import numpy as np
import pytest

from nnsim.datasets.one_hot import BASES
from nnsim.experiments import neuron, training
from nnsim.experiments.summary.experiment import Config, run
from tests.nnsim.experiments.frozen import arrays

RESULT = run()


def test_the_logo_learns_the_donor_site() -> None:
    last = RESULT.logo[-1]
    tallest = "".join(BASES[k] for k in last.argmax(axis=1))
    assert tallest[3:5] == "GT"
    assert np.abs(RESULT.logo[0]).max() < np.abs(last).max()


def test_pictures_are_those_of_the_chapters() -> None:
    np.testing.assert_array_equal(RESULT.line.borders[-1], neuron.run().borders[-1])
    settings = training.Config()
    assert RESULT.run.epochs[-1] == settings.n_epochs
    assert RESULT.run.wrong[-1] <= 13
    assert RESULT.n_bird_splits == settings.n_splits == RESULT.held_out.shape[1]


def test_paper_begins_and_ends_inside_the_hidden_plane() -> None:
    (low, high), _ = RESULT.hidden_plane
    assert low < RESULT.papers.min() <= RESULT.papers.max() < high
    assert np.abs(RESULT.papers[-1] - RESULT.papers[0]).max() > 0.5


def test_counts_run_from_one_neuron_to_a_brain() -> None:
    assert np.all(np.diff(RESULT.counts) >= 0)
    assert RESULT.counts[RESULT.is_ours].tolist() == [3, 27, 3091]
    assert RESULT.smallest == 3
    assert RESULT.largest == "150 trillion"


def test_the_free_network_memorises_and_decay_holds_it() -> None:
    memory = RESULT.memory
    assert memory.train[-1] < 0.01
    assert memory.held_out[-1] > 4 * memory.held_out.min()
    assert memory.decayed[-1] < 1.2 * memory.held_out.min()


def test_the_network_overtakes_the_rules_in_every_split() -> None:
    race = RESULT.race
    assert np.all(race.network[:, 0] > race.rules[:, 0])
    assert np.all(race.network[:, -1] < race.rules[:, -1])
    assert np.all(np.diff(race.network_mean) < 0)


def test_hidden_neurons_are_not_needed_for_two_measurements() -> None:
    gap = abs(RESULT.held_out_mean[0] - RESULT.held_out_mean[1])
    assert gap < RESULT.held_out_spread.min() / 4


def test_multiply_adds_are_counted_from_shapes() -> None:
    places = 60 - 9 + 1
    filters, last = places * 16 * 9 * 4, places * 16 * 3
    # Backward: the derivatives of all weights, and of the inputs of the last layer.
    assert RESULT.both == 2 * filters + 3 * last
    assert RESULT.n_parameters == 16 * 37 + 3 * (places * 16 + 1)
    assert RESULT.n_seen == 2000 * 10
    assert RESULT.total == f"{RESULT.both * RESULT.n_seen / 1e9:.1f} billion"


def test_result_cannot_be_changed() -> None:
    assert not [a for a in arrays(RESULT) if a.flags.writeable]
    assert hash(Config()) == hash(Config())
    with pytest.raises(AttributeError):
        RESULT.both = 1  # type: ignore[misc]
