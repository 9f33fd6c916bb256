"""Boxes of pixels: where a picture changed."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

TILES = (32, 128)  # side of the tiles that are painted anew, in pixels
MOST = 24  # boxes in one picture, before tiles are taken larger


class Box(NamedTuple):
    """A part of a picture; its corners are even, since colours lie in blocks of 2x2."""

    left: int
    top: int
    right: int  # exclusive
    bottom: int  # exclusive

    @property
    def width(self) -> int:
        """Width in pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Height in pixels."""
        return self.bottom - self.top


def box_around(
    left: float, top: float, right: float, bottom: float, width: int, height: int
) -> Box | None:
    """Return the box of a picture that holds these places; None if none is in it.

    Parameters
    ----------
    left, top, right, bottom
        In pixels.
    width, height
        Of the picture, in pixels.
    """
    if right < 0 or bottom < 0 or left >= width or top >= height:
        return None
    return Box(
        int(max(left, 0)) & ~1,
        int(max(top, 0)) & ~1,
        min(width, (int(min(right, width)) + 2) & ~1),
        min(height, (int(min(bottom, height)) + 2) & ~1),
    )


def merged(boxes: Iterable[Box], width: int, height: int) -> list[Box]:
    """Return few boxes that hold all of these; none meets another.

    Parameters
    ----------
    boxes
        Parts of a picture.
    width, height
        Of the picture, in pixels.
    """
    corners = np.array([*boxes]).reshape(-1, 4)
    found: list[Box] = []
    for tile in TILES:
        found = _in_tiles(corners, tile, width, height)
        if len(found) <= MOST:
            break
    return found


def _in_tiles(corners: np.ndarray, tile: int, width: int, height: int) -> list[Box]:
    """Return the tiles that boxes, shape (n, 4), touch; neighbours are one box."""
    is_touched = np.zeros((-(-height // tile), -(-width // tile) + 2), dtype=bool)
    first, last = corners[:, :2] // tile, -(-corners[:, 2:] // tile)
    for (x, y), (right, bottom) in zip(first.tolist(), last.tolist(), strict=True):
        is_touched[y:bottom, x + 1 : right + 1] = True
    found = []
    above: dict[tuple[int, int], int] = {}  # runs that end in this row: their first row
    rows: list[list[int]] = [[] for _ in range(len(is_touched) + 1)]
    edges = np.nonzero(is_touched[:, 1:] != is_touched[:, :-1])
    for y, x in zip(*(places.tolist() for places in edges), strict=True):
        rows[y].append(x)
    for y, turns in enumerate(rows):
        runs = {run: above.pop(run, y) for run in zip(*[iter(turns)] * 2, strict=True)}
        for (x, right), top in above.items():
            found.append(
                Box(
                    x * tile,
                    top * tile,
                    min(right * tile, width),
                    min(y * tile, height),
                )
            )
        above = runs
    return found


def meeting(boxes: Sequence[Box | None], others: Sequence[Box]) -> list[int]:
    """Return the numbers of those boxes that have a pixel in common with others."""
    places = [n for n, box in enumerate(boxes) if box is not None]
    if not places or not others:
        return []
    left, top, right, bottom = np.array([boxes[n] for n in places]).T[:, :, None]
    x, y, x_end, y_end = np.array(others).T[:, None]
    meets = (left < x_end) & (x < right) & (top < y_end) & (y < bottom)
    return [places[n] for n in np.flatnonzero(meets.any(axis=1)).tolist()]
