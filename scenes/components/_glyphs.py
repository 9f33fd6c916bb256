"""Outlines of words, as Manim's ``Text`` has them, without its long way there.

What you can do here
--------------------
- words as letters, set large: ``typeset``;
- anything that Manim read from SVG, without what it was read from: ``outline``.

Pango sets the words and writes them as SVG: each letter once, and where it stands. The
rest is here: Manim reads such a file with a parser for all of SVG, which takes a
hundred times as long as Pango does.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

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

from scenes.frame import theme

# Pango places glyphs on whole units: set large, then scale, and letters keep
# their distances.
SET_AT = 160
# Lines break where they are longer than the surface is wide.
UNBROKEN = 100_000
TAB = "    "
SVG, LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_SAME = 1e-4  # distance up to which Manim takes a contour to be closed


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
        shapes = [shape for shape in _read(_draw(words, weight)) if len(shape)]
    except ValueError:
        return _with_manim(words, weight)
    return VGroup(*map(_letter, shapes and _in_place(shapes)))


def _letter(points: np.ndarray) -> VMobject:
    """Return a white letter with this outline, (n, 3)."""
    return _blank().copy().set_points(points)


@cache
def _blank() -> VMobject:
    """Return what each letter is a copy of."""
    return VMobject(fill_color=WHITE, fill_opacity=1, stroke_width=0)


def outline(shape: VMobject) -> VMobject:
    """Return what Manim read from SVG as a plain mobject.

    Its mobjects carry the parsed file with them, and each copy would copy that.
    """
    return VMobject().set_points(shape.points).match_style(shape)


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


def _read(svg: str) -> Iterator[np.ndarray]:
    """Yield the outline of each letter of a drawing, (n, 3), y downwards."""
    root = ElementTree.fromstring(svg)
    paths = {
        f"#{letter.get('id')}": path.get("d", "")
        for definitions in root.iter(f"{SVG}defs")
        for letter in definitions.iter()
        for path in letter.findall(f"{SVG}path")
    }
    for part in root.findall(f"{SVG}g"):
        for element in part.iter():
            if element.tag == f"{SVG}use" and element.get(LINK) in paths:
                place = float(element.get("x", 0)), float(element.get("y", 0)), 0
                yield _contours(paths[element.get(LINK, "")]) + place
            elif element.tag != f"{SVG}g" or "transform" in element.attrib:
                raise ValueError(element.tag)


@cache
def _contours(data: str) -> np.ndarray:
    """Return the cubic curves, (4 n, 3), of the data of a path, each contour closed.

    Raises
    ------
    ValueError
        If the path has other pieces than lines and cubic curves from place to place.
    """
    curves = [curve for part in data.split("M")[1:] for curve in _contour(f"M{part}")]
    return np.pad(np.array(curves).reshape(-1, 2), ((0, 0), (0, 1)))


def _contour(data: str) -> list[np.ndarray]:
    """Return the curves, (4, 2) each, of a contour; the last goes back to the start."""
    curves: list[np.ndarray] = []
    pen = start = np.zeros(2)
    for command, numbers in _COMMAND.findall(data):
        places = np.array(numbers.split(), float).reshape(-1, 2)
        match command, len(places):
            case "M", 1:
                start = places[0]
            case "L", 1:
                curves.append(_straight(pen, places[0]))
            case "C", 3:
                curves.append(np.array([pen, *places]))
            case "Z", 0:
                if np.linalg.norm(pen - start) > _SAME:
                    curves.append(_straight(pen, start))
                places = start[None]
            case _:
                raise ValueError(f"{command} {numbers}")
        pen = places[-1]
    return [*curves, _straight(curves[-1][-1], start)] if curves else []


def _straight(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return a straight line as a cubic curve, (4, 2)."""
    return np.array([start, (2 * start + end) / 3, (start + 2 * end) / 3, end])


def _in_place(shapes: list[np.ndarray]) -> list[np.ndarray]:
    """Return outlines in Manim's size, upright and around the middle."""
    every = np.concatenate(shapes)
    middle = (every.min(axis=0) + every.max(axis=0)) / 2
    scale = TEXT_MOB_SCALE_FACTOR * np.array([1, -1, 1])
    return [(shape - middle) * scale for shape in shapes]
