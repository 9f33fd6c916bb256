"""Whoever asks for a beat by a name that it had once is led to a beat that is there."""

import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from scenes import renamed
from scenes.renamed import NOW, present, told
from tests.scenes.beat_names import EVER

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = tomllib.loads((ROOT / "slides/lecture.toml").read_text("utf-8"))["chapters"]
PRESENT = [
    f"{chapter}/{beat}"
    for chapter in CHAPTERS
    for beat in import_module(f"scenes.{chapter}.words").BEATS
]


def walk(name: str) -> list[str]:
    """Return the names to which one leads, each once."""
    steps: list[str] = []
    while name in NOW and name not in steps:
        steps.append(name)
        name = NOW[name]
    return [*steps, name]


def test_no_old_name_is_a_present_one() -> None:
    assert not {*NOW} & {*PRESENT}


def test_each_old_name_leads_to_a_beat_that_is_there() -> None:
    assert {walk(old)[-1] for old in NOW} <= {*PRESENT}
    assert {old: present(old) for old in NOW} == {old: walk(old)[-1] for old in NOW}


def test_chains_are_followed_to_their_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    chain = {"a/one": "a/two", "a/two": "b/three", "b/three": "b/four"}
    monkeypatch.setattr(renamed, "NOW", chain)
    assert [*map(present, [*chain, "b/four"])] == ["b/four"] * 4
    assert told("a/one") == "a/one is now b/four: write that"
    assert told("b/four") == ""


def test_every_name_that_was_ever_to_be_had_is_known() -> None:
    assert len(EVER) == len({*EVER}) == 181
    assert {*map(present, EVER)} <= {*PRESENT}
    assert {*NOW} <= {*EVER}


def test_names_say_nothing_of_the_published_data() -> None:
    takers = ("features/", "neuron/", "overfitting/")
    of_ours = {"bird", "birds", "penguin", "gentoo", "adelie", "species", "sex"}
    named = [name for name in PRESENT if name.startswith(takers)]
    assert named
    assert not [n for n in named if of_ours & {*n.partition("/")[2].split("_")}]
