"""Straight pieces as curves of Manim's, all at once."""

import numpy as np

# Where the four points of a curve lie on a straight piece, as Manim puts them.
SHARES = np.linspace(0, 1, 4)[:, None]


def straight(starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Return the points, (4 n, 3), of pieces between places, each of shape (…, 3).

    They are those of ``start_new_path(start).add_line_to(end)`` for each piece; where
    a piece starts at the end of the one before, the path goes on.
    """
    start, end = (ends_of.reshape(-1, 1, 3) for ends_of in (starts, ends))
    return np.asarray((1 - SHARES) * start + SHARES * end).reshape(-1, 3)
