"""The layout check: what is wrong with a frame, found without pixels.

:func:`find_faults` looks at all that is visible at the end of a beat: nothing
leaves the safe area, no two texts overlap, no line crosses a text that has no
patch, no type is too small or too faint, every digit is a value of the result.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from manim import DL, UR, ImageMobject, Mobject, VMobject

from scenes.checks.contrast import contrast
from scenes.checks.honesty import Finding, find_lies
from scenes.checks.outlines import enters, surrounds
from scenes.checks.rims import find_wide_rims
from scenes.components.text import Written
from scenes.frame import theme
from scenes.frame.safe_area import Box, safe_area

TOLERANCE = 0.02  # units; anti-aliasing hides what is less
CONTRAST = 4.5


def find_faults(mobjects: Iterable[Mobject], result: object) -> list[Finding]:
    """Return what is wrong with a frame of these mobjects, as (what, problem)."""
    drawn = list(_in_drawing_order(mobjects))
    place = {id(mobject): i for i, mobject in enumerate(drawn)}
    texts = [m for m in drawn if isinstance(m, Written) and _opacity(m) > 0]
    glyphs = {id(part) for text in texts for part in text.get_family()}
    marks = [
        _Mark(m, _box(m), place[id(m)])
        for m in drawn
        if id(m) not in glyphs and is_visible(m)
    ]
    return [
        *_outside(texts, marks),
        *_overlaps(texts),
        *_crossed(texts, marks, place),
        *_covered(texts, marks, place),
        *_too_small(texts),
        *_too_faint(texts, marks, place),
        *find_wide_rims(mark.mobject for mark in marks),
        *find_lies(texts, result),
    ]


class _Mark(NamedTuple):
    """What is drawn and is no text."""

    mobject: Mobject
    box: Box
    place: int  # in the order of drawing


def _in_drawing_order(mobjects: Iterable[Mobject]) -> Iterator[Mobject]:
    """Yield all mobjects as the camera draws them: by z-index, then as added."""
    family = {
        id(part): part for mobject in mobjects for part in mobject.get_family()
    }  # once each, though it may be in the scene and in a group as well
    return iter(sorted(family.values(), key=lambda part: part.z_index))


def is_visible(mobject: Mobject) -> bool:
    """Tell whether a mobject has ink of its own."""
    if isinstance(mobject, ImageMobject):
        return True
    if not isinstance(mobject, VMobject) or not mobject.has_points():
        return False
    stroke = mobject.get_stroke_opacity() if mobject.get_stroke_width() > 0 else 0
    return bool(max(mobject.get_fill_opacity(), stroke) > 0.05)


def _opacity(text: Written) -> float:
    """Return how opaque the glyphs are."""
    shown = [g.get_fill_opacity() for g in text.glyphs.family_members_with_points()]
    return float(max(shown, default=0.0))


def _box(mobject: Mobject) -> Box:
    """Return the bounding box, a little smaller than it is."""
    low, high = mobject.get_corner(DL), mobject.get_corner(UR)
    left, bottom = low[:2] + TOLERANCE
    right, top = high[:2] - TOLERANCE
    return float(left), float(bottom), float(right), float(top)


def _name(mobject: Mobject) -> str:
    """Say what a mobject is, in words."""
    if isinstance(mobject, Written):
        return mobject.description
    return (
        f"{type(mobject).__name__.lower()} at {np.round(mobject.get_center()[:2], 1)}"
    )


def _outside(texts: Sequence[Written], marks: Sequence[_Mark]) -> Iterator[Finding]:
    """Find what leaves the safe area."""
    boxes = [*((text, _box(text.glyphs)) for text in texts), *(m[:2] for m in marks)]
    for mobject, box in boxes:
        safe = safe_area(captions=isinstance(mobject, Written))
        over = max(
            safe[0] - box[0], safe[1] - box[1], box[2] - safe[2], box[3] - safe[3]
        )
        if over > TOLERANCE:
            yield _name(mobject), f"leaves the safe area by {over:.2f} units"


def _overlaps(texts: Sequence[Written]) -> Iterator[Finding]:
    """Find texts that touch each other."""
    boxes = [(text, _box(text.glyphs)) for text in texts]
    for (one, a), (other, b) in itertools.combinations(boxes, 2):
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]:
            yield _name(one), f"overlaps {_name(other)}"


def _crossed(
    texts: Sequence[Written], marks: Sequence[_Mark], place: Mapping[int, int]
) -> Iterator[Finding]:
    """Find lines and points that run through a text."""
    for text in texts:
        box = _box(text.glyphs)
        patch = -1 if text.patch is None else place[id(text.patch)]
        for mark in marks:
            if isinstance(mark.mobject, ImageMobject) or mark.place < patch:
                continue
            if _runs_through(mark, box) and not _is_behind(mark, text, marks, place):
                yield _name(text), f"is crossed by {_name(mark.mobject)}"
                break


def _is_behind(
    mark: _Mark, text: Written, marks: Sequence[_Mark], place: Mapping[int, int]
) -> bool:
    """Tell whether an opaque shape, on which a text stands, hides a mark there."""
    box = _box(text.glyphs)
    return any(
        mark.place < shape.place < place[id(text)]
        and isinstance(shape.mobject, VMobject)
        and shape.mobject.get_fill_opacity() == 1
        and surrounds(shape.mobject, box)
        for shape in marks
    )


def _covered(
    texts: Sequence[Written], marks: Sequence[_Mark], place: Mapping[int, int]
) -> Iterator[Finding]:
    """Find texts that a filled shape of one piece hides."""
    for text in texts:
        box = _box(text.glyphs)
        last = max(place[id(part)] for part in text.get_family())
        for mark in marks:
            around = mark.box
            if (
                mark.place > last
                and (around[0] < box[0] and around[1] < box[1])
                and (around[2] > box[2] and around[3] > box[3])
                and _hides(mark.mobject)
            ):
                yield _name(text), f"is hidden by {_name(mark.mobject)}"


def _hides(mobject: Mobject) -> bool:
    """Tell whether a mobject is a filled shape of one piece."""
    return (
        isinstance(mobject, VMobject)
        and bool(mobject.get_fill_opacity() >= 0.3)
        and bool(len(mobject.get_subpaths()) == 1)
    )


def _runs_through(mark: _Mark, box: Box) -> bool:
    """Tell whether the outline of a mark enters a box."""
    left, bottom, right, top = mark.box
    if left > box[2] or right < box[0] or bottom > box[3] or top < box[1]:
        return False
    return enters(mark.mobject, box)


def _too_small(texts: Sequence[Written]) -> Iterator[Finding]:
    """Find type under the least size."""
    for text in texts:
        pixels = text.effective_pixels
        if pixels < theme.SMALLEST - 0.5:
            yield _name(text), f"is set in {pixels:.0f} px, under {theme.SMALLEST} px"


def _too_faint(
    texts: Sequence[Written], marks: Sequence[_Mark], place: Mapping[int, int]
) -> Iterator[Finding]:
    """Find text too like its ground; what a beat dims on purpose is let pass."""
    for text in texts:
        if _opacity(text) < 0.7:
            continue
        ground = _ground(text, marks, place)
        figures = text.glyphs.family_members_with_points()
        inks = {f.get_fill_color().to_hex(): f.get_fill_color() for f in figures
                if f.get_fill_opacity() > 0 and f.height > 0}  # fmt: skip
        worst = min(contrast(ink.to_rgb(), ground) for ink in inks.values())
        if worst < CONTRAST:
            yield _name(text), f"has a contrast of {worst:.1f} : 1, under {CONTRAST}"


def _ground(
    text: Written, marks: Sequence[_Mark], place: Mapping[int, int]
) -> np.ndarray:
    """Return the colour on which a text stands, as RGB from 0 to 1."""
    ground = theme.current().paper.to_rgb()
    if text.patch is not None:
        return np.asarray(ground)
    x, y = text.glyphs.get_center()[:2]
    for mark in marks:
        left, bottom, right, top = mark.box
        inside = left < x < right and bottom < y < top
        if mark.place > place[id(text)] or not inside:
            continue
        shape = mark.mobject
        if isinstance(shape, ImageMobject):
            n_rows, n_columns = shape.pixel_array.shape[:2]
            row = int(n_rows * (top - y) / (top - bottom))
            column = int(n_columns * (x - left) / (right - left))
            ground = shape.pixel_array[row, column, :3] / 255
        else:
            alpha = shape.get_fill_opacity()
            ground = alpha * shape.get_fill_color().to_rgb() + (1 - alpha) * ground
    return np.asarray(ground)
