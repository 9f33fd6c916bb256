"""Names stand beside their own curves and within the plane, whatever the losses."""

from types import SimpleNamespace

import numpy as np
import pytest

from scenes.components.number import Number
from scenes.overfitting.fit_curves import FitCurves
from tests.scenes.stub import Stub

STEPS = np.unique(np.geomspace(1, 1000, 40).round())


def curves(*levels: float, bare: bool = False) -> FitCurves:
    """Draw two level curves in a plane that is 10 high in loss and 5 in units."""
    lesson = Stub()
    train, test = (np.full(len(STEPS), level) for level in levels)
    lesson.result = SimpleNamespace(steps=STEPS, train=train, test=test)
    found = FitCurves(lesson, "train", "test", top=10, width=6, height=5, bare=bare)
    return found.draw().name_at((0.25, -0.1), (0.75, 0.2))


def test_names_stand_beside_their_curves() -> None:
    found = curves(4, 6)
    learned, held_out = found.names
    steps, losses = found.plot.values_at(
        np.stack([learned.get_center(), held_out.get_center()])
    ).T
    np.testing.assert_allclose(steps, [1000**0.25, 1000**0.75])
    np.testing.assert_allclose(losses, [3, 8])


@pytest.mark.parametrize("levels", [(0.1, 9.9), (0.0, 10.0)])
def test_names_stay_within_the_plane(levels: tuple[float, float]) -> None:
    found = curves(*levels)
    for name in found.names:
        assert found.plot.x_axis.get_y() < name.get_bottom()[1]
        assert name.get_top()[1] < found.plot.y_axis.get_end()[1]


@pytest.mark.parametrize(("bare", "ends"), [(False, "1000"), (True, "100")])
def test_figures_do_not_stand_out_of_a_small_picture(bare: bool, ends: str) -> None:
    axis = curves(4, 6, bare=bare).plot.ticks.get_family()
    below = [m for m in axis if isinstance(m, Number) and m.get_x() > -2.9]
    assert max(below, key=lambda m: m.get_x()).words == ends
