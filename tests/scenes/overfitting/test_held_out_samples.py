"""Rings stand around the birds that are wrong, and around nobody if none is."""

from dataclasses import replace

import numpy as np
import pytest
from manim import Circle

from scenes.overfitting.held_out_samples import HeldOutSamples
from tests.nnsim.experiments.overfitting.by_hand import MEASURED, look
from tests.nnsim.experiments.overfitting.test_claims import SMALL
from tests.scenes.stub import Stub

ONE = len(Circle().points)


@pytest.mark.parametrize("n", [0, 1, 3])
def test_a_ring_around_each_bird_that_is_wrong(n: int) -> None:
    lesson, result = Stub(), look(SMALL).result
    missed = result.test[:n]
    lesson.result = replace(result, wide=replace(result.wide, missed=missed))
    birds = HeldOutSamples(lesson)
    plane = birds.plot(6, 4)
    rings = birds.rings(plane, "wide.missed").points.reshape(n, ONE, 3)
    expected = [plane.at(*MEASURED[row]) for row in missed]
    np.testing.assert_allclose(
        (rings.min(axis=1) + rings.max(axis=1)) / 2,
        np.reshape(expected, (n, 3)),
        atol=1e-9,
    )
