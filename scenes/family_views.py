"""Relatives on screen: one family side by side, many families as linked dots."""

import numpy as np
from manim import DOWN, RIGHT, UP, DashedLine, Line, VGroup

from scenes import theme
from scenes.components.kin import Kin
from scenes.components.sequence import DnaRow
from scenes.lesson import Lesson

PITCH = 0.198  # width of a base, in units
STEP = 0.285  # from row to row, in units
SITE = 30  # bases before the site
CODON = 3
WIDE, GAP = 12.6, 0.36  # of the map of families, and between them, in units
MIDDLE = 0.75 * UP  # of the map
DOT_PITCH = 0.056  # radius of a family's ring for each member, in units


class FamilyRows:
    """The sequences of one family, bright where they differ from the first.

    Parameters
    ----------
    lesson
        The scene; its result has ``alignment``.
    """

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        texts = lesson.values("alignment.sequences")
        same = lesson.values("alignment.same")
        self.rows = VGroup()
        for k, text in enumerate(texts):
            y = (1.85 - STEP * k - 0.16 * (k > 0)) * UP
            pairs = list(zip(text, same[k], strict=True))
            quiet = DnaRow("".join(b if s else " " for b, s in pairs), pitch=PITCH)
            other = DnaRow("".join(" " if s else b for b, s in pairs), pitch=PITCH)
            row = VGroup(quiet, other).move_to(y)
            if k:
                for letters in quiet.letters:
                    letters.set_fill(opacity=theme.DIMMED)
            self.rows.add(row)
        top, low = self._gap(0) + 0.3 * UP, self._gap(-1) + 0.2 * DOWN
        self.site = DashedLine(top, low, dash_length=0.08)
        self.site.set_stroke(theme.role("ink"), theme.AXIS)
        self.peptide = VGroup(*(self._residue(i) for i in range(SITE // CODON)))

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


def family_map(lesson: Lesson) -> list[list[Kin]]:
    """Draw the largest families, each as a ring of linked dots; return their rows."""
    families = lesson.values("families")
    rings = [
        Kin(family.links, family.held_out, train=theme.role("train"),
            test=theme.role("validation"), radius=DOT_PITCH * len(family.held_out))
        for family in families
    ]  # fmt: skip
    rows: list[list[Kin]] = [[]]
    wide = 0.0
    for ring in rings:
        if wide + ring.width > WIDE:
            rows.append([])
            wide = 0.0
        rows[-1].append(ring)
        wide += ring.width + GAP
    lines = (VGroup(*row).arrange(RIGHT, buff=GAP) for row in rows)
    VGroup(*lines).arrange(DOWN, buff=GAP).move_to(MIDDLE)
    return rows
