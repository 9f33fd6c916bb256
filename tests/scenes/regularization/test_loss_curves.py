"""Curves grow to the step that is shown, beside their names."""

from types import SimpleNamespace

import numpy as np
import pytest

from scenes.regularization.loss_curves import LossCurves
from tests.scenes.stub import Stub

STEPS = np.arange(0, 101, 5)


@pytest.fixture
def curves() -> LossCurves:
    lesson = Stub()
    train = np.exp(-STEPS / 30)
    lesson.result = SimpleNamespace(steps=STEPS, train=train, held_out=train + 0.1)
    return LossCurves(lesson, "steps", "train", "held_out", width=5, height=3)


def test_both_curves_end_at_the_step_shown(curves: LossCurves) -> None:
    for k in (4, 10, 20):
        curves.grow(k)
        solid, broken = (line.get_right()[0] for line in curves.lines)
        end = curves.plot.at(STEPS[k], 0)[0]
        assert solid == pytest.approx(end)
        assert end - 0.3 < broken <= end + 1e-6


def test_names_stand_beside_the_ends_of_their_curves(curves: LossCurves) -> None:
    for name, line in zip(curves.names, curves.lines, strict=True):
        assert 0 < name.get_bottom()[1] - line.get_end()[1] < 0.3
    assert [name.words for name in curves.names] == ["training", "validation"]
