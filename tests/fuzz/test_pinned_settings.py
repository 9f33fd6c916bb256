"""Settings with which a chapter could not be drawn once."""

from typing import Any

import pytest

from scenes.caching.results import SWITCH
from scenes.lesson.rehearsal import rehearse
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
