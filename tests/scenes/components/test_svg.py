"""SVG as Pango and Typst write it, against a parser of all of SVG."""

import io
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim.mobject.svg.svg_mobject import VMobjectFromSVGPath
from svgelements import SVG, Path

from scenes.components._svg import curves, read

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
OLD = f"""{HEAD}<defs><g><symbol overflow="visible" id="glyph0-1">
  <path style="stroke:none;" d="M 1 0 L 3 0 C 3 1 2 2 1 2 Z M 1 0 "/></symbol>
  </g></defs>
  <g id="surface1"><g style="fill:rgb(0%,0%,0%);fill-opacity:1;">
  <use xlink:href="#glyph0-1" x="30" y="5.5"/></g></g></svg>"""
NEW = f"""{HEAD}<defs><g><g id="glyph-0-1">
  <path d="M 1 0 L 3 0 C 3 1 2 2 1 2 Z M 1 0 "/>
  </g></g></defs><g fill="rgb(0%, 0%, 0%)" fill-opacity="1">
  <use xlink:href="#glyph-0-1" x="30" y="5.5"/></g></svg>"""
TYPST = f"""{HEAD}<g transform="matrix(1 0 0 -1 7.5 6.94)">
  <use xlink:href="#g1" x="2" y="0.5" fill="#000000" fill-rule="nonzero"/></g>
  <path fill="none" stroke="#000000" stroke-width="0.48" stroke-linecap="butt"
   transform="translate(27.5 10.9)" d="M 0 0h 31.7"/><defs><symbol id="g1"
   overflow="visible"><path d="M 0 0m 5.6 0.3c 0.7 0 1.2 -0.1 1.5 -0.3v 0.3h -0.2Z "/>
  </symbol></defs></svg>"""

NUMBER = st.integers(-99, 99).map(lambda n: n / 8)
PIECES = {"L": 2, "l": 2, "H": 1, "h": 1, "V": 1, "v": 1, "C": 6, "c": 6}


@st.composite
def contours(draw: st.DrawFn) -> str:
    # Of several pieces, closed or not.
    data = ""
    for _ in range(draw(st.integers(1, 3))):
        data += draw(st.sampled_from("Mm")) + f" {draw(NUMBER)} {draw(NUMBER)}"
        for _ in range(draw(st.integers(0, 4))):
            letter = draw(st.sampled_from([*PIECES]))
            data += letter + "".join(f" {draw(NUMBER)}" for _ in range(PIECES[letter]))
        data += draw(st.sampled_from(["Z ", ""]))
    return data


@given(contours())
def test_paths_are_read_as_by_manim(data: str) -> None:
    theirs = VMobjectFromSVGPath(Path(data)).points
    np.testing.assert_allclose(curves(data), theirs, rtol=0, atol=1e-9)


def test_old_and_new_versions_of_cairo_are_read() -> None:
    (one,), (other,) = read(OLD), read(NEW)
    np.testing.assert_array_equal(one.points, other.points)
    ends = [[33, 5.5, 0], [31, 7.5, 0], [31, 5.5, 0]]
    np.testing.assert_array_equal(one.points[3::4], ends)
    assert one.stroke == other.stroke == 0


@pytest.mark.parametrize("svg", [OLD, NEW, TYPST])
def test_places_are_those_of_the_parser(svg: str) -> None:
    paths = [e for e in SVG.parse(io.StringIO(svg)).elements() if isinstance(e, Path)]
    shapes = list(read(svg))
    assert len(shapes) == len(paths)
    for shape, path in zip(shapes, paths, strict=True):
        theirs = VMobjectFromSVGPath(path).points
        np.testing.assert_allclose(shape.points, theirs, rtol=0, atol=1e-9)


def test_widths_of_lines_are_read() -> None:
    assert [shape.stroke for shape in read(TYPST)] == [0, 0.48]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('fill="none"', 'fill="#ff0000"'), ('stroke="#000000"', 'stroke="#ff0000"'),
        ("translate(27.5 10.9)", "rotate(20)"), ("h 31.7", "a 1 1 0 0 0 1 1"),
        ("h 31.7", "s 1 1 2 2"), ("h 31.7", "l 1 1 2 2"), ("<path fill", "<rect fill"),
        ('"#g1"', '"#g2"'), ('stroke-linecap="butt"', 'stroke-dasharray="1 2"'),
        ('x="2"', 'x="2" clip-path="url(#c)"'), ('fill="#000000"', 'fill="#00ff00"'),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused(old: str, new: str) -> None:
    assert len(list(read(TYPST))) == 2
    changed = re.sub(re.escape(old), new, TYPST, count=1)
    with pytest.raises(ValueError, match=r"\w"):
        list(read(changed))
