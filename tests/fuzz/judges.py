"""How each chapter is run, and what of it is so by code that does not use its scene."""

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any, NamedTuple

from nnsim.bounds import Settings
from nnsim.computing import compute
from tests.nnsim.experiments.data_and_compute import test_claims as data_and_compute
from tests.nnsim.experiments.loss import test_claims as loss
from tests.nnsim.experiments.neuron import test_claims as neuron
from tests.nnsim.experiments.overfitting import test_claims as overfitting
from tests.nnsim.experiments.overfitting.by_hand import look
from tests.nnsim.experiments.test_every_experiment import module
from tests.scenes.features import test_words as features_words
from tests.scenes.neuron import test_words as neuron_words
from tests.scenes.overfitting import test_words as overfitting_words

Truth = Callable[[Any, Any], Mapping[str, bool]]
Read = Callable[[Any, Any], None]


class Judge(NamedTuple):
    """Runs a chapter, and knows what is so."""

    chapter: str
    run: Callable[[Settings], Any]
    truth: Truth  # of settings and result: by name of a claim, whether it is so
    read: Read  # sees that its words, and not only their claims, are true of these


def looked(config: Any) -> Any:
    """Run the experiment on overfitting, all networks kept."""
    return look(config).result


def read_overfitting(config: Any) -> None:
    """Check each sentence that is known of the beats that are told."""
    for beat in overfitting_words.BEATS:
        if words := overfitting_words.expected(beat, config):
            for sentence in overfitting_words.told(words, config):
                overfitting_words.check(sentence, look(config))


def files_of(config: Any) -> list[str]:
    """Return the files of one's own that quoted chapters are about."""
    data = [getattr(quoted, "data", None) for quoted in vars(config).values()]
    return [one.file for one in data if one is not None and one.file]


TRUTHS: Mapping[str, Truth] = {
    "data_and_compute": lambda config, result: data_and_compute.truth(result),
    "features": lambda config, result: features_words.facts(result),
    "loss": lambda config, result: loss.truth(result),
    "neuron": lambda config, result: neuron.truth(config),
    "overfitting": lambda config, result: overfitting.truth(config),
    "summary": lambda config, result: {"is_published": not files_of(config)},
}
READ: Mapping[str, Read] = {
    "features": lambda config, result: features_words.check(result),
    "neuron": lambda config, result: neuron_words.check(config),
    "overfitting": lambda config, result: read_overfitting(config),
}
RUNS: Mapping[str, Any] = {"overfitting": SimpleNamespace(run=looked)}


def judge_of(chapter: str) -> Judge:
    """Return who judges a chapter; without claims there is nothing to be known."""
    experiment = RUNS.get(chapter, module(chapter))
    return Judge(
        chapter,
        lambda config: compute(experiment, config),
        TRUTHS.get(chapter, lambda config, result: {}),
        READ.get(chapter, lambda config, result: None),
    )
