"""Relatives on screen: one family side by side, many families as linked dots."""

from collections.abc import Sequence

import numpy as np
from manim import DOWN, RIGHT, UP, DashedLine, Line, VGroup

from scenes.components.kin import Kin
from scenes.components.sequence import DnaRow
from scenes.frame import theme
from scenes.frame.rooms import Room
from scenes.lesson.lesson import Lesson

PITCH = 0.198  # width of a base at most, in units
LETTER = 0.19  # height of its letter
STEP = 0.056  # from row to row, share of the room's height
SITE = 30  # bases before the site
CODON = 3
GAP = 0.36  # between families on the map, in units
DOT_PITCHES = np.linspace(0.075, 0.045, 31)  # radius of a ring for each member


class FamilyRows:
    """The sequences of one family, bright where they differ from the first.

    Parameters
    ----------
    lesson
        The scene; its result has ``alignment``.
    room
        What they fill.
    """

    def __init__(self, lesson: Lesson, room: Room) -> None:
        self.lesson = lesson
        texts = lesson.values("alignment.sequences")
        same = lesson.values("alignment.same")
        pitch, step = min(PITCH, room.width / len(texts[0])), STEP * room.height
        self.rows = VGroup()
        for k, text in enumerate(texts):
            pairs = list(zip(text, same[k], strict=True))
            quiet, other = (
                DnaRow("".join(b if kind == s else " " for b, s in pairs),
                       pitch=pitch, height=LETTER)
                for kind in (True, False)
            )  # fmt: skip
            row = VGroup(quiet, other)
            row.shift((step * k + 0.16 * (k > 0)) * DOWN)
            if k:
                for letters in quiet.letters:
                    letters.set_fill(opacity=theme.DIMMED)
            self.rows.add(row)
        top, low = self._gap(0) + 0.3 * UP, self._gap(-1) + 0.2 * DOWN
        self.site = DashedLine(top, low, dash_length=0.08)
        self.site.set_stroke(theme.role("ink"), theme.AXIS)
        self.peptide = VGroup(*(self._residue(i) for i in range(SITE // CODON)))
        VGroup(self.rows, self.site, self.peptide).move_to(room.middle)

    def _gap(self, k: int) -> np.ndarray:
        """Return the place of the site in row k."""
        return np.asarray(self.rows[k][0].cell(SITE - 0.5))

    def _residue(self, i: int) -> VGroup:
        """Write the amino acid of codon i over its bases."""
        first = self.rows[0][0]
        letter = self.lesson.text(f"{{alignment.peptide[{i}]}}", weight="SEMIBOLD")
        middle = first.cell(CODON * i + 1)
        letter.move_to(middle + 0.5 * UP)
        letter.shift((middle[1] + 0.36 - letter.baseline) * UP)
        left, right = first.cell(CODON * i), first.cell(CODON * i + 2)
        end = 0.06 * RIGHT
        line = Line(left + 0.2 * UP - end, right + 0.2 * UP + end)
        return VGroup(letter, line.set_stroke(theme.role("muted"), theme.AXIS))


def family_map(lesson: Lesson, room: Room) -> list[list[Kin]]:
    """Draw the largest families, each as a ring of linked dots; return their rows.

    The rings are as large as fits the room.
    """
    for pitch in DOT_PITCHES:
        rows = _in_rows(_rings(lesson, float(pitch)), room.width)
        lines = (VGroup(*row).arrange(RIGHT, buff=GAP) for row in rows)
        drawn = VGroup(*lines).arrange(DOWN, buff=GAP)
        if drawn.height <= room.height:
            break
    drawn.move_to(room.middle)
    return rows


def _rings(lesson: Lesson, pitch: float) -> list[Kin]:
    """Draw each family; the radius of its ring is a pitch times its members."""
    return [
        Kin(family.links, family.held_out, train=theme.role("train"),
            test=theme.role("validation"), radius=pitch * len(family.held_out))
        for family in lesson.values("families")
    ]  # fmt: skip


def _in_rows(rings: Sequence[Kin], width: float) -> list[list[Kin]]:
    """Part rings into rows no longer than a width."""
    rows: list[list[Kin]] = [[]]
    wide = 0.0
    for ring in rings:
        if wide + ring.width > width:
            rows.append([])
            wide = 0.0
        rows[-1].append(ring)
        wide += ring.width + GAP
    return rows
