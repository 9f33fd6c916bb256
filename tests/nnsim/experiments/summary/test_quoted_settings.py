"""The chapters that the summary quotes run with the settings that it is given."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnsim.errors import UnfitDataError
from nnsim.experiments import backpropagation, features, layers, neuron, training
from nnsim.experiments.features.single_layer import read_layer, train_layer
from nnsim.experiments.summary.experiment import EVERY, LOGO, Config, Result, run
from nnsim.problems.site_data import DONOR, load_sites
from nnsim.problems.two_three_one import StartingWeights

CONFIG = Config(
    sizes=(20, 40), n_splits=2, n_test=60, n_steps=10, n_epochs=100, descent_steps=20,
    features=features.Config(seed=1, n_splits=1, n_train=300, n_test=60, logo_epochs=3),
    neuron=neuron.Config(n_epochs=5, learning_rate=0.2),
    layers=layers.Config(n_epochs=20, seed=3, n_splits=2, split_epochs=10),
    backpropagation=StartingWeights(b2=(0.5,)),
    training=training.Config(
        n_hidden=3, n_epochs=4, n_starts=2, n_splits=2, line_epochs=10,
        long_epochs=10, long_every=2,
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def result() -> Result:
    return run(CONFIG)


def test_line_is_that_of_the_chapter(result: Result) -> None:
    learned = neuron.run(CONFIG.neuron)
    assert len(result.line.borders) == len(learned.borders) == 6
    for one, other in zip(result.line.borders, learned.borders, strict=True):
        np.testing.assert_array_equal(one, other)


def test_training_run_is_that_of_the_chapter(result: Result) -> None:
    learned = training.run(CONFIG.training)
    np.testing.assert_array_equal(result.run.fields, learned.run.fields[::2])
    np.testing.assert_array_equal(result.held_out.each, learned.held_out.each)
    assert result.n_bird_splits == 2
    n_parameters = 3 * 3 + 3 * 4
    assert n_parameters in result.counts[result.is_ours]
    assert learned.n_parameters == n_parameters


def test_squared_paper_is_that_of_the_chapter(result: Result) -> None:
    learned = layers.run(replace(CONFIG.layers, every=EVERY))
    np.testing.assert_array_equal(result.papers, learned.bent_paper)


def test_network_is_that_of_the_chapter(result: Result) -> None:
    chapter = backpropagation.run(backpropagation.Config(b2=(0.5,), n_epochs=1))
    for one, other in zip(result.network.layers, chapter.network.layers, strict=True):
        np.testing.assert_array_equal(one.W, other.W)
        np.testing.assert_array_equal(one.b, other.b)


def test_logo_is_that_of_the_chapter(result: Result) -> None:
    sites = load_sites(seed=1, n_splits=1, n_train=300, n_test=60)
    logo = read_layer(train_layer(sites, 3, CONFIG.features.logo_rate, 1))["logo"]
    np.testing.assert_array_equal(result.logo, logo[:, DONOR, LOGO])


@pytest.mark.parametrize("chapter", ["neuron", "features", "overfitting"])
def test_other_data_than_the_published_are_refused(
    chapter: str, tmp_path: Path
) -> None:
    file = tmp_path / "crabs.csv"
    file.write_text("any table")
    quoted = getattr(CONFIG, chapter)
    other = replace(quoted, data=replace(quoted.data, file=str(file)))
    with pytest.raises(UnfitDataError, match=rf"'{chapter}' is about crabs\.csv$"):
        run(replace(CONFIG, **{chapter: other}))
