"""Each tenfold takes the same room, and all else stands as in any plot."""

import numpy as np
import pytest

from scenes.components.plot import Tick
from scenes.components.step_plot import StepPlot


def draw() -> StepPlot:
    return StepPlot(1000, (0, 2), y_label="loss", width=6, height=3)


def test_tenfold_steps_are_equally_far_apart() -> None:
    plot = draw()
    x = [plot.at(step, 0)[0] for step in (1, 10, 100, 1000)]
    np.testing.assert_allclose(np.diff(x), 2)
    assert plot.at(10, 1)[1] - plot.at(10, 0)[1] == pytest.approx(1.5)


def test_ticks_stand_at_their_steps_wherever_the_plot_is() -> None:
    plot = draw().shift(np.array([1.0, -2.0, 0.0]))
    figures = [m for m in plot.get_family() if isinstance(m, Tick) and m.spec == "d"]
    assert [f.value for f in figures] == [1, 10, 100, 1000]
    for figure in figures:
        assert figure.get_x() == pytest.approx(plot.at(figure.value, 0)[0], abs=0.03)
