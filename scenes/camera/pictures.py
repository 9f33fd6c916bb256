"""The current picture as encoders take it: brightness and colours in planes."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import av
import numpy as np
from av.video.reformatter import VideoReformatter
from numpy.typing import NDArray

from scenes.camera.boxes import Box

Pixels = NDArray[np.uint8]

# The colour of a block of 2x2 pixels is mixed with those of its neighbours: blocks so
# far around a change take part in it, and are mixed from pixels as far again.
REACH = 2  # pixels
SIZES = 64  # of boxes, for which a converter is kept


class Pictures:
    """The current picture of a film, black at first, and how often it was changed.

    Parameters
    ----------
    width, height
        In pixels, both even.

    Raises
    ------
    ValueError
        If one is odd or not positive.
    """

    def __init__(self, width: int, height: int) -> None:
        if min(width, height) < 2 or width % 2 or height % 2:
            raise ValueError(f"{width}x{height} pixels: both must be even")
        self.frame = av.VideoFrame(width, height, "yuv420p")
        self.n_changes = 0
        # Each prepares itself for one size, and the same few come again and again.
        self._reformatter = lru_cache(SIZES)(lambda *size: VideoReformatter())
        for plane, black in zip(_planes(self.frame), (16, 128, 128), strict=True):
            plane[:] = black

    @property
    def whole(self) -> Box:
        """All of the picture."""
        return Box(0, 0, self.frame.width, self.frame.height)

    def update(self, pixels: Pixels, boxes: Iterable[Box]) -> None:
        """Take over what changed, exactly as the whole would be converted.

        What was drawn anew may look as before: then the picture has not changed.

        Parameters
        ----------
        pixels
            The picture as Manim's camera holds it: (height, width, 4), red, green,
            blue and opacity, which is not looked at.
        boxes
            Where the pixels differ from those of the last time.

        Raises
        ------
        ValueError
            If the pixels have another shape, or a box does not lie in the picture.
        """
        whole = self.whole
        if pixels.shape != (whole.height, whole.width, 4):
            raise ValueError(f"{pixels.shape} pixels for {whole.width}x{whole.height}")
        # An encoder that still needs the picture keeps it, and we go on with a copy.
        self.frame.make_writable()
        planes = _planes(self.frame)
        is_changed = False
        for box in boxes:
            if not _holds(whole, box):
                raise ValueError(f"{box} is no box of {whole}")
            for old, new in self._converted(pixels, _grown(box, whole), planes):
                is_changed = is_changed or not np.array_equal(old, new)
                old[:] = new
        self.n_changes += is_changed

    def _converted(
        self, pixels: Pixels, box: Box, planes: list[Pixels]
    ) -> Iterator[tuple[Pixels, Pixels]]:
        """Yield of each plane what it holds in a box, and what it has to hold.

        What the box's rim is mixed with is converted as well, to be left out.
        """
        outer = _grown(box, self.whole)
        source = av.VideoFrame(outer.width, outer.height, "rgba")
        _planes(source)[0][:] = pixels[
            outer.top : outer.bottom, outer.left : outer.right
        ]
        reformatter = self._reformatter(outer.width, outer.height)
        converted = _planes(reformatter.reformat(source, format="yuv420p", threads=1))
        x, y = outer.left, outer.top
        inner = Box(box.left - x, box.top - y, box.right - x, box.bottom - y)
        for old, new, step in zip(planes, converted, (1, 2, 2), strict=True):
            yield old[_part(box, step)], new[_part(inner, step)]


def _grown(box: Box, whole: Box) -> Box:
    """Return a box with what lies around it within reach, in the whole."""
    return Box(
        max(box.left - REACH, whole.left),
        max(box.top - REACH, whole.top),
        min(box.right + REACH, whole.right),
        min(box.bottom + REACH, whole.bottom),
    )


def _part(box: Box, step: int) -> tuple[slice, slice]:
    """Return the rows and columns of a box in a plane of a value each `step` pixels."""
    left, top, right, bottom = (place // step for place in box)
    return slice(top, bottom), slice(left, right)


def _planes(frame: av.VideoFrame) -> list[Pixels]:
    """Return views of the planes of a frame: (height, width, bytes a pixel) each."""
    depth = 4 if frame.format.name == "rgba" else 1
    views = []
    for plane in frame.planes:
        memory: Any = plane
        # Rows may be longer in memory than in the picture.
        shape, strides = (plane.height, plane.width, depth), (plane.line_size, depth, 1)
        views.append(np.ndarray(shape, np.uint8, memory, strides=strides))
    return views


def _holds(whole: Box, box: Box) -> bool:
    """Tell whether a box lies in the whole, and no block of 2x2 across its rim."""
    return (
        whole.left <= box.left < box.right <= whole.right
        and whole.top <= box.top < box.bottom <= whole.bottom
        and not any(place % 2 for place in box)
    )
