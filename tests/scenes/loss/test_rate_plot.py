"""Squares on the errors are squares, as large as the errors are."""

from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from nnsim.experiments.loss.experiment import run
from scenes.lesson.true_numbers import TrueNumbers
from scenes.lookup import fill, lookup
from scenes.loss.rate_plot import RatePlot

RESULT = run()


def rate_plot() -> RatePlot:
    def values(path: str) -> Any:
        return lookup(RESULT, path)

    def wording(template: str) -> str:
        return fill(template, RESULT)[0]

    lesson = SimpleNamespace(values=values, wording=wording)
    return RatePlot(cast(TrueNumbers, lesson))


@pytest.mark.parametrize("k", [0, 30, -1])
def test_areas_on_screen_are_the_squared_errors(k: int) -> None:
    plot = rate_plot()
    plot.follow("curve.slide")(k)
    unit = (plot.plot.at(0, 100) - plot.plot.at(0, 0))[1]
    areas = [square.width * square.height for square in plot.squares]
    expected = (RESULT.curve.slide.errors[k] / 100) ** 2
    np.testing.assert_allclose(np.array(areas) / unit**2, expected, atol=1e-9)
    assert np.mean(areas) / unit**2 == pytest.approx(RESULT.curve.slide.loss[k])


def test_errors_go_from_the_point_to_the_curve() -> None:
    plot, curve = rate_plot(), RESULT.curve
    for j, line in enumerate(plot.errors):
        place = curve.measured.x[j]
        start = plot.plot.at(place, curve.measured.y[j])
        end = plot.plot.at(place, curve.slide.predicted[0, j])
        np.testing.assert_allclose(line.get_start(), start)
        np.testing.assert_allclose(line.get_end(), end)
