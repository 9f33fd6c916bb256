"""Outlines of formulas, as Manim's ``MathTypst`` has them, without its long way there.

Manim lets Typst begin anew, with a search for fonts, for each formula, and once more
for each part of it that has a name.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import typst
from manim import ManimColor, MathTypst, VMobject, config
from manim.constants import SCALE_FACTOR_PER_FONT_POINT
from manim.mobject.text.typst_mobject import (
    _TYPST_SVG_STROKE_WIDTH_SCALE,
    _manimgrp_preamble,
)
from manim.utils.typst_file_writing import TYPST_COMPILATION_FONT_SIZE, TYPST_TEMPLATE

from scenes.components._glyphs import in_place, outline
from scenes.components._svg import Shape, read


class Maths(NamedTuple):
    """A formula that is drawn."""

    signs: list[VMobject]  # letters and lines, in the order in which they are drawn
    parts: Mapping[str, list[int]]  # which of them each part with a name has


def set_maths(source: str, size: float, color: ManimColor) -> Maths:
    """Return a formula in Typst's notation, around the middle of the frame.

    Parameters
    ----------
    source
        Typst maths; ``{{ … : name }}`` makes a part.
    size
        Manim's font size.
    color
        Of all signs.
    """
    try:
        shapes, parts = _set(source)
    except ValueError:
        return _with_manim(source, size, color)
    scale = size * SCALE_FACTOR_PER_FONT_POINT
    pen = scale * config.pixel_width / config.frame_width
    letter = VMobject().set_fill(color, 1).set_stroke(color, 0)
    signs = []
    outlines = in_place([shape.points for shape in shapes], scale)
    for points, (_, stroke) in zip(outlines, shapes, strict=True):
        sign = letter.copy().set_points(points)
        if stroke:
            width = stroke * pen * _TYPST_SVG_STROKE_WIDTH_SCALE
            sign.set_fill(opacity=0).set_stroke(width=width)
        signs.append(sign)
    return Maths(signs, parts)


def _with_manim(source: str, size: float, color: ManimColor) -> Maths:
    """Set a formula as Manim does: one with colours or shapes of its own."""
    formula = MathTypst(source, font_size=size, color=color)
    found = [
        sign
        for sign in formula.family_members_with_points()
        if isinstance(sign, VMobject)
    ]
    place = {id(sign): k for k, sign in enumerate(found)}
    parts = {
        name: [place[id(sign)] for sign in formula.select(name) if id(sign) in place]
        for name in MathTypst._preprocess_groups(source)[1]
    }
    return Maths([outline(sign) for sign in found], parts)


@cache
def _set(source: str) -> tuple[Sequence[Shape], Mapping[str, list[int]]]:
    """Let Typst set a formula; return its signs, and which of them each part has."""
    body, names = MathTypst._preprocess_groups(source)
    whole = _draw(body, None)
    parts = {name: _missing(whole, _draw(body, name)) for name in names}
    return whole, parts


def _draw(body: str, hidden: str | None) -> list[Shape]:
    """Return the signs of a formula, without those of the part that is hidden."""
    document = TYPST_TEMPLATE.format(
        text_size=TYPST_COMPILATION_FONT_SIZE,
        preamble=_manimgrp_preamble(hidden),
        body=f"$ {body} $",
    )
    svg = _compiler().compile(input=document.encode(), format="svg")
    assert isinstance(svg, bytes)
    return [shape for shape in read(svg.decode()) if len(shape.points)]


@cache
def _compiler() -> typst.Compiler:
    """Return the compiler of all formulas: it looks for fonts once."""
    return typst.Compiler()


def _missing(whole: Sequence[Shape], rest: Sequence[Shape]) -> list[int]:
    """Return the numbers of the signs that are not in the rest, which has their order.

    Raises
    ------
    ValueError
        If the rest has other signs.
    """
    missing, left = [], list(rest)[::-1]
    for k, (points, stroke) in enumerate(whole):
        if (
            left
            and stroke == left[-1].stroke
            and np.array_equal(points, left[-1].points)
        ):
            left.pop()
        else:
            missing.append(k)
    if left:
        raise ValueError("hiding a part moved others")
    return missing
