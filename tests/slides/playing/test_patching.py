"""Modules loaded with notes, and brought up to new sources while their objects live."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from slides.playing import noting
from slides.playing.patching import TooDeepError, bring_up

NAME = "watched_tales.tale"
OLD = '''"""A tale."""
from functools import cache

SIZE = 4
WORDS: dict = {"a": 1, "b": (2, "x")}

def helper(x=1):
    """Help."""
    return x + SIZE

@cache
def kept():
    return 1

class Base:
    def greet(self):
        return "base"

class Tale(Base):
    def greet(self):
        return "old " + super().greet()

    @property
    def length(self):
        return 1

    @staticmethod
    def still():
        return 1

    def gone(self):
        return 1
'''
Edit = Callable[..., Any]


@pytest.fixture
def edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Edit]:
    """Load a module with notes; give a way to change its file and bring it up."""
    file = tmp_path / "watched_tales" / "tale.py"
    file.parent.mkdir()
    (file.parent / "__init__.py").touch()
    file.write_text(OLD, encoding="utf-8")
    for name, value in (("RAN", set()), ("TEXTS", {}), ("LINES", {})):
        monkeypatch.setattr(noting, name, value)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    monkeypatch.syspath_prepend(tmp_path)
    noting.install("watched_tales")
    importlib.import_module(NAME)

    def edit(*changes: tuple[str, str]) -> Any:
        text = file.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
        bring_up(NAME)
        return sys.modules[NAME]

    yield edit
    for name in (NAME, "watched_tales"):
        del sys.modules[name]


def test_runs_are_noted_and_docstrings_stay(edit: Edit) -> None:
    module = sys.modules[NAME]
    assert not noting.RAN
    assert module.helper() == 5
    assert module.Tale().greet() == "old base"
    assert {f"{NAME}:helper", f"{NAME}:Tale.greet", f"{NAME}:Base.greet"} == noting.RAN
    assert module.helper.__doc__ == "Help."


def test_objects_that_live_run_new_code(edit: Edit) -> None:
    module = sys.modules[NAME]
    tale, helper = module.Tale(), module.helper
    assert module.kept() == 1
    edit(
        ('"old "', '"new "'), ("x + SIZE", "2 * x + SIZE"), ("x=1", "x=10"),
        ("return 1\n\nclass Base", "return 2\n\nclass Base"),
    )  # fmt: skip
    assert (tale.greet(), helper(), module.kept()) == ("new base", 24, 2)
    assert module.helper is helper
    assert type(tale) is module.Tale
    edit(("def length(self):\n        return 1", "def length(self):\n        return 3"))
    assert (tale.length, tale.still()) == (3, 1)


def test_names_come_change_and_go(edit: Edit) -> None:
    module = edit(
        ("SIZE = 4", "SIZE = 5\nMORE = 6\nfrom math import tau"),
        ("def gone(self)", "def come(self)"),
        ('class Base:', 'def twice(x):\n    return 2 * x + MORE\n\nclass Base:'),
    )  # fmt: skip
    assert (module.helper(), module.twice(1), module.tau > 6) == (6, 8, True)
    assert module.Tale().come() == 1
    assert not hasattr(module.Tale, "gone")
    assert not hasattr(edit(("MORE = 6\n", ""), ("+ MORE", "")), "MORE")


def test_tables_are_brought_up(edit: Edit) -> None:
    module = edit(('"b": (2, "x")', '"c": (3, "y")'))
    assert module.WORDS == {"a": 1, "c": (3, "y")}
    assert not hasattr(edit(('WORDS: dict = {"a": 1, "c": (3, "y")}', "")), "WORDS")


def test_a_method_may_begin_to_ask_its_base(edit: Edit) -> None:
    tale = sys.modules[NAME].Tale()
    edit(
        ("def gone(self):\n        return 1", "def gone(self):\n        return super()")
    )
    assert tale.gone().greet() == "base"
    edit(("return super()", "return super().greet()"))
    assert tale.gone() == "base"


def test_lines_of_what_stays_are_those_of_the_file(edit: Edit) -> None:
    tale = sys.modules[NAME].Tale()
    before = noting.LINES[f"{NAME}:Tale.gone"]
    edit(("SIZE = 4", "SIZE = 4\n\n\n"))
    assert tale.gone.__code__.co_firstlineno == before + 3
    assert noting.LINES[f"{NAME}:Tale.gone"] == before + 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("class Tale(Base)", "class Tale(Base, Exception)"),
        ("@property", "@cache"),
        ("    def gone(self)", "    def __repr__(self)"),  # object has one
        ("SIZE = 4", "SIZE = len('four')"),
    ],
)
def test_what_takes_a_new_import_is_said(edit: Edit, old: str, new: str) -> None:
    with pytest.raises(TooDeepError):
        edit((old, new))
