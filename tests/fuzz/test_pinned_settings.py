"""Settings with which a chapter could not be drawn once, or not without faults."""

from typing import Any

import pytest

from nnsim.errors import SettingsError
from scenes.caching.results import SWITCH
from scenes.lesson.rehearsal import rehearse
from tests.nnsim.experiments.drawn_settings import SMALL
from tests.nnsim.experiments.test_every_experiment import module


@pytest.mark.parametrize(
    ("chapter", "given"),
    [
        ("scale", {"penguin_widths": (4, 1, 1, 3)}),  # a fifth neuron was shown
        ("scale", {"penguin_widths": (4, 5, 2, 3)}),
    ],
)
def test_it_is_drawn(
    chapter: str, given: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SWITCH, "1")
    assert rehearse(chapter, module(chapter).Config(**given)).beats


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["16:9", "9:16"])
@pytest.mark.parametrize(
    ("chapter", "given"),
    [
        ("backpropagation", {"b2": (5.0,)}),  # a loss beyond the curve
        ("layers", {"wide_hidden": 64, "hidden": (12, 2)}),  # names on each other
        ("ai_ml_dl", {"n_epochs": 5}),  # scores below the axis
        ("gradient_descent", {"first_weight": -0.9, "rates": (0.05, 0.5, 0.6, 0.7)}),
    ],
)
def test_it_is_drawn_without_faults(
    chapter: str, given: dict[str, Any], shape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SWITCH, "1")
    config = module(chapter).Config(**{**SMALL.get(chapter, {}), **given})
    assert not rehearse(chapter, config, "dark", shape).faults


@pytest.mark.parametrize(
    ("chapter", "given", "why"),
    [
        ("gradient_descent", {"first_weight": -0.9}, "6 steps with 1.05 lead out of"),
        ("gradient_descent", {"n_steps": 100}, "100 steps with 1.05 lead out of"),
        (
            "gradient_descent",
            {"first_weight": 2.6, "first_rate": 1.2},
            "1 step with 1.2 leads out of",
        ),
    ],
)
def test_it_is_refused(chapter: str, given: dict[str, Any], why: str) -> None:
    with pytest.raises(SettingsError, match=why):
        module(chapter).Config(**given)
