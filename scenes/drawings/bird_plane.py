"""Penguins of three species in the plane of their bills, and models over them."""

from typing import Any

from manim import (
    DOWN,
    DR,
    RIGHT,
    UL,
    UP,
    UR,
    Group,
    ManimColor,
    VGroup,
    VMobject,
)

from scenes.components.class_field import ClassField
from scenes.components.field import Border
from scenes.components.plot import Plot, draw_marker
from scenes.components.table import Table
from scenes.components.text import InLine, Label, Written
from scenes.frame import theme
from scenes.lesson.true_numbers import TrueNumbers

ROLES = ("class_a", "class_b", "class_c")
MARKERS = ("circle", "square", "triangle")
COLUMNS = ("bill length", "bill depth")


class BirdPlane:
    """Draws birds and models of a lesson whose result has ``X``, ``species`` … .

    Parameters
    ----------
    lesson
        The scene; its result has ``X`` (n_birds, 2), ``species`` (n_birds,),
        ``names`` (3,), ``n_birds``, ``n_each`` (3,) and ``plane``.
    """

    def __init__(self, lesson: TrueNumbers) -> None:
        self.lesson = lesson

    def plot(self, width: float, height: float) -> Plot:
        """Draw the axes."""
        x, y = (f"{name} (mm)" for name in COLUMNS)
        plane = self.lesson.values("plane")
        return Plot(*plane, x_label=x, y_label=y, width=width, height=height)

    def bare_plot(self, width: float, height: float) -> Plot:
        """Draw the axes without ticks and words, for a small picture."""
        plot = self.plot(width, height)
        plot.remove(plot.ticks, plot.x_label, plot.y_label)
        return plot

    def clouds(self, plot: Plot, size: float = 0.065) -> list[VMobject]:
        """Draw all birds, one mobject a species."""
        X, species = self.lesson.values("X"), self.lesson.values("species")
        looks = zip(self.colours(), MARKERS, strict=True)
        return [
            plot.scatter(X[species == k], color=color, marker=marker, size=size)
            for k, (color, marker) in enumerate(looks)
        ]

    def colours(self) -> list[ManimColor]:
        """Return the colours of the species."""
        return [theme.role(role) for role in ROLES]

    def name(self, k: int, pixels: int = theme.LABEL) -> Label:
        """Write the name of a species in its colour."""
        color = theme.role(ROLES[k])
        return self.lesson.text(
            f"{{names[{k}]}}", color=color, pixels=pixels, patch=True
        )

    def names_in(self, plot: Plot) -> VGroup:
        """Write the names of the species into the corners of the plane."""
        names = VGroup(*(self.name(k) for k in range(3))).set_z_index(3)
        for name, corner in zip(names, (UL, DR, UR), strict=True):
            name.move_to(plot.corner(corner), aligned_edge=corner)
        names[0].shift(0.45 * DOWN)
        return names

    def mark(self, k: int, size: float) -> VMobject:
        """Draw the mark of a species."""
        mark = draw_marker(MARKERS[k], size).set_stroke(width=0)
        return mark.set_fill(theme.role(ROLES[k]), 1)

    def census(self) -> VGroup:
        """Write how many birds there are of each species, beside its mark."""
        body: dict[str, Any] = {"pixels": theme.BODY}
        write, text = self.lesson.number, self.lesson.text
        rows: list[list[Written]] = [
            [write("n_birds", "d", **body), text("penguins", **body)]
        ]
        for k in range(3):
            rows.append([write(f"n_each[{k}]", "d", **body), self.name(k, theme.BODY)])
        table = Table(rows, pitch=0.75, head=0.2)
        right, left = table[0][0].get_right()[0], table[0][1].get_left()[0]
        for number, name in rows:
            number.shift((right - number.glyphs.get_right()[0]) * RIGHT)
            name.shift((left - name.glyphs.get_left()[0]) * RIGHT)
        marks = VGroup(*(self.mark(k, 0.13) for k in range(3)))
        for mark, row in zip(marks, table[1:], strict=True):
            mark.move_to(row[0]).set_x(table.get_left()[0] - 0.4)
        return VGroup(table, marks)

    def small_map(self, plot: Plot, field: str, border: str) -> Group:
        """Draw what a model answers over a small plane."""
        answers = ClassField(plot, self.lesson.values(field), self.colours())
        line = Border(plot, self.lesson.values(border)).set_stroke(width=theme.AXIS)
        return Group(answers, plot, line, *self.clouds(plot, 0.028))

    def key_rows(self, k: int, *, last: bool) -> VGroup:
        """Write question k of a tree and where its two answers lead, all at zero."""
        lesson = self.lesson
        question = InLine(
            lesson.text(COLUMNS[lesson.values(f"questions[{k}].column")]),
            lesson.text("≤"),
            lesson.number(f"questions[{k}].threshold", ".2f"),
            lesson.text("mm?"),
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
        name = self.name(k)
        line = self._beside(answer, name)
        return line.add(self.mark(k, 0.11).next_to(name.glyphs, RIGHT, buff=0.2))

    def _beside(self, answer: str, words: Label) -> VGroup:
        """Write words beside an answer, all answers' words one below the other."""
        label = self.lesson.text(answer)
        for part, x in ((label, 0.0), (words, 0.65)):
            left = part.glyphs.get_left()[0]
            part.shift((x - left) * RIGHT - part.baseline * UP)
        return VGroup(label, words)
