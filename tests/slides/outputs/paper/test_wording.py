"""The words of numbers in the hand-out: what they are, and never code."""

import dataclasses
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, get_args, get_type_hints

import pytest

from nnsim.spread import Spread
from scenes.record import Receipt
from slides.outputs.paper.wording import chosen, listed, words
from slides.settings.own_kinds import kind_taken
from tests.scenes.conftest import CHAPTERS

QUOTED = re.compile('"[^"]*"')
OURS = re.compile(r"\b(?:bird|penguin|species|sex|site|donor|acceptor|intron)s?\b")
CODE = re.compile(r"\w_\w|\w\[|[A-Za-z]\.[A-Za-z]|`")


def receipt(path: str, value: float, shown: str, scene: str = "neuron") -> Receipt:
    return Receipt(scene, "beat", 0.0, path, value, (), shown)


def paths(kind: Any, before: str = "", seen: tuple[Any, ...] = ()) -> Iterator[str]:
    """Yield the place of every field of a result, however deep."""
    for name, hint in get_type_hints(kind).items():
        yield before + name
        for part in (hint, *get_args(hint)):
            if dataclasses.is_dataclass(part) and part not in seen:
                yield from paths(part, f"{before}{name}.", (*seen, part))


# --- which numbers ------------------------------------------------------------------


def test_spoken_numbers_come_first_and_nothing_twice() -> None:
    shown = [
        receipt("question.n_samples", 274, "274"),
        receipt("history.train_loss[-1]", 0.042, "0.042"),
        receipt("history.train_loss[100]", 0.042, "0.04"),
        receipt("other.a", 0.0014, "0.0014"),
    ]
    assert [one.text for one in chosen(shown, "It is 0.0014.", (), 9)] == [
        "0.0014", "274", "0.042",
    ]  # fmt: skip
    assert [one.text for one in chosen(shown, "It is 0.0014.", (), 1)] == ["0.0014"]


def test_known_numbers_are_left_out_unless_spoken() -> None:
    shown = [receipt("n_birds", 274, "274")]
    assert not chosen(shown, "", {"n_birds 274"}, 9)
    assert chosen(shown, "274 birds.", {"n_birds 274"}, 9) == shown


@pytest.mark.parametrize("say", ["", "It is −6.6."])
def test_a_number_without_words_is_left_out_even_if_spoken(say: str) -> None:
    assert chosen([receipt("other.z", -6.6, "−6.6")], say, (), 9) == []


def test_numbers_of_the_same_words_share_a_line_in_the_order_of_their_places() -> None:
    shown = [
        receipt("other.x[1]", 18.7, "18.7"), receipt("question.n_samples", 274, "274"),
        receipt("other.x[0]", 39.1, "39.1"),
        receipt("history.train_loss[-1]", 0.04, "0.04"),
        receipt("history.train_loss[0]", 0.85, "0.85"),
    ]  # fmt: skip
    assert [(line["text"], line["words"]) for line in listed(shown)] == [
        ("39.1; 18.7", "both measurements"),
        ("274", "number of samples"),
        ("0.85; 0.04", "mean loss on the training rows"),
    ]


# --- what they are called -----------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("other.x[0]", "both measurements"),
        ("n_birds", "number of birds"),
        ("history.train_loss[-1]", "mean loss on the training rows"),
        ("epochs[3]", ""),  # its comment is "0, 1, 2, …"
        ("other.z", ""),
        ("network.layers[0].W[0, 1]", "weights, one row per neuron"),
        ("history.network.layers[0].W[0, 1]", "weights, one row per neuron"),
    ],
)
def test_words_are_those_of_the_source(path: str, said: str) -> None:
    assert words("neuron", path) == said


@pytest.mark.parametrize(
    ("chapter", "path", "said"),
    [
        ("training", "held_out.mean[1]", "share right: the network, mean"),
        ("training", "held_out.sd[0]",
         "share right: no hidden neurons, standard deviation"),
        ("overfitting", "wide.fit.test.mean[-1]", "loss on the rows held out, mean"),
        ("overfitting", "wide.fit.test.low[3]",
         "loss on the rows held out, mean less standard deviation"),
        ("overfitting", "wide.fit.test.each[3, 1]", ""),
        ("features", "counts[1]", "acceptors"),
        ("features", "filters.hierarchy.p[1]", "probability of acceptor"),
        ("gradient_descent", "unit[1]", ""),
        ("backpropagation", "unit[1]", "what becomes 1, mm"),  # not "mm"
    ],
)  # fmt: skip
def test_words_say_which_of_several_and_what_a_spread_is_of(
    chapter: str, path: str, said: str
) -> None:
    assert words(chapter, path) == said


def test_every_field_of_a_spread_but_the_repeats_has_words() -> None:
    for field in dataclasses.fields(Spread):
        said = words("training", f"held_out.{field.name}")
        assert bool(said) == (field.name != "each"), field.name


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_words_are_never_code(chapter: str) -> None:
    result = import_module(f"nnsim.experiments.{chapter}").Result
    said = [
        words(chapter, path + place) for path in paths(result) for place in ("", "[0]")
    ]
    assert any(said)
    assert not [one for one in said if CODE.search(one)]


@pytest.mark.parametrize("chapter", [c for c in CHAPTERS if kind_taken(c)])
def test_words_of_data_of_ones_own_name_nothing_of_ours(chapter: str) -> None:
    found = get_type_hints(import_module(f"nnsim.experiments.{chapter}").run)["return"]
    result = (get_args(found) or (found,))[-1]
    said = {
        path + place: words(chapter, path + place, is_own=True)
        for path in paths(result)
        for place in ("", "[0]")
    }
    assert any(said.values())
    assert not [one for one in said.values() if CODE.search(one)]
    if chapter in ("neuron", "overfitting", "features"):
        # What is true or not is no figure; in quotes stand examples of texts.
        figures = {p: QUOTED.sub("", one) for p, one in said.items() if p[:4] != "has_"}
        assert not {path: one for path, one in figures.items() if OURS.search(one)}


def test_words_are_those_of_the_result_at_hand() -> None:
    for path, ours, own in (
        ("counts[0]", "donors", "sequences of each class"),
        ("filters.hierarchy.p[1]", "probability of acceptor",
         "probability of each class"),
    ):  # fmt: skip
        assert words("features", path) == ours
        assert words("features", path, is_own=True) == own
        one = receipt(path, 3, "3", "features")
        (chosen_one,) = chosen([one], "3", (), 6, is_own=True)
        assert listed([chosen_one], is_own=True) == [{"text": "3", "words": own}]
