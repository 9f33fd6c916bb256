"""The words of the chapter on the neuron are true, whatever is set."""

import numpy as np
import pytest
from hypothesis import given, settings

from nnsim.experiments import neuron
from nnsim.experiments.neuron import CLAIMS, Config, Result, run
from scenes.lookup import fill
from scenes.neuron import words
from scenes.words import true_words
from tests.nnsim.experiments.neuron.test_claims import (
    CONFIGS,
    IS_GENTOO,
    SETTINGS,
    X,
    descend,
    truth,
    z_of,
)
from tests.nnsim.experiments.usual import usual

# What words say, and the claim of the oracle that must then be so.
SAID = {
    "below zero": "other_is_below",
    "above zero": "other_is_above",
    "zero to one decimal": "other_is_at_zero",
    ": a Gentoo.": "asked_is_found",
    "mistaken for Adélie": "asked_is_mistaken",
    "the neuron is undecided.": "asked_is_undecided",
    "right on it": "edge_is_on_the_line",
    "outside the picture": "line_is_out_of_sight",
    "another line": "starts_elsewhere",
    "draw no line": "starts_without_a_line",
    "gets smaller": "loss_falls_at_each_step",
    "no lower": "loss_does_not_fall",
    "between the clouds": "line_comes_between",
    "the signs we chose": "signs_are_as_given",
    "other signs": "signs_are_others",
}


def said(result: Result) -> str:
    """Return all that the chapter says of a result."""
    chosen = [true_words(beat, CLAIMS, result) for beat in words.BEATS.values()]
    return "\n".join(
        fill(one[part], result)[0]
        for one in chosen
        for part in ("title", "say", "question")
        if part in one
    )


def check(config: Config) -> None:
    text, so = said(run(config)), truth(config)
    for phrase, claim in SAID.items():
        assert phrase not in text or so[claim], (phrase, config)
    n_wrong = count_wrong(config)
    verb = "is" if n_wrong == 1 else "are"
    assert f"{n_wrong} of the 274 birds it learned from {verb} wrong" in text


def count_wrong(config: Config) -> int:
    """Count who is on the wrong side after learning, by hand."""
    z = z_of(descend(config)[2], X)
    return int((np.where(IS_GENTOO, z, -z) < -1e-9).sum())


@pytest.mark.parametrize("config", SETTINGS, ids=str)
def test_words_are_true(config: Config) -> None:
    check(config)


@given(CONFIGS)
@settings(max_examples=20, deadline=None)
def test_words_are_true_whatever_is_set(config: Config) -> None:
    check(config)


def test_each_phrase_is_said_somewhere() -> None:
    texts = [said(run(config)) for config in SETTINGS]
    for phrase in SAID:
        assert any(phrase in text for text in texts), phrase


def test_the_lecture_says_what_it_usually_says() -> None:
    result = usual(neuron)
    for beat in words.BEATS.values():
        assert true_words(beat, CLAIMS, result) is beat
