"""What Pango and Typst draw, read from their SVG: letters, and lines that are drawn.

Manim reads SVG with a parser for all there is, which takes a hundred times as long as
Pango or Typst take to write it. What is not understood here raises a ``ValueError``.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring

import numpy as np

SAME = 1e-4  # distance up to which Manim takes a contour to be closed
_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_TRANSFORM = re.compile(r"(\w+)\(([^()]*)\)")
_LINK = "{http://www.w3.org/1999/xlink}href"
_BLACK = {"#000000", None}
_PEN = {"stroke", "stroke-width", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit"}  # fmt: skip
_KNOWN = {
    "g": {"id", "style", "fill", "fill-opacity", "transform"},
    "use": {_LINK, "x", "y", "fill", "fill-rule"},
    "path": {"d", "fill", "transform", "class", *_PEN},
}
Matrix = np.ndarray  # (2, 3): turns (x, y, 1) into a place


class Shape(NamedTuple):
    """Something that is drawn."""

    points: np.ndarray  # (4 n, 3) cubic curves, y downwards; may be none
    stroke: float  # width of the line along them; 0 of what is filled


def read(svg: str) -> Iterator[Shape]:
    """Yield what an SVG draws, from back to front.

    Raises
    ------
    ValueError
        If there is something else than black letters and lines.
    """
    root = fromstring(svg)
    paths = {
        f"#{symbol.get('id')}": path.get("d", "")
        for definitions in root.iter()
        if _name(definitions) == "defs"
        for symbol in definitions.iter()
        for path in symbol
        if _name(path) == "path"
    }
    for part in root:
        if _name(part) != "defs":
            yield from _shapes(part, np.eye(2, 3), paths)


def _name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _shapes(element: Element, at: Matrix, paths: dict[str, str]) -> Iterator[Shape]:
    """Yield what an element draws, in the plane of the drawing."""
    name = _name(element)
    if not element.attrib.keys() <= _KNOWN.get(name, set()):
        raise ValueError(f"{name} {element.attrib}")
    at = _within(at, element.get("transform", ""))
    if name == "g":
        for part in element:
            yield from _shapes(part, at, paths)
    elif name == "use" and element.get(_LINK) in paths:
        place = float(element.get("x", 0)), float(element.get("y", 0))
        at = _compose(at, np.array([[1, 0, place[0]], [0, 1, place[1]]]))
        outline = curves(paths[element.get(_LINK, "")])
        yield Shape(_placed(outline, at), _stroke(element))
    elif name == "path":
        yield Shape(_placed(curves(element.get("d", "")), at), _stroke(element))
    else:
        raise ValueError(f"{name} {element.attrib}")


def _stroke(element: Element) -> float:
    """Return the width of a line along a path; 0 if it is filled."""
    fill, stroke = element.get("fill"), element.get("stroke")
    if stroke is None and fill in _BLACK:
        return 0
    if fill == "none" and stroke in _BLACK:
        return float(element.get("stroke-width", 1))
    raise ValueError(f"path {element.attrib}")


def _within(outer: Matrix, transform: str) -> Matrix:
    """Return the matrix of what is moved within something that is moved itself."""
    for kind, text in _TRANSFORM.findall(transform):
        match kind, [float(number) for number in text.replace(",", " ").split()]:
            case "matrix", [a, b, c, d, e, f]:
                outer = _compose(outer, np.array([[a, c, e], [b, d, f]]))
            case "translate", [x, y]:
                outer = _compose(outer, np.array([[1, 0, x], [0, 1, y]]))
            case _:
                raise ValueError(transform)
    return outer


def _compose(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the matrix of both, the inner one first."""
    return np.asarray(outer @ np.vstack([inner, [0, 0, 1]]))


def _placed(points: np.ndarray, at: Matrix) -> np.ndarray:
    """Return points, (n, 2), moved, with a third coordinate of 0."""
    return np.pad(points @ at[:, :2].T + at[:, 2], ((0, 0), (0, 1)))


@cache
def curves(data: str) -> np.ndarray:
    """Return the cubic curves, (4 n, 2), of the data of a path.

    Raises
    ------
    ValueError
        If the path has arcs or smooth curves, or several pieces after one letter.
    """
    found: list[np.ndarray] = []
    pen = start = np.zeros(2)
    for command, text in _COMMAND.findall(data):
        numbers = np.array(text.replace(",", " ").split(), float)
        origin = pen if command.islower() else np.zeros(2)
        match command.upper(), len(numbers):
            case "M", 2:
                pen = start = origin + numbers
                continue
            case "L", 2:
                found.append(_line(pen, origin + numbers))
            case "H", 1:
                found.append(_line(pen, np.array([origin[0] + numbers[0], pen[1]])))
            case "V", 1:
                found.append(_line(pen, np.array([pen[0], origin[1] + numbers[0]])))
            case "C", 6:
                found.append(np.array([pen, *(origin + numbers.reshape(3, 2))]))
            case "Z", 0:
                if np.linalg.norm(pen - start) > SAME:
                    found.append(_line(pen, start))
                pen = start
                continue
            case _:
                raise ValueError(f"{command}{text}")
        pen = found[-1][-1]
    return np.array(found).reshape(-1, 2)


def _line(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return a straight line as a cubic curve, (4, 2)."""
    return np.array([start, (2 * start + end) / 3, (start + 2 * end) / 3, end])
