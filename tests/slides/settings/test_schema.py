"""A chapter's settings are checked by the types of its experiment's ``Config``."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, is_dataclass
from importlib import import_module
from types import SimpleNamespace
from typing import Annotated, Any, get_type_hints

import pytest

from nnsim.bounds import Settings, between, rising
from nnsim.estimates import Estimate
from nnsim.problems.own_data import OwnData
from slides.settings import schema
from slides.settings.own_kinds import kind_taken
from slides.settings.project import known_chapters
from slides.settings.schema import TableError, configure, resolve

Pairs = tuple[tuple[float, ...], ...]
Share = Annotated[float, between(0, 1)]


@dataclass(frozen=True)
class Other:
    n_epochs: int = 3


@dataclass(frozen=True)
class Config:
    rate: float = 0.5
    pairs: Pairs = ((1.0, 2.0),)
    other: Other = field(default_factory=Other)
    inner: Other = field(default_factory=Other)  # no chapter has this name

    def __post_init__(self) -> None:
        if self.rate <= 0:
            raise ValueError(f"rate {self.rate} is not above 0")


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    module: Any = SimpleNamespace(Config=Config)
    monkeypatch.setitem(sys.modules, "nnsim.experiments.toy", module)
    monkeypatch.setattr(schema, "known_chapters", lambda: ["other", "toy"])


def test_a_table_becomes_the_experiments_own_value() -> None:
    config = configure("toy", {"rate": 2, "pairs": [[1, 2], []], "other": {}})
    assert type(config) is Config
    assert config == Config(2.0, ((1.0, 2.0), ()), Other())
    assert configure("toy", {}) == Config()


def test_what_was_resolved_becomes_the_same_value() -> None:
    assert configure("toy", resolve("toy", {"rate": 0.25})) == Config(0.25)
    table = {"inner": {"n_epochs": 4}}  # is the chapter's own
    assert configure("toy", resolve("toy", table)) == Config(inner=Other(4))


@pytest.mark.parametrize(
    ("table", "faults"),
    [
        ({"rat": 1}, [("rat", "unknown setting 'rat'; did you mean 'rate'?")]),
        ({"rate": "1"}, [("rate", "should be a valid number, not '1'")]),
        ({"rate": True}, [("rate", "should be a valid number, not True")]),
        ({"pairs": [[1, "x"]]}, [("pairs.0.1", "should be a valid number, not 'x'")]),
        ({"rate": -1}, [("", "rate -1.0 is not above 0")]),
        (
            {"other": {"n_epochs": 4}},
            [("other", "takes it from [other]: set it there")],
        ),
        ({"other": 4}, [("other", "takes it from [other]: set it there")]),
        (
            {"other.n_epochs": 4},
            [("other.n_epochs", "takes it from [other]: set it there")],
        ),
        (
            {"other": {}, "rate": "x"},
            [("other", "set it there"), ("rate", "should be")],
        ),
    ],
)
def test_faults_are_told_in_words(
    table: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    with pytest.raises(TableError) as caught:
        resolve("toy", table)
    told = caught.value.faults
    assert [key for key, _ in told] == [key for key, _ in faults]
    assert all(part in why for (_, why), (_, part) in zip(told, faults, strict=True))


@pytest.mark.parametrize("chapter", known_chapters())
def test_what_is_quoted_is_a_chapter_of_that_name(chapter: str) -> None:
    types = get_type_hints(import_module(f"nnsim.experiments.{chapter}").Config)
    quoted = {
        name: kind
        for name, kind in types.items()
        if is_dataclass(kind) and not issubclass(kind, OwnData)  # type: ignore[arg-type]
    }
    for name, kind in quoted.items():
        config = import_module(f"nnsim.experiments.{name}").Config
        assert issubclass(config, kind)  # type: ignore[arg-type]
    assert bool(quoted) == (chapter in ("gradient_descent", "summary"))


def test_the_summary_knows_of_each_chapter_that_may_be_about_other_data() -> None:
    about = {name for name in known_chapters() if kind_taken(name)}
    assert not kind_taken("gradient_descent")
    summary = resolve("summary", {})
    assert about  # else it would replay pictures that the chapter does not show
    quoted = {key: value for key, value in summary.items() if isinstance(value, dict)}
    assert about == {name for name, value in quoted.items() if "data" in value}


@dataclass(frozen=True)
class Bounded(Settings):
    n_epochs: Annotated[int, between(1, 100_000)] = 2000
    pair: tuple[Share, Share] = (0.0, 1.0)
    rate: Share = 0.5

    def faults(self) -> Iterator[tuple[str, str]]:
        yield from rising("pair", self.pair)

    def estimate(self) -> Estimate:
        return Estimate(self.n_epochs / 10)


@pytest.mark.parametrize(
    ("table", "faults"),
    [
        (
            {"n_epochs": 10**12},
            [("n_epochs", "must be from 1 to 100000, not 1000000000000")],
        ),
        (
            {"n_epochs": 0, "pair": [float("nan"), 2.0]},
            [
                ("n_epochs", "must be from 1 to 100000, not 0"),
                ("pair.0", "must be from 0 to 1, not nan"),
                ("pair.1", "must be from 0 to 1, not 2"),
            ],
        ),
        (
            {"rate": "x", "n_epochs": 0, "other": 1},
            [
                ("rate", "should be a valid number, not 'x'"),
                ("other", "unknown setting 'other'"),
                ("n_epochs", "must be from 1 to 100000, not 0"),
            ],
        ),
        (
            {"pair": [0.5, 0.5]},
            [("pair", "must rise from each value to the next, not 0.5, 0.5")],
        ),
        (
            {"n_epochs": 72_000},
            [("", "with n_epochs = 72000, it asks for about 2 hours on one core")],
        ),
    ],
)
def test_bounds_are_told_all_at_once_by_key(
    table: dict[str, Any],
    faults: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module: Any = SimpleNamespace(Config=Bounded)
    monkeypatch.setitem(sys.modules, "nnsim.experiments.toy", module)
    with pytest.raises(TableError) as caught:
        resolve("toy", table)
    told = caught.value.faults
    assert [key for key, _ in told] == [key for key, _ in faults]
    assert all(part in why for (_, why), (_, part) in zip(told, faults, strict=True))
