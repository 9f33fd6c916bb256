"""A logo, how tall its letters become, and where words about a peak find room."""

import numpy as np
from manim import LEFT, RIGHT, UP, Mobject, VMobject

from scenes.components.logo import Logo
from scenes.components.plot import Plot
from scenes.components.text import InLine
from scenes.lesson.lesson import Lesson

BUFF = 0.2  # from a dot to the words beside it


def logo_of(lesson: Lesson, weights: np.ndarray, *, pitch: float, unit: float) -> Logo:
    """Draw a logo in the letters of the lesson's sequences; see :class:`Logo`."""
    return Logo(weights, pitch=pitch, unit=unit, letters=lesson.values("letters"))


def tallest(weights: np.ndarray) -> float:
    """Return the largest height of letters on each other, of weights (…, n, 4)."""
    return float(np.clip(weights, 0, None).sum(axis=-1).max())


def beside(words: InLine, dot: Mobject, curve: VMobject, plot: Plot) -> InLine:
    """Put words to the right of a curve's peak, else to its left, else above it.

    They stand where the plane reaches and the curve does not.
    """
    left, right = plot.x_axis.get_start()[0], plot.x_axis.get_end()[0]
    for side in (RIGHT, LEFT):
        words.next_to(dot, side, buff=BUFF)
        inside = left <= words.get_left()[0] and words.get_right()[0] <= right
        if inside and not _runs_under(curve, words):
            return words
    words.next_to(dot, UP, buff=BUFF)
    over = max(0.0, words.get_right()[0] - right) - max(0.0, left - words.get_left()[0])
    return words.shift(over * LEFT)


def _runs_under(curve: VMobject, words: InLine) -> bool:
    """Tell whether a curve of corners comes as high as words, somewhere below them."""
    x, y = curve.points[:, 0], curve.points[:, 1]
    order = np.argsort(x)
    across = np.linspace(words.get_left()[0], words.get_right()[0], 200)
    return bool((np.interp(across, x[order], y[order]) >= words.get_bottom()[1]).any())
