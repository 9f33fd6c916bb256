"""Boxes of pixels: where a picture changed."""

from typing import NamedTuple


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
