"""What goes wrong while things move: found in a rehearsal, where nothing is drawn.

What is seen at the end of a beat, the layout check looks at; this looks in between.
"""

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from manim import Animation, AnimationGroup, Mobject, ReplacementTransform, VMobject
from manim.animation.animation import Wait

from scenes.components.text import Written
from scenes.lesson.lesson import Lesson

MOMENTS = (0.0, 0.25, 0.5, 0.75)  # shares of an animation's time
FAINT = 0.12  # opacity of what nobody reads yet, or no longer
JUMP = 0.15  # units from one picture to the next, when one animation follows another
SAME = 0.02  # units by which an outline and its copy may differ


class Watched(Lesson):
    """A lesson that notes what is wrong with its motion, in words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bad_motion: list[str] = []
        self._before: dict[int, np.ndarray] = {}  # outlines at the end of a motion

    def begin_animations(self) -> None:
        super().begin_animations()
        if isinstance(self.animations[0], Wait):
            return
        self._note(one_goal_for_two(self.animations))
        for moment in MOMENTS:
            for animation in self.animations:
                animation.interpolate(moment)
            if moment == 0:
                self._note(jumps(self._before, outlines(self.mobjects)))
                self._note(flashes(self._before, outlines(self.mobjects)))
            self._note(words_on_words(self.around, self.mobjects))

    def play(self, *args: Any, **kwargs: Any) -> None:
        super().play(*args, **kwargs)
        shown = outlines(self.mobjects)
        self._before = {id(part): part.points.copy() for part in shown}

    def _note(self, found: Iterable[str]) -> None:
        wrong = (f"{self.beat_name}: {what}" for what in found)
        self.bad_motion += [what for what in wrong if what not in self.bad_motion]


def watched(lesson: type[Lesson]) -> type[Watched]:
    """Return a lesson's kind that notes what is wrong with its motion."""
    return type(lesson.__name__, (Watched, lesson), {})


def outlines(mobjects: Iterable[Mobject]) -> list[VMobject]:
    """Return all shapes that can be seen."""
    parts = itertools.chain(*(m.family_members_with_points() for m in mobjects))
    return [
        part for part in parts if isinstance(part, VMobject) and opacity(part) > 0.05
    ]


def opacity(part: VMobject) -> float:
    stroke = part.get_stroke_opacity() if part.get_stroke_width() > 0 else 0
    return float(max(part.get_fill_opacity(), stroke))


def jumps(before: dict[int, np.ndarray], shown: Iterable[VMobject]) -> Iterator[str]:
    """Find what stands elsewhere when a motion begins than when the last one ended."""
    for part in shown:
        old, new = before.get(id(part)), part.points
        if old is None:
            continue
        if old.shape != new.shape:  # its corners tell as well
            old, new = (np.stack([p.min(axis=0), p.max(axis=0)]) for p in (old, new))
        if np.abs(new - old).max() > JUMP:
            yield f"{type(part).__name__} jumps by {np.abs(new - old).max():.2f} units"


def flashes(before: dict[int, np.ndarray], shown: list[VMobject]) -> Iterator[str]:
    """Find new shapes that darken at once what one sees through their likes."""
    clear = [part for part in shown if 0.05 < part.get_fill_opacity() < 0.95]
    for new in clear:
        for old in clear if id(new) not in before else ():
            alike = id(old) in before and old.points.shape == new.points.shape
            if alike and np.abs(old.points - new.points).max() < SAME:
                yield f"a {type(new).__name__} comes at once on its like"


def words_on_words(
    around: Iterable[Mobject], shown: Iterable[Mobject]
) -> Iterator[str]:
    """Find words that title or question lie on."""
    texts = [part for m in shown for part in m.get_family() if is_read(part)]
    mine = {id(part) for m in around for part in m.get_family()}
    for one, other in itertools.combinations(texts, 2):
        if not {id(one), id(other)} & mine:
            continue
        apart = np.abs(one.glyphs.get_center() - other.glyphs.get_center())[:2]
        sizes = [np.array([t.glyphs.width, t.glyphs.height]) for t in (one, other)]
        if (apart < sum(sizes) / 2 - SAME).all():
            yield f"{one.description} and {other.description} lie on each other"


def is_read(part: Mobject) -> bool:
    if not isinstance(part, Written):
        return False
    figures = part.glyphs.family_members_with_points()
    return max((f.get_fill_opacity() for f in figures), default=0.0) > FAINT


def one_goal_for_two(animations: Iterable[Animation]) -> Iterator[str]:
    """Find two shapes that become one and the same."""
    goals = [
        id(one.target_mobject)
        for one in single(animations)
        if isinstance(one, ReplacementTransform)
    ]
    if len(goals) != len(set(goals)):
        yield "two shapes become one"


def single(animations: Iterable[Animation]) -> Iterator[Animation]:
    for animation in animations:
        inner = isinstance(animation, AnimationGroup)
        yield from single(animation.animations) if inner else (animation,)
