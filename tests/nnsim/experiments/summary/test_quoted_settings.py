"""The chapters that the summary quotes run with the settings that it is given."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from nnsim.experiments import backpropagation, features, layers, neuron, training
from nnsim.experiments.features.single_layer import read_layer, train_layer
from nnsim.experiments.summary.claims import CLAIMS
from nnsim.experiments.summary.experiment import (
    EVERY,
    LOGO,
    Config,
    Result,
    own_tables,
    run,
)
from nnsim.problems.own_data import Measurements, OfMeasurements
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


def test_own_tables_are_named_and_the_published_data_replayed(
    result: Result, tmp_path: Path
) -> None:
    tables = {}
    names = {"neuron": "crabs.csv", "overfitting": "crabs.csv", "loss": "doses.csv"}
    for chapter, name in names.items():
        file = tmp_path / name
        file.write_text(name)  # not read: what it replays is not about it
        quoted = getattr(CONFIG, chapter)
        tables[chapter] = replace(quoted, data=replace(quoted.data, file=str(file)))
    small = replace(CONFIG, sizes=(10, 11), n_test=50, n_steps=1, n_epochs=2)
    config = replace(small, **tables)
    found = run(config)
    assert (found.n_own, found.own) == (2, "crabs.csv and doses.csv")
    crabs = sha256(b"crabs.csv").hexdigest()[:12]
    assert found.own_digests is not None
    assert f"crabs.csv (SHA-256 {crabs})" in found.own_digests
    usual = neuron.run()  # what was set of the neuron was meant for its table
    np.testing.assert_array_equal(found.line.borders[-1], usual.borders[-1])
    np.testing.assert_array_equal(found.papers, result.papers)
    assert not CLAIMS["is_published"].holds(found)
    assert CLAIMS["is_published"].holds(result)


def test_one_table_of_all_chapters_is_named_once(tmp_path: Path) -> None:
    file = tmp_path / f"{'a' * 40}.csv"
    file.touch()
    data = Measurements(file=str(file))
    of_it = {"neuron": neuron.Config(data=data), "overfitting": OfMeasurements(data)}
    assert [*own_tables(Config(**of_it)).values()] == [f"{'a' * 29}…"]


def test_no_table_no_name(result: Result) -> None:
    assert (result.n_own, result.own, result.own_digests) == (0, "", None)
