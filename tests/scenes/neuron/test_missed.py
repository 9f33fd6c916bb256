"""Samples on the wrong side are marked, each of them, by one mobject."""

import numpy as np
import pytest

from scenes.components.plot import Cloud, Plot
from scenes.neuron.missed import mark_missed


@pytest.mark.parametrize(
    ("n", "radius", "is_hollow"),
    [(0, None, True), (1, 0.2, True), (10, 0.2, True), (11, 0.13, True),
     (500, 0.13, True), (501, 0.03, False)],
)  # fmt: skip
def test_each_sample_has_its_mark_and_few_have_rings(
    n: int, radius: float | None, is_hollow: bool
) -> None:
    plot = Plot((10, 20), (0, 5), x_label="a", y_label="b", width=5, height=2)
    samples = np.random.default_rng(1).uniform((10, 0), (20, 5), (n, 2))
    marks = mark_missed(plot, samples).mobject
    assert isinstance(marks, Cloud)
    assert len(marks.get_family()) == 1
    assert (marks.get_fill_opacity() == 0) == is_hollow
    assert len(marks.places) == n
    if n:
        # 10 values are 5 units along x, 5 values are 2 along y.
        wanted = plot.x_axis.get_start()[:2] + (samples - (10, 0)) * (0.5, 0.4)
        assert marks.places[:, :2] == pytest.approx(wanted, abs=1e-6)
        reach = np.abs(marks.points - marks.places.repeat(len(marks.marker), 0)).max()
        assert reach == pytest.approx(radius, rel=1e-2)
