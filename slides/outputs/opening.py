"""The size of type with which a lecture says, on its first slide, whose it is."""

import math

from slides.settings.values import Lecture


def type_sizes(lecture: Lecture, width: float, height: float) -> tuple[float, float]:
    """Return the sizes of the title and of the lines below it.

    The more they say, the smaller they are, so that they fit in a slide of this
    width and height; in the same unit.
    """
    short, long = sorted((width, height))

    def size(text: str, share: float, most: float) -> float:
        # Where every letter is as wide as high, and lines stand apart.
        return min(most, math.sqrt(share * short * long / (1.3 * len(text))))

    below = "".join(lecture.opening)
    return size(lecture.title, 0.3, short / 9), size(below, 0.2, short / 24)
