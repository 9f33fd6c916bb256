"""Each pixel has the colour of its base."""

import numpy as np

from scenes.components.dna_pixels import TALL, DnaPixels
from scenes.frame import theme


def test_a_column_is_a_sequence() -> None:
    letters = np.array([[0, 1, 2], [3, 3, 0]])  # ACG, TTA
    drawn = DnaPixels(letters, wide=4, high=3)
    assert drawn.pixel_array.shape == (3 * TALL, 2, 4)
    for column, word in enumerate(("acg", "tta")):
        for row, base in enumerate(word):
            expected = np.round(255 * theme.role(f"base_{base}").to_rgb())
            assert (
                drawn.pixel_array[TALL * row, column, :3].tolist() == expected.tolist()
            )
    assert (drawn.width, drawn.height) == (4, 3)
