"""What a failed job is told as: chapter, settings, beat, place and reason."""

from pathlib import Path
from typing import Any

import pytest

from nnsim.errors import ComputationError, InputError
from slides.engine.jobs import Failed, Rehearse
from slides.engine.render import failure
from slides.engine.worker import failed
from slides.settings.schema import resolve
from slides.settings.variants import Variant


def job(chapter: str, table: dict[str, Any]) -> Rehearse:
    return Rehearse(chapter, resolve(chapter, table), Variant(), Path())


@pytest.mark.parametrize(
    ("table", "failed", "said"),
    [
        (
            {"n_splits": 2, "rise": 4.0},
            Failed("no bird is left", computing=True),
            "chapter 'overfitting' cannot be computed with n_splits = 2, rise = 4.0: "
            "no bird is left",
        ),
        (
            {},
            Failed("no bird is left", computing=True),
            "chapter 'overfitting' cannot be computed: no bird is left",
        ),
        (
            {"n_splits": 2},
            Failed("KeyError: 64", "turn", "scene.py", 7),
            "scene.py:7: chapter 'overfitting', beat 'turn' with n_splits = 2: "
            "KeyError: 64",
        ),
    ],
)
def test_a_failure_names_the_settings_that_are_not_the_defaults(
    table: dict[str, Any], failed: Failed, said: str
) -> None:
    assert str(failure(job("overfitting", table), failed)) == said


def test_settings_of_quoted_chapters_are_named_too() -> None:
    quoting = job("summary", {"n_splits": 2})
    quoting.table["neuron"] = {**quoting.table["neuron"], "n_epochs": 7}
    said = str(failure(quoting, Failed("why")))
    assert said == "chapter 'summary' with n_splits = 2, neuron.n_epochs = 7: why"


def test_where_settings_cannot_be_told_the_reason_still_is() -> None:
    broken = Rehearse("nowhere", {"n": 2}, Variant(), Path())
    assert str(failure(broken, Failed("why"))) == "chapter 'nowhere': why"


@pytest.mark.parametrize(
    ("cause", "table", "code"),
    [
        (InputError("no bird is left"), {"n_splits": 2}, 2),  # settings ask for it
        (InputError("no bird is left"), {}, 1),  # the lecture itself is broken
        (RuntimeError("no bird is left"), {"n_splits": 2}, 1),
    ],
)
def test_settings_without_a_result_are_the_user_s_to_change(
    cause: Exception, table: dict[str, Any], code: int
) -> None:
    error = ComputationError("no bird is left")
    error.__cause__ = cause
    found = failure(job("overfitting", table), failed(error))
    assert found.exit_code == code
    assert "chapter 'overfitting' cannot be computed" in str(found)
    assert bool(getattr(found, "__notes__", [])) == (code == 1)


def test_an_experiment_that_fails_has_no_place_but_a_traceback() -> None:
    try:
        raise ComputationError("take more steps")
    except ComputationError as error:
        found = failed(error)
    assert (found.why, found.computing) == ("take more steps", True)
    assert (found.file, found.line) == ("", None)
    assert "ComputationError: take more steps" in found.traceback
