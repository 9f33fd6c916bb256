"""How each chapter is run, and what of it is so by code that does not use its scene."""

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any, NamedTuple

from nnsim.bounds import Settings
from nnsim.computing import compute
from tests.nnsim.experiments.data_and_compute import test_claims as data_and_compute
from tests.nnsim.experiments.features import test_claims as features
from tests.nnsim.experiments.neuron import test_claims as neuron
from tests.nnsim.experiments.overfitting import test_claims as overfitting
from tests.nnsim.experiments.overfitting.by_hand import look
from tests.nnsim.experiments.test_every_experiment import module

Truth = Callable[[Any, Any], Mapping[str, bool]]


class Judge(NamedTuple):
    """Runs a chapter, and knows what is so."""

    chapter: str
    run: Callable[[Settings], Any]
    truth: Truth  # of settings and result: by name of a claim, whether it is so


def looked(config: Any) -> Any:
    """Run the experiment on overfitting, all networks kept."""
    return look(config).result


TRUTHS: Mapping[str, Truth] = {
    "data_and_compute": lambda config, result: data_and_compute.truth(result),
    "features": lambda config, result: features.truth(result),
    "neuron": lambda config, result: neuron.truth(config),
    "overfitting": lambda config, result: overfitting.truth(config),
}
RUNS: Mapping[str, Any] = {"overfitting": SimpleNamespace(run=looked)}


def judge_of(chapter: str) -> Judge:
    """Return who judges a chapter; without claims there is nothing to be known."""
    experiment = RUNS.get(chapter, module(chapter))
    return Judge(
        chapter,
        lambda config: compute(experiment, config),
        TRUTHS.get(chapter, lambda config, result: {}),
    )
