"""Which chapters can be told, tried in worker processes."""

import io

import pytest
from rich.console import Console

from slides.base.errors import LectureError
from slides.building.verdicts import judge, verdicts
from slides.engine.jobs import Result
from slides.engine.progress import Progress
from slides.settings.schema import resolve


def test_each_chapter_has_its_verdict_in_the_order_given() -> None:
    shown = io.StringIO()
    tables = {
        "neuron": resolve("neuron", {"start": (0, 0, 1), "n_epochs": 1}),
        "scale": resolve("scale", {}),
    }
    found = verdicts(tables, 2, Progress(Console(file=shown)))
    assert [one.chapter for one in found] == ["neuron", "scale"]
    assert not found[1].why
    assert found[1].chosen is None  # nothing of one's own
    assert shown.getvalue() == "trying the chapters: 2 tried\n"


def test_what_cannot_be_said_is_the_reason() -> None:
    table = resolve("overfitting", {"n_epochs": 10})
    ended = judge("overfitting", table)
    assert isinstance(ended, Result)
    assert ended.told is not None
    assert ended.told["why"].startswith("beat '")
    assert " says that " in ended.told["why"]


def test_own_words_are_tried_as_well() -> None:
    table = resolve("neuron", {}) | {"say": {"sum": "z is {no.such.place}"}}
    ended = judge("neuron", table)
    assert isinstance(ended, Result)
    assert ended.told is not None
    assert "cannot say 'z is {no.such.place}'" in ended.told["why"]


def test_fault_of_the_sources_is_no_verdict() -> None:
    with pytest.raises(LectureError, match="chapter 'nuron': ModuleNotFoundError"):
        verdicts({"nuron": {}}, 1, Progress(Console(file=io.StringIO())))


def test_settings_that_do_not_go_together_are_the_reason() -> None:
    table = resolve("overfitting", {})
    ended = judge("overfitting", {**table, "n_train": 0, "wide": 3})
    assert isinstance(ended, Result)
    assert ended.told is not None
    assert ended.told["why"].startswith("n_train: must be from ")
    assert ended.told["is_fault"]
