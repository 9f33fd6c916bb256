"""The band reaches from the lower edge to the upper, inside the plane."""

import numpy as np

from scenes.components.band import Band
from scenes.components.plot import Plot
from scenes.frame import theme

PLOT = Plot((0, 4), (0, 2), x_label="x", y_label="y", width=4, height=2)


def corners(low: list[float], high: list[float]) -> np.ndarray:
    band = Band(PLOT, np.array([0.0, 4.0]), np.array(low), np.array(high),
                theme.role("train"))  # fmt: skip
    return np.array(band.get_anchors())


def test_both_edges_are_those_given() -> None:
    found = {
        tuple(np.round(p - PLOT.at(0, 0), 6)[:2]) for p in corners([0.5, 1], [1, 1.5])
    }
    assert found == {(0, 1), (4, 1.5), (4, 1), (0, 0.5)}


def test_what_reaches_out_of_the_plane_is_cut_off() -> None:
    y = corners([-5, 0.5], [1, 9])[:, 1] - PLOT.at(0, 0)[1]
    np.testing.assert_allclose((y.min(), y.max()), (0, 2), atol=1e-9)
