"""Outlines of words, as Manim's ``Text`` has them, without its long way there.

What you can do here
--------------------
- words as letters, set large: ``typeset``;
- anything that Manim read from SVG, without what it was read from: ``outline``.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import manimpango
import numpy as np
from manim import WHITE, Text, VGroup, VMobject, tempconfig
from manim.constants import START_X, START_Y
from manim.mobject.text.text_mobject import (
    DEFAULT_LINE_SPACING_SCALE,
    TEXT2SVG_ADJUSTMENT_FACTOR,
    TEXT_MOB_SCALE_FACTOR,
)
from manimpango import TextSetting

from scenes.components._pieces import straight
from scenes.components._svg import curves, read
from scenes.frame import theme

# Pango places glyphs on whole units: set large, then scale, and letters keep
# their distances.
SET_AT = 160
# Lines break where they are longer than the surface is wide.
UNBROKEN = 100_000
TAB = "    "


@cache
def typeset(words: str, weight: str = "NORMAL") -> VGroup:
    """Return words set at ``SET_AT``, white, a mobject a letter: to be copied.

    They stand around the middle of the frame; spaces and line breaks leave no trace.

    Parameters
    ----------
    words
        What to set; a line break begins a new line.
    weight
        ``"NORMAL"`` or ``"SEMIBOLD"``.
    """
    try:
        outlines = list(_outlines(_draw(words, weight)))
    except ValueError:
        return _with_manim(words, weight)
    blank = VMobject(fill_color=WHITE, fill_opacity=1, stroke_width=0)
    upright = in_place(outlines, TEXT_MOB_SCALE_FACTOR)
    return VGroup(*(blank.copy().set_points(points) for points in upright))


def outline(shape: VMobject) -> VMobject:
    """Return what Manim read from SVG as a plain mobject.

    Its mobjects carry the parsed file with them, and each copy would copy that.
    """
    return VMobject().set_points(shape.points).match_style(shape)


def in_place(outlines: Sequence[np.ndarray], scale: float) -> list[np.ndarray]:
    """Return outlines, (n, 3) each, turned upright, scaled, and around the middle."""
    if not outlines:
        return []
    # As Manim measures: the ends of curves count, what they bend towards does not.
    every = np.concatenate(outlines)
    ends = every.reshape(-1, 4, 3)[:, ::3].reshape(-1, 3)
    middle = (ends.min(axis=0) + ends.max(axis=0)) / 2
    placed = (every - middle) * [scale, -scale, scale]
    return np.split(placed, np.cumsum([len(points) for points in outlines[:-1]]))


def _with_manim(words: str, weight: str) -> VGroup:
    """Set words as Manim does, with the boxes that stand for signs of no font."""
    with tempconfig({"pixel_width": UNBROKEN}):
        text = Text(words, font=theme.FONT, font_size=SET_AT, weight=weight)
    return VGroup(*(outline(letter) for letter in text))


def _draw(words: str, weight: str) -> str:
    """Let Pango set words; return what it draws, as SVG."""
    words = words.replace("\t", TAB)
    size = SET_AT / TEXT2SVG_ADJUSTMENT_FACTOR
    with TemporaryDirectory() as folder:
        file = Path(folder) / "words.svg"
        manimpango.text2svg(
            list(_lines(words, weight)), size, size * (1 + DEFAULT_LINE_SPACING_SCALE),
            False, str(file), START_X, START_Y, UNBROKEN, UNBROKEN, words,
        )  # fmt: skip
        return file.read_text(encoding="utf-8")


def _lines(words: str, weight: str) -> Iterator[TextSetting]:
    """Yield where each line begins and ends, and its looks, as Pango takes them."""
    start = 0
    for number, line in enumerate(words.split("\n")):
        end = start + len(line)
        if line:
            yield TextSetting(start, end, theme.FONT, "NORMAL", weight, number)
        start = end + 1


def _outlines(svg: str) -> Iterator[np.ndarray]:
    """Yield the outline of each letter of a drawing, (n, 3), y downwards."""
    for points, stroke in read(svg, _contours):
        if stroke:
            raise ValueError("a line among letters")
        if len(points):
            yield points


@cache
def _contours(data: str) -> np.ndarray:
    """Return the curves of a path, and a piece that leads each contour to its start."""
    points = curves(data)
    if not len(points):
        return points
    pieces = points.reshape(-1, 4, 3)
    turns = (pieces[1:, 0] != pieces[:-1, 3]).any(axis=1)
    contours = np.split(points, 4 * np.flatnonzero(turns) + 4)
    return np.concatenate(
        [part for one in contours for part in (one, straight(one[-1], one[0]))]
    )
