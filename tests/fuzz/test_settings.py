"""Random legal settings: a run ends well, within what was estimated."""

import time
import tracemalloc
from collections.abc import Callable
from random import Random

import pytest

from tests.nnsim.experiments.any_settings import at_random, legal
from tests.nnsim.experiments.test_every_experiment import (
    CHAPTERS,
    each_chapter,
    module,
    settings,
)
from tests.nnsim.experiments.test_settings import ends_well

FEW, MANY = 5, 40  # chapters, each once; runs of each chapter
SECONDS = 1.5  # that a run may take, as estimated
# What a run takes at least, whatever it computes: loading, and what is the same always.
LEAST_SECONDS, LEAST_BYTES = 3.0, 40e6


def estimated(chapter: str, rng: Random) -> bool:
    """See that a run ends well, within its estimate; tell whether it has a result."""
    config = legal(settings(chapter), at_random(rng), rng, SECONDS)
    tracemalloc.start()
    begun = time.process_time()
    try:
        has_result = ends_well(chapter, config)
        seconds = time.process_time() - begun
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    estimate = config.estimate()
    assert peak < 3 * estimate.n_bytes + LEAST_BYTES, config
    # To look at every piece of memory takes longer than to use it.
    assert seconds < 3 * (3 * estimate.seconds + LEAST_SECONDS), config
    return has_result


def test_some_runs_end_well_within_what_was_estimated(rng: Random) -> None:
    assert any([estimated(chapter, rng) for chapter in rng.sample(CHAPTERS, FEW)])


@pytest.mark.long
@each_chapter
def test_all_runs_end_well_within_what_was_estimated(
    chapter: str, rng: Random, tell: Callable[[str], None]
) -> None:
    outcomes = [estimated(chapter, rng) for _ in range(MANY)]
    tell(f"{sum(outcomes)} results, {len(outcomes) - sum(outcomes)} reasons for none")


def test_every_refusal_takes_no_time(rng: Random) -> None:
    begun = time.process_time()
    for _ in range(200):
        with pytest.raises(ValueError, match="must be"):
            module("neuron").Config(n_epochs=rng.randrange(10**6, 10**30))
    assert time.process_time() - begun < 2
