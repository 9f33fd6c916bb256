"""No word is said of several where the number before it may be written as 1."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import scenes
from scenes.words import Words
from tests.nnsim.experiments.test_every_experiment import each_chapter
from tests.scenes.said import templates
from tests.scenes.screen_words import parts

NOUN = re.compile(r"\{(?P<path>[^{}:]+)(?::(?P<spec>[^{}]*))?\}\s+(?P<word>[a-z-]+)")
# Of one and of several, and verbs: "the network that {name} climbs".
ALIKE = {"is", "was", "has", "depends", "as", "its", "this", "less", "times", "gets",
         "climbs", "needs", "moves", "stays", "synapses"}  # fmt: skip
DECIMALS = re.compile(r"\.[1-9]\d*[fepx]|%$")  # "1.0 millimetres"
# Never one: of a table that the chapter comes with, or by the least that can be set.
MANY = {
    "n_birds": "342 penguins, or 333",
    "birds.n_birds": "274",
    "birds.sure.length": "mm of a bill",
    "n_all": "another name of n_birds",
    "n": "its caller says so of several alone",
    "n_parameters": "of a neuron with two inputs, three",
    "linear.n_parameters": "as above",
    "neuron_scores.n_parameters": "as above",
    "penguin_parameters": "as above",
    "scores[0].n_parameters": "as above",
    "wide.fit.n_parameters": "as above",
    "….fit.n_parameters": "as above",
    "….n_parameters": "as above",
    "penguin_net.count": "as above",
    "neuron.count": "as above",
    "smallest": "as above",
    "network.widths[0]": "of the two inputs",
    "config.word": "bases, from 12 on",
    "config.n_splits": "lines.of_repeats asks first",
    "n_classes": "written of more than two",
    "feature_1": "a name, not a number",
    "brain.words": "86 billion",
    "gpt3.words": "175 billion",
    "worm_neurons.words": "302",
    "tokens_words": "billions",
}


def found(text: str) -> Iterator[str]:
    """Yield where several are said of what may be written as 1."""
    for match in NOUN.finditer(text):
        path, spec, word = match["path"], match["spec"] or "", match["word"]
        if "plural(" in spec or DECIMALS.search(spec) or path in MANY:
            continue
        if word not in ALIKE and (word.endswith("s") or word in {"are", "were"}):
            yield match[0]


def wordings(words: Words) -> Iterator[Words]:
    """Yield a beat's words and all that stand in for them."""
    yield words
    if "otherwise" in words:
        yield from wordings(words["otherwise"])


@each_chapter
def test_nothing_said_is_one_and_several(chapter: str) -> None:
    beats = import_module(f"scenes.{chapter}.words").BEATS
    for beat in beats.values():
        for words in wordings(beat):
            assert not [one for text in templates(words) for one in found(text)]


@pytest.mark.parametrize("folder", [*Path(scenes.__path__[0]).iterdir()], ids=str)
def test_nothing_written_is_one_and_several(folder: Path) -> None:
    files = sorted(folder.glob("*.py"))
    sources = {file.name: file.read_text(encoding="utf-8") for file in files}
    sources.pop("words.py", None)
    for part in parts(sources):
        assert not [one for text in part.words for one in found(text)], part.names


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("errors of about {noisy.unit[0]:.0f} millimetres", 1),
        ("{n_wrong} birds are wrong", 1),
        ("{n:d} are wrong, {n_wrong} were", 1),
        ("{config.rate:g} grams and {k:.2g} counts", 2),
        ("{x:.1f} millimetres", 0),
        ("{share:.0%} birds", 0),
        ("{n_wrong} {n_wrong:plural(bird)} {n_wrong:plural(is,are)}", 0),
        ("{unit:.0f} {unit:.0f plural(millimetre)}", 0),
        ("{n_wrong} is wrong, {most:.0f} times", 0),
    ],
)
def test_the_lint_bites(text: str, hits: int) -> None:
    assert len([*found(text)]) == hits
