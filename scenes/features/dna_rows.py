"""DNA as wide as the frame allows, and where a splice site lies in it."""

import math

from manim import DOWN, LEFT, RIGHT, UP, DashedLine, VGroup

from scenes.components.sequence import DnaRow
from scenes.frame import rooms, theme

SMALLEST_CELL = 0.18  # width of a base; a sequence is broken into lines rather
LARGEST_CELL = 0.3
SCALE = 0.6  # what the ticks of an upright axis take


def whole_row(bases: str, leading: float | None = None) -> DnaRow:
    """Draw a sequence as wide as the frame, in as few lines as can be read."""
    width, n = rooms.whole().width - 0.24, len(bases)
    n_lines = math.ceil(n * SMALLEST_CELL / width)
    per_line = math.ceil(n / n_lines)
    return DnaRow(bases, pitch=width / per_line, per_line=per_line, leading=leading)


def short_row(bases: str, room: rooms.Room) -> DnaRow:
    """Draw a part of a sequence in one line that a room can hold."""
    return DnaRow(bases, pitch=min(LARGEST_CELL, room.width / len(bases)))


def row_right_of_scale(bases: str, room: rooms.Room) -> DnaRow:
    """Draw a part of a sequence, and leave room at its left for a plot's scale."""
    row = short_row(bases, room.inside(left=SCALE))
    free = max(0, (room.width - row.width) / 2)
    return row.next_to(room.edge(RIGHT), LEFT, buff=free)


def site_mark(row: DnaRow, k: int, height: float = 0.5) -> VGroup:
    """Draw a line at the gap before cell k; two where a line of bases ends there."""
    lines = (
        DashedLine(at + height * UP, at + height * DOWN, dash_length=0.08)
        for at in row.gap(k)
    )
    return VGroup(*lines).set_stroke(theme.role("ink"), theme.AXIS)
