"""The small pictures of the last questions have the proportions of the result."""

from collections.abc import Callable, Mapping

import numpy as np

from nnsim.experiments import data_and_compute
from scenes.data_and_compute.learning_plot import RULES
from scenes.frame import theme
from tests.drawn.expected import GAP
from tests.drawn.found import Found, Shown
from tests.nnsim.experiments.usual import usual


def middles(shown: Shown, kind: str, role: str) -> np.ndarray:
    """Return the middles of shapes beside planes, (n, 2)."""
    hexed = theme.role(role).to_hex().upper()
    found = [one for one in shown.others if (one.kind, one.color) == (kind, hexed)]
    ends = [one.segments.reshape(-1, 2) for one in found]
    return np.array([(e.min(axis=0) + e.max(axis=0)) / 2 for e in ends])


def test_dots_of_the_splits_stand_around_the_stroke_at_their_mean(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    shown = drawn("data_and_compute")["checks"]
    honest = usual(data_and_compute).leaks[RULES].honest
    dots, (mean,) = middles(shown, "Dot", "signal"), middles(shown, "Line", "ink")
    off = honest - honest.mean()
    unit = np.ptp(dots[:, 0]) / np.ptp(off)
    np.testing.assert_allclose(dots[:, 0], mean[0] + unit * off, atol=1e-6)
    np.testing.assert_allclose(dots[:, 1], mean[1], atol=1e-6)


def test_the_law_goes_on_dashed_where_its_curve_ends(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    shown, e = drawn("data_and_compute")["checks"], usual(data_and_compute).enzyme
    (dashed,) = [one for one in shown.others if one.kind == "DashedVMobject"]
    (whole,) = [one for one in shown.shapes if one.color == dashed.color]
    seen = e.grid < 0.6 * e.grid[-1]
    x, y = (
        scaled(axis, whole, values, seen) for axis, values in enumerate((e.grid, e.law))
    )
    told = dashed.segments.reshape(-1, 2)
    np.testing.assert_allclose(told[:, 1], np.interp(told[:, 0], x, y), atol=1e-6)
    assert abs(told[0, 0] - x[~seen][0]) < 1e-6
    assert 0 <= x[-1] - told[-1, 0] < GAP


def scaled(axis: int, curve: Found, values: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """Return where values stand on screen by the curve through those that are seen."""
    told = np.array([curve.segments[0, 0, axis], *curve.segments[:, 1, axis]])
    unit, start = np.polyfit(values[seen], told, 1)
    return np.asarray(start + unit * values)
