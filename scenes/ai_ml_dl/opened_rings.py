"""Nested rings on screen: named, explained, entered one by one, come back to."""

from collections.abc import Callable, Sequence

import numpy as np
from manim import (
    LEFT,
    RIGHT,
    UP,
    Dot,
    FadeIn,
    FadeOut,
    Line,
    ManimColor,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from scenes.components.nested_sets import NestedSets
from scenes.frame import rooms, shapes, theme
from scenes.frame.safe_area import safe_area
from scenes.lesson.lesson import Lesson

LEAD = 0.65  # from the rings to the words beside them
NAMES = ("artificial intelligence", "machine learning", "deep learning")
SHARES = (1.0, 0.7, 0.4)  # radii of the rings, of that of the outermost
SHORT = ("AI", "ML", "DL")
DEFINITIONS = (
    "any technique that mimics thinking",
    "models that learn from examples",
    "neural networks of many layers",
)
Note = tuple[str, ManimColor]  # words, with fields, and their colour


class OpenedRings:
    """The rings of AI, machine learning and deep learning.

    Parameters
    ----------
    lesson
        The scene.
    draw_icons
        Draws what works in each ring, small.
    """

    def __init__(self, lesson: Lesson, draw_icons: Callable[[], list[VGroup]]) -> None:
        self.lesson = lesson
        self.draw_icons = draw_icons
        room, self.is_tall = rooms.whole(), shapes.current().is_tall
        share = 0.37 if self.is_tall else 0.27
        self.radius = min(room.height / 2, share * room.width)
        side = UP if self.is_tall else LEFT
        self.middle = room.edge(side) - self.radius * side
        if self.is_tall:
            left = self.middle[0] - self.radius
            top = room.top - 2 * self.radius - rooms.GAP
            self.words = rooms.Room(left, safe_area(captions=True)[1], room.right, top)
        else:
            left = self.middle[0] + self.radius + LEAD
            self.words = room._replace(left=left)

    def draw(self) -> None:
        """Set up the rings, and in each a small picture of what works in it."""
        radii = [share * self.radius for share in SHARES]
        self.sets = NestedSets(NAMES, radii).move_to(self.middle)
        self.icons = self.draw_icons()
        for k, icon in enumerate(self.icons):
            icon.move_to(self.sets.room(k)[0])
        self.icons[-1].shift(0.22 * UP)  # a ring is widest in its middle

    def note_on(self, k: int, *lines: Note) -> VGroup:
        """Write what a ring holds, and lines below: beside it, or below all rings."""
        names = f"{SHORT[k]}: " if self.is_tall else ""
        write, width = self.lesson.paragraph, self.words.width
        words = self.lesson.column(
            write(names + DEFINITIONS[k], width, pixels=theme.BODY),
            *(write(line, width, color=color) for line, color in lines),
            buff=0.16,
        )
        if self.is_tall:
            row = self.words.rows(1, 1, 1)[k]
            return VGroup(words.move_to(row.edge(LEFT), aligned_edge=LEFT))
        # Notes spread over the height of their room as the pictures over the rings.
        spread = self.words.height / (2 * self.radius)
        y = (1 - spread) * self.middle[1] + spread * self.icons[k].get_center()[1]
        words.move_to(np.array([self.words.left, y, 0]), aligned_edge=LEFT)
        ring = self.sets.rings[k]
        up = y - ring.get_center()[1]
        right = np.sqrt((ring.width / 2) ** 2 - up**2)
        start = ring.get_center() + right * RIGHT + up * UP
        lead = Line(start, np.array([self.words.left - 0.2, y, 0]))
        lead.set_stroke(theme.role("muted"), theme.AXIS)
        return VGroup(lead, Dot(start, radius=0.07, color=theme.role("ink")), words)

    def build_up(self, lines: Sequence[Sequence[Note]] = ((), (), ())) -> None:
        """Let the rings come one by one, from the outermost, with notes."""
        self.draw()
        self.notes = VGroup(*(self.note_on(k, *more) for k, more in enumerate(lines)))
        for k, note in enumerate(self.notes):
            ring = self.sets.rings[k], self.sets.names[k], self.icons[k]
            self.lesson.play(FadeIn(*ring), run_time=0.8)
            self.lesson.play(FadeIn(note), run_time=0.6)

    def return_to(self, k: int) -> None:
        """Come back to the rings with one of them lit."""
        self.lesson.clear_frame()
        self.draw()
        self.sets.light([k])
        for other, icon in enumerate(self.icons):
            if other != k:
                icon.fade(1 - theme.DIMMED)
        self.notes = VGroup(self.note_on(k))
        self.lesson.play(FadeIn(self.sets, *self.icons, self.notes))
        self.lesson.wait(0.8)

    def enter(self, k: int, full: Sequence[VMobject]) -> None:
        """Go into a ring: the parts of its picture grow, all else leaves."""
        small = self.icons[k]
        parts = [small] if len(full) == 1 else list(small)
        others = [icon for other, icon in enumerate(self.icons) if other != k]
        rest = *others, *parts[len(full) :]
        self.lesson.play(
            *self.lesson.leave(self.notes, *rest), FadeOut(self.sets, scale=1.6),
            run_time=0.7,
        )  # fmt: skip
        grow = [
            ReplacementTransform(one, other)
            for one, other in zip(parts, full, strict=False)
        ]
        self.lesson.play(*grow, run_time=1.2)
