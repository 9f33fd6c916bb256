"""What a beat shows when it ends, read from outlines and pixels on screen.

Whatever lies in a plane is found, of whatever class it is; beside planes the parts
that :mod:`tests.drawn.parts` can read are found. Other shapes are taken as decoration;
they are kept for chapters in which places beside planes say something.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from manim import (
    ArrowTip,
    DashedLine,
    DashedVMobject,
    ImageMobject,
    Mobject,
    VMobject,
)

from scenes.components.plot import Plot
from scenes.components.text import Written
from tests.drawn.axes import NOWHERE, Axes, read_axes
from tests.drawn.parts import Memory, Part
from tests.drawn.words import Word, read_words

SAME = 1e-6  # units; ends that are nearer are one point

PIECES = 8  # into which a straight piece is cut to tell what is near

# What is read elsewhere, or shows no data: with everything that belongs to it.
PASSED_OVER = (
    Written,  # its words are read, see ``words.py``; receipts are compared, too
    ArrowTip,  # of an arrow, whose line is found
)


@dataclass(frozen=True, eq=False)
class Found:
    """One shape in a plane."""

    kind: str  # name of its class
    on: Axes
    color: str  # hexadecimal
    segments: np.ndarray  # (n, 2, 2) ends of its pieces, in shares of the axes
    pixels: np.ndarray | None = None  # (n_rows, n_columns, 4), the first row on top

    @cached_property
    def paths(self) -> list[np.ndarray]:
        """The corners of each connected line, (n, 2); closed ones end where they begin.

        A line that has come back to its start ends there: two equal marks may stand at
        one place.
        """
        paths: list[list[np.ndarray]] = []
        closed = True
        for start, end in self.segments:
            if closed or np.abs(paths[-1][-1] - start).max() > SAME:
                paths.append([start])
            paths[-1].append(end)
            closed = bool(np.abs(paths[-1][0] - end).max() < SAME)
        return [np.array(path) for path in paths]

    @property
    def are_closed(self) -> bool:
        """Whether all lines return to where they began."""
        return all(np.abs(path[0] - path[-1]).max() < SAME for path in self.paths)

    @property
    def boxes(self) -> np.ndarray:
        """Where short pieces of it are on screen, (n, 2, 2)."""
        ends = self.on.corner + self.segments @ self.on.sides
        # A long piece that leans has a box far from it.
        steps = np.linspace(ends[:, 0], ends[:, 1], PIECES + 1)
        ends = np.stack([steps[:-1], steps[1:]], axis=2).reshape(-1, 2, 2)
        return np.stack([ends.min(axis=1), ends.max(axis=1)], axis=1)

    def __str__(self) -> str:
        first = self.on.values(self.segments[0, 0]) if len(self.segments) else "nothing"
        last = self.on.values(self.segments[-1, 1]) if len(self.segments) else "nothing"
        return (
            f"{self.kind} in {self.color} on {self.on.words} (plane {self.on.nth}), "
            f"{len(self.paths)} lines, {len(self.segments)} pieces "
            f"from {np.round(first, 4)} to {np.round(last, 4)}"
        )


@dataclass(frozen=True, eq=False)
class Shown:
    """All that the end of a beat shows."""

    shapes: tuple[Found, ...]
    parts: tuple[Part, ...]
    problem: str = ""  # why it could not be read
    others: tuple[Found, ...] = ()  # beside planes and parts, in units on screen
    words: tuple[Word, ...] = ()


def read_beat(mobjects: Sequence[Mobject], memory: Memory) -> Shown:
    """Read what is on screen when a beat ends.

    Parameters
    ----------
    mobjects
        Of the scene.
    memory
        Knows the parts that the scene has made, however they were taken apart.
    """
    leaves = list({id(leaf): (leaf, k) for leaf, k in _leaves(mobjects, ())}.values())
    try:
        planes = read_axes(mobjects)
        parts, owned = memory.read(mobjects, [leaf for leaf, _ in leaves])
    except AssertionError as error:  # for the chapter's test, not for the rehearsal
        return Shown((), (), str(error))
    shapes, others = [], []
    for leaf, keys in leaves:
        if id(leaf) in owned:
            continue
        plane = _plane_of(leaf, keys, planes)
        if plane is not None:
            shapes.append(_shape(leaf, plane))
        elif type(leaf).__module__.startswith("scenes.") and len(leaf.points):
            shapes.append(_shape(leaf, NOWHERE))
        else:
            others.append(_shape(leaf, NOWHERE))
    words = read_words(mobjects)
    return Shown(tuple(shapes), tuple(parts), others=tuple(others), words=words)


def _leaves(
    mobjects: Iterable[Mobject], keys: tuple[int, ...]
) -> Iterator[tuple[Mobject, tuple[int, ...]]]:
    """Yield all that is visible, with the keys of the planes that it names as its own.

    A dashed line is one, whatever its dashes are.
    """
    for mobject in mobjects:
        own = getattr(mobject, "plot_key", None)
        known = keys if own is None else (*keys, own)
        if isinstance(mobject, PASSED_OVER):
            continue
        if isinstance(mobject, DashedVMobject | DashedLine) or _is_visible(mobject):
            yield mobject, known
        if isinstance(mobject, DashedVMobject | DashedLine):
            continue
        below = mobject.submobjects
        if isinstance(mobject, Plot):
            frame = (
                mobject.x_axis, mobject.y_axis, mobject.ticks,
                mobject.x_label, mobject.y_label,
            )  # fmt: skip
            below = [part for part in below if part not in frame]
        yield from _leaves(below, known)


def _is_visible(mobject: Mobject) -> bool:
    if isinstance(mobject, ImageMobject):
        return True
    if not isinstance(mobject, VMobject) or len(mobject.points) == 0:
        return False
    stroke = mobject.get_stroke_width() > 0 and mobject.get_stroke_opacity() > 0
    return bool(stroke or mobject.get_fill_opacity() > 0)


def _plane_of(leaf: Mobject, keys: tuple[int, ...], planes: list[Axes]) -> Axes | None:
    """Return the plane that a shape names, or the smallest in which it lies.

    A shape that was moved out of the plane that it names may lie in another.
    """
    places = leaf.get_center(), leaf.get_all_points()[0]
    named = [plane for plane in planes if plane.key in keys]
    for some in (named, planes):
        inside = [plane for plane in some if any(plane.holds(at) for at in places)]
        if inside:
            return min(inside, key=lambda plane: plane.area)
    return named[0] if named else None


def _shape(leaf: Any, plane: Axes) -> Found:
    """Read a shape."""
    kind = type(leaf).__name__
    if isinstance(leaf, ImageMobject):
        ends = plane.shares(leaf.points[[2, 1]])  # of its pixels, whichever way it lies
        return Found(kind, plane, "", ends[None], np.array(leaf.pixel_array))
    points = leaf.get_all_points()
    ends = points.reshape(-1, 4, 3)[:, [0, 3]]
    found = Found(kind, plane, "", plane.shares(ends))
    member = next(m for m in leaf.family_members_with_points())
    # An open line may have a fill that cannot be seen.
    filled = member.get_fill_opacity() > 0 and found.are_closed
    color = member.get_fill_color() if filled else member.get_stroke_color()
    return replace(found, color=color.to_hex().upper())
