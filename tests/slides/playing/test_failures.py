"""What is told of a run that failed: whose fault it is, and where."""

from pathlib import Path

import pytest

from nnsim.errors import ComputationError, FileError, UnfitDataError
from slides.base.errors import UsageError
from slides.playing.failures import broken
from slides.playing.orders import Broken

TABLES = ["crabs.csv", "shells.csv"]


def test_faults_of_settings_are_told_line_by_line() -> None:
    error = UsageError("a.toml:3: x: is 0", "a.toml:4: y: is 1")
    assert broken(4, error, TABLES) == Broken(4, "a.toml:3: x: is 0\na.toml:4: y: is 1")


def test_a_table_that_is_wrong_is_named_with_its_line() -> None:
    with pytest.raises(FileError) as caught:
        raise FileError(Path("crabs.csv"), "'x' is no number", 7)
    told = broken(1, caught.value, TABLES)
    assert told == Broken(1, "'x' is no number", "crabs.csv", 7)


def test_a_table_that_cannot_carry_the_chapter_is_named() -> None:
    error = ComputationError("they do not differ")
    error.__cause__ = UnfitDataError("they do not differ")
    assert broken(1, error, TABLES) == Broken(1, "they do not differ", "crabs.csv")


def test_sources_at_fault_are_told_with_how_it_came_to_it() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        int("1") // 0
    told = broken(1, caught.value, [])
    assert told.why == "ZeroDivisionError: integer division or modulo by zero"
    assert told.file == __file__
    assert told.line == caught.traceback[0].lineno + 1
    assert told.traceback.startswith("Traceback")
