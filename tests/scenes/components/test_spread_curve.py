"""The band spans the spread, the points stand at the means."""

import numpy as np

from scenes.components.plot import Plot
from scenes.components.spread_curve import SpreadCurve
from scenes.frame import theme

MEAN = np.array([4.0, 2.0, 1.0])


def draw() -> tuple[Plot, SpreadCurve]:
    plot = Plot((0, 2), (0, 5), x_label="x", y_label="y", width=4, height=5)
    color = theme.role("train")
    curve = SpreadCurve(plot, [0, 1, 2], MEAN, MEAN - 0.5, MEAN + 0.5, color=color,
                        marker="circle")  # fmt: skip
    return plot, curve


def test_band_reaches_from_low_to_high() -> None:
    plot, curve = draw()
    corners = plot.values_at(curve.band.points.reshape(-1, 4, 3)[:, 0])
    x = [0, 1, 2]
    expected = [*zip(x, MEAN + 0.5, strict=True), *zip(x, MEAN - 0.5, strict=True)]
    np.testing.assert_allclose(sorted(map(tuple, corners.round(9))), sorted(expected))


def test_points_stand_at_the_means() -> None:
    plot, curve = draw()
    shown = plot.values_at(curve.points_shown.places)
    expected = [(x, mean) for x, mean in enumerate(MEAN)]
    np.testing.assert_allclose(shown, expected, atol=1e-9)


def test_line_is_dashed() -> None:
    _, curve = draw()
    assert len(curve.line) > 10
    assert curve.band.get_fill_opacity() < 0.3
