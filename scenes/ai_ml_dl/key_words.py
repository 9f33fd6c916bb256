"""What is written about the birds: how many there are, and a tree's questions."""

from typing import Any

from manim import RIGHT, UP, VGroup

from scenes.components.table import Table
from scenes.components.text import InLine, Label, Written
from scenes.drawings.question_plane import QuestionPlane
from scenes.frame import theme


class KeyWords:
    """Writes census and identification key.

    Parameters
    ----------
    plane
        Draws the birds; the lesson's result has ``n_birds``, ``n_each``,
        ``questions`` and ``leaves`` as well.
    """

    def __init__(self, plane: QuestionPlane) -> None:
        self.plane, self.lesson = plane, plane.lesson

    def census(self) -> VGroup:
        """Write how many birds there are of each species, beside its mark."""
        body: dict[str, Any] = {"pixels": theme.BODY}
        write, plane = self.lesson.number, self.plane
        everyone = self.lesson.text(plane.say("{population}"), **body)
        rows: list[list[Written]] = [[write("n_birds", "d", **body), everyone]]
        for k in range(len(plane.looks)):
            count = write(f"n_each[{k}]", "d", **body)
            rows.append([count, plane.name(k, theme.BODY)])
        table = Table(rows, pitch=0.75, head=0.2)
        right, left = table[0][0].get_right()[0], table[0][1].get_left()[0]
        for number, name in rows:
            number.shift((right - number.glyphs.get_right()[0]) * RIGHT)
            name.shift((left - name.glyphs.get_left()[0]) * RIGHT)
        marks = VGroup(*(plane.mark(k, 0.13) for k in range(len(plane.looks))))
        for mark, row in zip(marks, table[1:], strict=True):
            mark.move_to(row[0]).set_x(table.get_left()[0] - 0.4)
        return VGroup(table, marks)

    def rows(self, k: int, *, last: bool) -> VGroup:
        """Write question k of a tree and where its two answers lead, all at zero."""
        lesson, plane = self.lesson, self.plane
        column = lesson.values(f"questions[{k}].column")
        question = InLine(
            plane.feature(column),
            lesson.text("≤"),
            lesson.number(f"questions[{k}].threshold", ".2f"),
            lesson.text(plane.say(f"{{units[{column}]}}?")),
        )
        question.shift(-question.baseline * UP - question.get_left() * [1, 0, 0])
        yes = self._leads_to("yes:", lesson.values(f"leaves[{k}].answer"))
        if last:
            no = self._leads_to("no:", lesson.values(f"leaves[{k + 1}].answer"))
        else:
            muted = theme.role("muted")
            no = self._beside("no:", lesson.text("next question", color=muted))
        return VGroup(question, yes, no)

    def _leads_to(self, answer: str, k: int) -> VGroup:
        """Write that an answer leads to a species."""
        name = self.plane.name(k)
        line = self._beside(answer, name)
        return line.add(self.plane.mark(k, 0.11).next_to(name.glyphs, RIGHT, buff=0.2))

    def _beside(self, answer: str, words: Label) -> VGroup:
        """Write words beside an answer, all answers' words one below the other."""
        label = self.lesson.text(answer)
        for part, x in ((label, 0.0), (words, 0.65)):
            left = part.glyphs.get_left()[0]
            part.shift((x - left) * RIGHT - part.baseline * UP)
        return VGroup(label, words)
