"""Paths against plain Python access, and numbers as the viewer reads them."""

import ast
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import numpy as np
import pytest

from scenes.lookup import fill, lookup

GRID = np.arange(12.0).reshape(3, 4) - 5
RESULT = SimpleNamespace(
    loss=0.25, history=SimpleNamespace(train_loss=GRID[0]), layers=(GRID, GRID.T)
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("loss", 0.25),
        ("history.train_loss[-1]", GRID[0][-1]),
        ("layers[1][3, 0]", GRID.T[3, 0]),
        ("layers[0][-1, -2]", GRID[-1, -2]),
        ("layers[0][:, 1]", GRID[:, 1]),
        ("layers[0][1:3]", GRID[1:3]),
        ("layers[0][::2, 1:]", GRID[::2, 1:]),
        ("layers[-1:][0].shape[0]", 4),
    ],
)
def test_paths_lead_where_python_does(path: str, expected: Any) -> None:
    np.testing.assert_array_equal(lookup(RESULT, path), expected)


@pytest.mark.parametrize(
    "path",
    [
        "", "nowhere", "loss.nowhere", "layers[2]", "layers[0][3, 0]", "loss[0]",
        "layers[0", "layers]", "layers[name]", "layers[0] + 1", "[0]", "loss; loss",
        "loss\0", "layers[0, 0]", "layers['a']", "loss if loss else loss",
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_named(path: str) -> None:
    with pytest.raises(KeyError) as caught:
        lookup(RESULT, path)
    assert repr(path) in caught.value.args[0]


def test_a_path_is_parsed_once_for_all_results(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = "layers[0][0, 1:3]"
    other = SimpleNamespace(layers=(GRID * 2,))
    parse = Mock(wraps=ast.parse)
    monkeypatch.setattr(ast, "parse", parse)
    for result in (RESULT, other, RESULT):
        expected = result.layers[0][0, 1:3]
        np.testing.assert_array_equal(lookup(result, path), expected)
    with pytest.raises(KeyError, match=r"nothing at 'layers.* in int"):
        lookup(3, path)
    assert parse.call_count == 1


@pytest.mark.parametrize(
    "path",
    [
        "layers.index(0)", "layers[len('a')]", "history.__class__", "__dict__",
        "loss.__class__.__mro__", "_", "layers[(lambda: 0)()]", "layers[[0][0]]",
        "layers[__import__('os')]", "f'{loss}'", "layers[0 if loss else 1]",
    ],
)  # fmt: skip
def test_nothing_is_evaluated(path: str) -> None:
    with pytest.raises(KeyError):
        lookup(RESULT, path)


def test_templates_say_what_they_filled_in() -> None:
    template = "Loss {loss:.1%}, last {history.train_loss[-1]:+.1f}; {layers[0][0, 2]}"
    words, filled = fill(template, RESULT)
    assert words == "Loss 25.0%, last −2.0; −3.0"
    assert [field.path for field in filled] == [
        "loss", "history.train_loss[-1]", "layers[0][0, 2]",
    ]  # fmt: skip
    assert [field.text for field in filled[:2]] == ["25.0%", "−2.0"]
    assert filled[0].value == 0.25


def test_template_without_fields_stays() -> None:
    words = "Nothing to fill in: 1 < 2."
    assert fill(words, RESULT) == (words, ())


def test_template_with_a_wrong_path_names_it() -> None:
    with pytest.raises(KeyError, match="lost"):
        fill("The loss is {lost:.2f}.", RESULT)


COUNTS = SimpleNamespace(
    none=0, one=1, two=np.int64(2), loss=0.25, near=1.05, name="Gentoo",
    many=np.arange(3),
    question=SimpleNamespace(nouns=("mouse", "mice"), names=("a", "b", "c")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{one} {one:plural(bird)}", "1 bird"),
        ("{two} {two:plural(bird)}", "2 birds"),
        ("{none} {none:plural(bird)}", "0 birds"),
        ("{one} {one:plural(is,are)} wrong", "1 is wrong"),
        ("{two} {two:plural(is, are)} wrong", "2 are wrong"),
        ("{two} {two:plural(mini-batch,mini-batches)}", "2 mini-batches"),
        ("{one:,d} {one:plural(question.nouns)}", "1 mouse"),
        ("{near:.0f} {near:.0f plural(gram)}", "1 gram"),
        ("{near:.2f} {near:.2f plural(gram)}", "1.05 grams"),
        ("{one:.1f} {one:.1f plural(gram)}", "1.0 grams"),
        ("{loss:.0f} {loss:.0f plural(gram)}", "0.2 grams"),
        ("{near:.0f plural(question.nouns)}", "mouse"),
        ("{two:,d} {two:plural(question.nouns)}", "2 mice"),
    ],
)
def test_words_agree_with_numbers(template: str, expected: str) -> None:
    assert fill(template, COUNTS)[0] == expected


def test_a_word_that_agrees_is_no_number_of_the_result() -> None:
    words, filled = fill("{two} {two:plural(bird)}, {two:plural(lies,lie)}", COUNTS)
    assert words == "2 birds, lie"
    assert [(field.path, field.text) for field in filled] == [("two", "2")]


def test_a_word_of_the_result_says_where_it_stands() -> None:
    _, (field,) = fill("{two:plural(question.nouns)}", COUNTS)
    assert field.text == field.value == lookup(COUNTS, field.path) == "mice"


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("{loss:plural(bird)}", r"loss is 0.25, no whole number: no plural\(bird\)"),
        ("{name:plural(is,are)}", "name is 'Gentoo', no whole number"),
        ("{many:plural(bird)}", "many is array.* no whole number"),
        ("{two:plural()}", "not a word and its plural"),
        ("{two:plural(a,b,c)}", "not a word and its plural"),
        ("{two:plural(is,)}", "not a word and its plural"),
        ("{two:plural(question.names)}", "not a word and its plural"),
        ("{two:plural(question.noun)}", "nothing at 'question.noun'"),
        ("{too:plural(bird)}", "nothing at 'too'"),
        ("{two:plurl(bird)}", "Invalid format specifier"),
    ],
)
def test_what_cannot_agree_is_told(template: str, problem: str) -> None:
    with pytest.raises((ValueError, KeyError), match=problem):
        fill(template, COUNTS)
