"""The squares that are set beside the plot have the areas of which the loss is made."""

from collections.abc import Callable, Mapping

import numpy as np

from nnsim.experiments import loss
from scenes.frame import theme
from tests.drawn.found import Found, Shown
from tests.nnsim.experiments.usual import usual


def corners(square: Found) -> np.ndarray:
    """Return the lower left and upper right corner on screen, (2, 2)."""
    ends = square.segments.reshape(-1, 2)
    return np.array([ends.min(axis=0), ends.max(axis=0)])


def in_rows(squares: list[Found]) -> list[Found]:
    """Sort squares that stand side by side, row by row; those of a row share a foot."""
    return sorted(squares, key=lambda s: (-corners(s)[0, 1].round(6), corners(s)[0, 0]))


def test_areas_are_squared_errors_and_their_mean_is_the_loss(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    e, shown = usual(loss).curve, drawn("loss")["squares"]
    c, rate = e.measured.x, e.measured.y
    errors = rate - e.slide.v_max[0] * c / (e.slide.k_m[0] + c)
    (unit,) = [one for one in shown.others if one.kind == "DashedVMobject"]
    color = theme.role("loss").to_hex().upper()
    *pile, mean = in_rows([one for one in shown.others if one.color == color])
    assert len(shown.others) == len(pile) + 2

    plane = shown.shapes[0].on  # there a square is as high as its error
    low, high = plane.ranges[1]
    side = plane.sides[1, 1] * e.rate_unit / (high - low)
    sides = np.array([np.ptp(corners(one), axis=0) for one in (*pile, mean, unit)])
    areas = np.array([*(errors / e.rate_unit) ** 2, e.losses[0], 1])
    np.testing.assert_allclose(sides[:, 0], side * np.sqrt(areas), atol=1e-6)
    np.testing.assert_allclose(sides[:, 1], sides[:, 0], atol=1e-6)
    np.testing.assert_allclose(np.mean((errors / e.rate_unit) ** 2), e.losses[0])
    np.testing.assert_allclose(corners(mean)[0], corners(unit)[0], atol=1e-6)
