"""Every thing has one place, whatever the order; a mark moves to its own place."""

import numpy as np
from manim import BLUE, RED

from scenes.components.dealt import DealtRows

CLASSES = np.array([0, 0, 1, 0, 1, 1, 0])
ROWS = DealtRows(
    CLASSES, 3, (RED, BLUE), ("circle", "square"), pitch=(0.5, 1.0), size=0.1
)


def centres(points: np.ndarray, n: int) -> np.ndarray:
    """Return the middle of each of n outlines."""
    boxes = points.reshape(n, -1, 3)
    return (boxes.min(axis=1) + boxes.max(axis=1)) / 2


def test_rows_are_filled_one_after_the_other() -> None:
    assert ROWS.n_rows == 3
    steps = np.array([ROWS.place(k) - ROWS.place(0) for k in (2, 3, 6)])
    np.testing.assert_allclose(steps, [[1, 0, 0], [0, -1, 0], [0, -2, 0]], atol=1e-9)


def test_every_mark_goes_to_the_place_of_its_thing() -> None:
    order = np.array([4, 0, 6, 2, 5, 1, 3])  # thing 4 comes first
    first, second = ROWS.dealt(order)
    expected = [ROWS.place(k) for k in (1, 5, 6, 2)]  # of things 0, 1, 3, 6
    np.testing.assert_allclose(centres(first, 4), expected, atol=1e-6)
    expected = [ROWS.place(k) for k in (3, 0, 4)]  # of things 2, 4, 5
    np.testing.assert_allclose(centres(second, 3), expected, atol=1e-6)


def test_it_begins_in_the_order_of_the_things() -> None:
    for cloud, points in zip(ROWS.clouds, ROWS.dealt(np.arange(7)), strict=True):
        np.testing.assert_allclose(cloud.points, points)


def test_frame_holds_its_marks_and_no_others() -> None:
    frame = ROWS.frame(1, 2)
    left, right = frame.get_left()[0], frame.get_right()[0]
    inside = [k for k in range(7) if left < ROWS.place(k)[0] < right
              and abs(ROWS.place(k)[1] - frame.get_y()) < frame.height / 2]  # fmt: skip
    assert inside == [3, 4]
