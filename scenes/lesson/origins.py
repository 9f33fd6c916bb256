"""Where in a chapter's sources the things on screen were made, and where they stand."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from manim import DL, UR, Mobject, config

from scenes.checks.layout import is_visible
from scenes.components.text import Written

Locate = Callable[[str, str, int], Any]
_ORIGIN = "made_at"


@dataclass(frozen=True)
class Thing:
    """Something on screen that one line made."""

    name: str  # what it is, in words
    origin: Any  # what `Locate` returned for that line
    box: tuple[float, float, float, float]  # left, top, right, bottom: 0 to 1


def note_origins(folder: str, locate: Locate) -> None:
    """From now on, remember of each mobject where it was made.

    Parameters
    ----------
    folder
        Of the chapter: its line that began the call counts, not those of components.
    locate
        Is given file, qualified name of the function, and line; returns what to
        remember.
    """
    make = Mobject.__init__

    def make_and_note(self: Mobject, *args: Any, **kwargs: Any) -> None:
        frame = sys._getframe(1)
        while frame is not None:
            code = frame.f_code
            if code.co_filename.startswith(folder):
                place = code.co_filename, code.co_qualname, frame.f_lineno
                setattr(self, _ORIGIN, locate(*place))
                break
            frame = frame.f_back  # type: ignore[assignment]  # None ends it
        make(self, *args, **kwargs)

    Mobject.__init__ = make_and_note  # type: ignore[method-assign]


def things(mobjects: Iterable[Mobject]) -> Iterator[Thing]:
    """Yield what is visible of mobjects, as large as one line made it."""
    seen: set[int] = set()
    for mobject in mobjects:
        yield from _within(mobject, seen)


def _within(mobject: Mobject, seen: set[int]) -> Iterator[Thing]:
    """Yield a mobject if one line made all of it, else its parts."""
    if id(mobject) in seen:  # it may be in the scene and in a group as well
        return
    seen.add(id(mobject))
    if isinstance(mobject, Written) or len(_origins(mobject)) == 1:
        yield from _thing(mobject, mobject.get_family())
        return
    yield from _thing(mobject, [mobject])
    for part in mobject.submobjects:
        yield from _within(part, seen)


def _origins(mobject: Mobject) -> set[Any]:
    """Return where the parts of a mobject were made; a text is no group of letters."""
    found = {getattr(mobject, _ORIGIN, None)}
    if not isinstance(mobject, Written):
        found.update(*(_origins(part) for part in mobject.submobjects))
    return found


def _thing(mobject: Mobject, parts: Iterable[Mobject]) -> Iterator[Thing]:
    """Yield a mobject if any of these parts of it is visible."""
    origin = getattr(mobject, _ORIGIN, None)
    boxes = [_box(part) for part in parts if is_visible(part)]
    if boxes and origin is not None:
        left, top, right, bottom = zip(*boxes, strict=True)
        box = min(left), min(top), max(right), max(bottom)
        yield Thing(_name(mobject), origin, box)


def _name(mobject: Mobject) -> str:
    """Say what a mobject is."""
    kind, words = type(mobject).__name__, getattr(mobject, "words", "")
    return f"{kind.lower()} {words!r}" if words else kind


def _box(mobject: Mobject) -> tuple[float, float, float, float]:
    """Return the box of a mobject as parts of the frame, from its upper left corner."""
    across, down = config.frame_width, config.frame_height
    (left, bottom), (right, top) = (
        mobject.get_corner(DL)[:2],
        mobject.get_corner(UR)[:2],
    )
    return (
        float(left / across + 0.5), float(0.5 - top / down),
        float(right / across + 0.5), float(0.5 - bottom / down),
    )  # fmt: skip
