"""The shapes of the frame: ``use("9:16")`` switches, ``current()`` tells.

A scene asks :mod:`scenes.frame.rooms` for its rooms while drawing, so that one scene
serves projector, square window and telephone: it is laid out anew, not letter-boxed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from manim import config, tempconfig

from nnsim.errors import UnknownNameError, unknown
from scenes.frame import theme


@dataclass(frozen=True)
class Shape:
    """Width and height of a frame in Manim's units, of which type has its size."""

    name: str
    width: float
    height: float

    @property
    def is_tall(self) -> bool:
        """Whether things stand below each other that else stand side by side."""
        return self.height > self.width


# Type has the same size in units everywhere, so frames have about equal areas: what
# fills one fills the others. A square one is wide enough for a network and a panel, a
# tall one for a plot with its labels.
SHAPES = {
    shape.name: shape
    for shape in (
        Shape("16:9", theme.FRAME_HEIGHT * 16 / 9, theme.FRAME_HEIGHT),
        Shape("4:3", 13.2, 9.9),
        Shape("1:1", 12.0, 12.0),
        Shape("9:16", 8.4, 8.4 * 16 / 9),
    )
}


def current() -> Shape:
    """Return the shape whose sides are those of Manim's frame.

    Raises
    ------
    ValueError
        If there is none.
    """
    for shape in SHAPES.values():
        if (
            abs(config.frame_width / config.frame_height - shape.width / shape.height)
            < 0.01
        ):
            return shape
    sides = f"{config.frame_width:.2f} by {config.frame_height:.2f}"
    raise ValueError(f"no lecture is laid out for a frame of {sides}")


@contextmanager
def use(name: str) -> Iterator[Shape]:
    """Lay out for the shape of this name inside a ``with`` block.

    Raises
    ------
    UnknownNameError
        If there is no such shape; the message names the nearest or all there are.
    """
    if name not in SHAPES:
        raise UnknownNameError(unknown("aspect ratio", name, SHAPES))
    shape = SHAPES[name]
    with tempconfig({"frame_width": shape.width, "frame_height": shape.height}):
        yield shape
