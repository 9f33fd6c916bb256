"""The measure of contrast, where the answer is known."""

import numpy as np
import pytest

from tests.scenes.frames import contrast


def test_contrast_of_known_pixels_is_that_of_the_formula() -> None:
    pixels = np.array([[0.0, 0.0, 0.0]] * 5 + [[0.5, 0.5, 0.5], [1.0, 1.0, 1.0]])
    assert contrast(pixels, "full") == pytest.approx(21)
