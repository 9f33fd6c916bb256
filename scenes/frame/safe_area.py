"""The part of the frame in which everything that matters stands."""

import numpy as np
from manim import config

from scenes.frame import theme

Box = tuple[float, float, float, float]  # left, bottom, right, top


def frame_edge(direction: np.ndarray, *, captions: bool = False) -> np.ndarray:
    """Return the point of the safe area's edge that lies in ``direction``."""
    left, bottom, right, top = safe_area(captions=captions)
    x = {-1: left, 0: (left + right) / 2, 1: right}[int(np.sign(direction[0]))]
    y = {-1: bottom, 0: (bottom + top) / 2, 1: top}[int(np.sign(direction[1]))]
    return np.array([x, y, 0.0])


def safe_area(*, captions: bool) -> Box:
    """Return the safe area; with ``captions``, without the foot they cover."""
    width, height = config.frame_width, config.frame_height
    foot = theme.CAPTIONS if captions else theme.SAFE
    return (
        -width * (0.5 - theme.SAFE),
        -height * (0.5 - foot),
        width * (0.5 - theme.SAFE),
        height * (0.5 - theme.SAFE),
    )
