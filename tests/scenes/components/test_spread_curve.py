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
    corners = curve.band.get_vertices()
    for x, mean in enumerate(MEAN):
        ys = [p[1] for p in corners if abs(p[0] - plot.at(x, 0)[0]) < 1e-6]
        np.testing.assert_allclose(sorted(set(np.round(ys, 6)))[::len(ys) - 1 or 1],
                                   [plot.at(x, mean - 0.5)[1],
                                    plot.at(x, mean + 0.5)[1]])  # fmt: skip


def test_points_stand_at_the_means() -> None:
    plot, curve = draw()
    dots = curve.points_shown.points.reshape(len(MEAN), -1, 3)
    middles = (dots.min(axis=1) + dots.max(axis=1)) / 2
    expected = [plot.at(x, mean) for x, mean in enumerate(MEAN)]
    np.testing.assert_allclose(middles, expected, atol=1e-6)


def test_line_is_dashed() -> None:
    _, curve = draw()
    assert len(curve.line) > 10
    assert curve.band.get_fill_opacity() < 0.3
