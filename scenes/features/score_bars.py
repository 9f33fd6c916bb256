"""Bars of held-out scores: each by the name of its model, with its spread."""

from collections.abc import Sequence
from typing import NamedTuple

from manim import RIGHT, DashedLine, VGroup, VMobject

from scenes.components.bars import Bars
from scenes.components.text import Label
from scenes.frame import rooms, shapes
from scenes.lesson.lesson import Lesson

CLEAR = 0.1  # between a number and a line across the bars, in units


class Row(NamedTuple):
    """One bar."""

    path: str  # place of the score in the result
    name: str  # in words
    is_set_off: bool = False  # by colour


def score_bars(
    lesson: Lesson, rows: Sequence[Row], room: rooms.Room, longest: float = 6.0
) -> Bars:
    """Draw scores with their spread; in a tall frame under their names."""
    numbers = [lesson.number(f"{row.path}.right.mean", ".1%") for row in rows]
    labels: list[Label] = [lesson.text(row.name) for row in rows]
    spreads = [lesson.values(f"{row.path}.right.sd") for row in rows]
    tall = shapes.current().is_tall
    left = 0 if tall else max(label.width for label in labels) + 0.2
    largest = (0.14 if tall else 0.112) * rooms.whole().height
    pitch = min(0.8 * room.height / len(rows), largest)
    return Bars(
        labels, numbers, spreads, best=next(
            (k for k, row in enumerate(rows) if row.is_set_off), None
        ),
        pitch=pitch, width=min(longest, room.width - left - 1.1),
        thickness=0.34 if tall else 0.515 * pitch, names_above=tall,
    ).move_to(room.middle)  # fmt: skip


def line_across(bars: Bars, x: float) -> VMobject:
    """Draw a dashed line across bars; across each alone where it would cross a name.

    A number that it would cross moves behind it.
    """
    for _, number in (row[:2] for row in bars.rows):
        if number.get_left()[0] - CLEAR < x < number.get_right()[0] + CLEAR:
            number.shift((x + CLEAR - number.get_left()[0]) * RIGHT)
    names = [row[0] for row in bars.rows]
    if any(name.get_left()[0] < x < name.get_right()[0] for name in names):
        return VGroup(*(_down(x, bar) for bar in bars.bars))
    return _down(x, bars.start)


def _down(x: float, over: VMobject) -> DashedLine:
    """Draw a dashed line from the height of something down to its foot."""
    top, low = over.get_top()[1], over.get_bottom()[1]
    return DashedLine([x, top, 0], [x, low, 0])
