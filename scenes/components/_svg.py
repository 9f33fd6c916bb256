"""What Pango and Typst draw, read from their SVG: letters, and lines that are drawn.

Manim reads SVG with a parser for all there is, which takes a hundred times as long as
Pango or Typst take to write it. What is not understood here raises a ``ValueError``.
"""

import re
from collections.abc import Callable, Iterator
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
Matrix = tuple[float, float, float, float, float, float]  # a to f, as SVG names them
HERE: Matrix = (1, 0, 0, 1, 0, 0)


class Shape(NamedTuple):
    """Something that is drawn."""

    points: np.ndarray  # (4 n, 3) cubic curves, y downwards; may be none
    stroke: float  # width of the line along them; 0 of what is filled


@cache
def curves(data: str) -> np.ndarray:
    """Return the cubic curves, (4 n, 3), of the data of a path.

    Raises
    ------
    ValueError
        If the path has arcs or smooth curves, or several pieces after one letter.
    """
    found: list[np.ndarray] = []
    pen = start = np.zeros(3)
    for command, text in _COMMAND.findall(data):
        numbers = [float(number) for number in text.replace(",", " ").split()]
        x, y, _ = pen if command.islower() else np.zeros(3)
        match command.upper(), numbers:
            case "M", [right, up]:
                pen = start = np.array([x + right, y + up, 0])
                continue
            case "L", [right, up]:
                found.append(_line(pen, np.array([x + right, y + up, 0])))
            case "H", [right]:
                found.append(_line(pen, np.array([x + right, pen[1], 0])))
            case "V", [up]:
                found.append(_line(pen, np.array([pen[0], y + up, 0])))
            case "C", [x1, y1, x2, y2, x3, y3]:
                places = [[x + x1, y + y1, 0], [x + x2, y + y2, 0], [x + x3, y + y3, 0]]
                found.append(np.array([pen, *places]))
            case "Z", []:
                if np.linalg.norm(pen - start) > SAME:
                    found.append(_line(pen, start))
                pen = start
                continue
            case _:
                raise ValueError(f"{command}{text}")
        pen = found[-1][-1]
    return np.array(found).reshape(-1, 3)


def _line(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return a straight line as a cubic curve, (4, 3)."""
    return np.array([start, (2 * start + end) / 3, (start + 2 * end) / 3, end])


def read(svg: str, points_of: Callable[[str], np.ndarray] = curves) -> Iterator[Shape]:
    """Yield what an SVG draws, from back to front.

    Parameters
    ----------
    svg
        The drawing.
    points_of
        Turns the data of a path into the points, (4 n, 3), of a shape.

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
            for at, data, stroke in _marks(part, HERE, paths):
                yield Shape(_placed(points_of(data), at), stroke)


def _name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _marks(
    element: Element, at: Matrix, paths: dict[str, str]
) -> Iterator[tuple[Matrix, str, float]]:
    """Yield where an element draws, what path, and with what stroke."""
    name = _name(element)
    if not element.attrib.keys() <= _KNOWN.get(name, set()):
        raise ValueError(f"{name} {element.attrib}")
    at = _within(at, element.get("transform", ""))
    if name == "g":
        for part in element:
            yield from _marks(part, at, paths)
    elif name == "use" and element.get(_LINK) in paths:
        place = float(element.get("x", 0)), float(element.get("y", 0))
        at = _compose(at, (1, 0, 0, 1, *place))
        yield at, paths[element.get(_LINK, "")], _stroke(element)
    elif name == "path":
        yield at, element.get("d", ""), _stroke(element)
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
                outer = _compose(outer, (a, b, c, d, e, f))
            case "translate", [x, y]:
                outer = _compose(outer, (1, 0, 0, 1, x, y))
            case _:
                raise ValueError(transform)
    return outer


def _compose(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the matrix of both, the inner one first."""
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return (
        a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s,
        a * t + c * u + e, b * t + d * u + f,
    )  # fmt: skip


def _placed(points: np.ndarray, at: Matrix) -> np.ndarray:
    """Return points, (n, 3), moved in their plane."""
    a, b, c, d, e, f = at
    place = np.array([e, f, 0])
    if at[:4] != HERE[:4]:
        points = points @ np.array([[a, b, 0], [c, d, 0], [0, 0, 1]])
    return np.asarray(points + place)
