"""A computation that takes much is announced before it begins."""

from pathlib import Path

import pytest

from nnsim.experiments import overfitting
from nnsim.experiments.overfitting import Config
from slides.building.plan import Plan, warn
from slides.settings.lecture import read

LONG = "overfitting.n_epochs=50000"
MANY = "overfitting.n_splits=100"


def test_settings_tell_which_chapters_take_much() -> None:
    assert read().takes_much == {}
    assert read(overrides=["overfitting.n_epochs=2100"]).takes_much == {}
    seconds = Config(n_epochs=50_000, n_splits=100).estimate().seconds
    assert 600 < seconds < 3600
    found = read(overrides=[LONG, MANY, "neuron.n_epochs=90"]).takes_much
    assert found == {
        overfitting.__name__.rpartition(".")[2]: "with n_splits = 100, n_epochs = "
        f"50000, it takes about {seconds / 60:.0f} minutes on one core"
    }


def test_what_takes_much_is_said_once_of_the_chapters_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    warn.cache_clear()
    plan = Plan(cache=tmp_path, overrides=(LONG, MANY), chapters=("neuron",))
    plan.warn(plan.read())
    assert capsys.readouterr().err == ""
    plan = Plan(cache=tmp_path, overrides=(LONG, MANY))
    for _ in range(2):  # read anew, then as it was kept
        warn.cache_clear()
        plan.warn(plan.read())
        plan.warn(plan.read())
        err = capsys.readouterr().err
        assert err.startswith("warning: chapter 'overfitting': with n_splits = 100, ")
        assert err.endswith(" minutes on one core\n")
        assert err.count("\n") == 1
