"""Estimates agree with what is counted, within a factor of three."""

import tracemalloc
from typing import Any

import numpy as np
import pytest

from nnsim.arrays import Array
from nnsim.estimates import (
    GIB,
    PER_LAYER,
    PER_PRODUCT,
    PER_VALUE,
    Estimate,
    classical,
    filters,
    pictures,
    training,
    walks,
)
from nnsim.network.losses import binary_cross_entropy
from nnsim.training.loop import train
from nnsim.training.optimizers import Adam
from nnsim.training.starts import draw
from nnsim.training.trainee import Trainee

FACTOR = 3


def learn(
    widths: tuple[int, ...], n_rows: int, n_steps: int, n_networks: int, kept: int
) -> Any:
    names = ("tanh",) * (len(widths) - 2) + ("sigmoid",)
    rng = np.random.default_rng(0)
    X: Array = rng.normal(size=(n_rows, widths[0]))
    return train(
        draw(widths, names, n_networks),
        X,
        (X[:, :1] > 0) * np.ones((n_networks, 1, 1)),
        loss=binary_cross_entropy,
        optimizer=Adam(0.01),
        n_epochs=n_steps,
        snapshots=range(kept),
    )


SHAPES = pytest.mark.parametrize(
    ("widths", "n_rows", "n_steps", "n_networks", "kept"),
    [
        ((2, 1), 40, 20, 1, 0),
        ((2, 64, 1), 80, 20, 5, 0),
        ((2, 64, 1), 80, 200, 5, 200),
        ((2, 256, 1), 300, 10, 2, 5),
        ((2, 32, 32, 1), 100, 10, 10, 0),
        ((2, *(16,) * 10, 1), 100, 10, 3, 10),
    ],
)


@SHAPES
def test_the_work_of_training_is_what_is_counted(
    widths: tuple[int, ...],
    n_rows: int,
    n_steps: int,
    n_networks: int,
    kept: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counts = {"layers": 0, "values": 0, "products": 0}
    descend = Trainee.descend

    def count(self: Trainee, y: Array, work: Any) -> None:
        descend(self, y, work)
        counts["layers"] += len(work.a)
        counts["values"] += sum(a.size for a in work.a) + self.parameters.size
        inputs = [before.shape[-1] for before in work.inputs]
        pairs = zip(inputs, work.a, strict=True)
        counts["products"] += sum(n_in * a.size for n_in, a in pairs)

    monkeypatch.setattr(Trainee, "descend", count)
    learn(widths, n_rows, n_steps, n_networks, kept)
    counted = (
        PER_LAYER * counts["layers"]
        + PER_VALUE * counts["values"]
        + PER_PRODUCT * counts["products"]
    )
    estimate = training(widths, n_rows, n_steps, n_networks=n_networks, kept=kept)
    assert counted / FACTOR < estimate.seconds < counted * FACTOR


@SHAPES
def test_the_memory_of_training_is_what_is_allocated(
    widths: tuple[int, ...], n_rows: int, n_steps: int, n_networks: int, kept: int
) -> None:
    tracemalloc.start()
    history = learn(widths, n_rows, n_steps, n_networks, kept)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(history.snapshots) == kept
    estimate = training(widths, n_rows, n_steps, n_networks=n_networks, kept=kept)
    overhead = 200_000  # bytes, of what is made once, however small the network
    assert peak / FACTOR - overhead < estimate.n_bytes < peak * FACTOR + overhead


def test_more_of_anything_takes_more() -> None:
    usual = filters(16, 9, 52, 100).seconds
    more = ((32, 9, 52, 100), (16, 18, 52, 100), (16, 9, 104, 100), (16, 9, 52, 200))
    assert all(filters(*one).seconds > usual for one in more)
    assert classical(2000, 64).seconds < classical(2000, 1024).seconds
    assert classical(500, 64).seconds < classical(2000, 64).seconds
    assert pictures(10, (2, 3, 1)).n_bytes < pictures(10, (2, 3, 3), 3).n_bytes
    assert walks(100).seconds < walks(1000).seconds


def test_estimates_add_up() -> None:
    one, two = Estimate(1.0, 10.0), Estimate(2.0, 5.0)
    assert one + two == Estimate(3.0, 15.0)
    assert one * 4 == Estimate(4.0, 40.0)
    assert sum([one, two], Estimate()) == one + two


@pytest.mark.parametrize(
    ("estimate", "said"),
    [
        (Estimate(), ""),
        (Estimate(3600.0, 4 * GIB), ""),
        (Estimate(10_000.0, 0), "about 2.8 hours on one core (at most 1 hour)"),
        (Estimate(1e12, 0), "thousand years on one core"),
        (Estimate(0, 15 * GIB), "about 15 GiB of memory (at most 4)"),
        (Estimate(7200, 5 * GIB), "2 hours on one core (at most 1 hour) and 5 GiB"),
    ],
)
def test_too_much_is_told_in_words(estimate: Estimate, said: str) -> None:
    assert said in estimate.too_much()
    assert bool(estimate.too_much()) == bool(said)


@pytest.mark.parametrize(
    ("estimate", "said"),
    [
        (Estimate(600.0, 2 * GIB), ""),
        (Estimate(720.0, 0), "takes about 12 minutes on one core"),
        (Estimate(3600.0, 0), "takes about 1 hour on one core"),
        (Estimate(0, 3 * GIB), "takes about 3 GiB of memory"),
        (
            Estimate(1500.0, 2.5 * GIB),
            "takes about 25 minutes on one core and 2.5 GiB of memory",
        ),
    ],
)
def test_much_is_told_in_words(estimate: Estimate, said: str) -> None:
    assert estimate.much() == said
    assert not estimate.too_much()
