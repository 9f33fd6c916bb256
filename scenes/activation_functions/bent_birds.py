"""Activation functions side by side, with three birds on each and their values."""

from typing import Any, NamedTuple

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup

from scenes.components.dashes import dashes
from scenes.components.plot import Plot
from scenes.components.text import Written
from scenes.drawings.question_plane import QuestionPlane
from scenes.frame import rooms, shapes, theme
from scenes.frame.rooms import Room
from scenes.lesson.lines import Lines

FORMULAS = ("a = max(0, z)", "a = 1 / (1 + e^(-z))", "a = tanh(z)")
BELOW = 0.1  # of a row's middle stands its baseline


class Places(NamedTuple):
    """Where a head, a plot and rows stand: those for letters, then for each bird."""

    head: Room
    plot: Room
    rows: list[Room]


def places(part: Room) -> Places:
    """Cut a column into head, plot and rows; or put the plot of a band beside them."""
    if shapes.current().is_tall:
        plot, beside = part.columns(1.35, 1)
        head, rows = beside.rows(0.9, 1.8, gap=0.0)
    else:
        head, plot, rows = part.rows(0.8, 3.2, 1.8, gap=0.0)
    return Places(head, plot, rows.rows(1, 1, 1, 1, gap=0.0))


def stand(part: Written, at: Room) -> Written:
    """Let a word or a number stand on the line of a row."""
    return part.shift((at.middle[1] - BELOW - part.baseline) * UP)


class BentBirds:
    """What is drawn of the three activations.

    Parameters
    ----------
    lesson
        The scene; its result has ``z`` (3,) of the birds and ``bends``.
    """

    def __init__(self, lesson: Lines) -> None:
        self.lesson, self.question = lesson, QuestionPlane(lesson)
        self.z = lesson.values("z")
        first, *others = rooms.whole().parts(2.6, 3.1, 3.1, 3.1, gap=0.2)
        self.first, self.places = places(first), [places(part) for part in others]
        self.axes = [self._axes(k) for k in range(3)]
        self.curves = VGroup(
            *(
                plot.curve(
                    *lesson.values(f"bends[{k}].points").T, color=theme.role("ink")
                ).set_z_index(1)
                for k, plot in enumerate(self.axes)
            )
        )
        self.heads = [self._head(k) for k in range(3)]
        self.marks = [self._marks(k) for k in range(3)]
        self.birds = VGroup(*(self._bird(i) for i in range(3)))
        letter = lesson.formula("z").move_to(self.first.rows[0].middle)
        self.birds.add(letter.set_x(self.first.rows[0].right - 0.25))
        self.chain = lesson.column(
            lesson.text("three birds, one neuron", color=theme.role("muted")),
            lesson.formula("z = W x + b"),
            lesson.formula("a = f(z)"),
            buff=0.35,
        )
        self.chain.move_to(self.first.plot.edge(LEFT), aligned_edge=LEFT)

    def _axes(self, k: int) -> Plot:
        """Draw the axes of one activation."""
        z, a = self.lesson.values(f"bends[{k}].points").T
        low = min(0.0, np.floor(a.min()))
        room = self.places[k].plot
        ticks = (low, 0, 1) if low else ((0, 2, 4) if a.max() > 2 else (0, 1))
        return Plot(
            (z[0], z[-1]), (low, max(a.max(), 1.0)), x_label="z", y_label="a",
            width=room.width - 0.6, height=room.height - 1.3,
            x_ticks=(-5, 0, 5), y_ticks=ticks,
        ).move_to(room.middle)  # fmt: skip

    def _head(self, k: int) -> VGroup:
        """Write the name and the formula of one activation."""
        name = self.lesson.text(f"{{bends[{k}].name}}", weight="SEMIBOLD")
        formula = self.lesson.formula(FORMULAS[k], pixels=32)
        head, room = VGroup(name, formula), self.places[k].head
        head.arrange(RIGHT, buff=0.3)
        if head.width > room.width:
            head.arrange(DOWN, buff=0.1)
        return head.move_to(room.middle)

    def _marks(self, k: int) -> VGroup:
        """Put the three birds on a curve."""
        a = self.lesson.values(f"bends[{k}].a")
        return VGroup(
            *(
                self.question.looks[i]
                .spot(0.13)
                .move_to(self.axes[k].at(self.z[i], a[i]))
                for i in range(3)
            )
        )

    def _bird(self, i: int) -> VGroup:
        """Write a bird's name and its z at the left."""
        row = self.first.rows[1 + i]
        name = self.question.name(i, patch=False)
        value = self.lesson.number(f"z[{i}]", "+.1f")
        mark = self.question.looks[i].spot(0.11).move_to(row.edge(LEFT) + 0.25 * RIGHT)
        name.next_to(mark, RIGHT, buff=0.15)
        value.move_to(row.edge(RIGHT), aligned_edge=RIGHT)
        return VGroup(mark, stand(name, row), stand(value, row))

    def middle(self, k: int) -> float:
        """Return where the rows of one activation stand: under the axis or beside."""
        if shapes.current().is_tall:
            return float(self.places[k].rows[0].middle[0])
        return float(self.axes[k].x_axis.get_x())

    def rows_of(self, field: str, specs: tuple[str, str, str]) -> VGroup:
        """Write a value of every bird under each curve."""
        numbers = VGroup()
        for k in range(3):
            for i in range(3):
                row = self.places[k].rows[1 + i]
                number = self.lesson.number(f"bends[{k}].{field}[{i}]", specs[k])
                numbers.add(stand(number.set_x(self.middle(k)), row))
                if shapes.current().is_tall:
                    mark = self.question.looks[i].spot(0.09).move_to(row.middle)
                    numbers.add(mark.set_x(self.middle(k) - 0.75))
        return numbers

    def over_rows(self, letter: str, **style: Any) -> VGroup:
        """Write what the rows hold, once under each curve."""
        return VGroup(
            *(
                self.lesson.formula(letter, **style)
                .move_to(self.places[k].rows[0].middle)
                .set_x(self.middle(k))
                for k in range(3)
            )
        )

    def slopes(self) -> VGroup:
        """Draw the slope of each activation, dashed."""
        pink = theme.role("gradient")
        return VGroup(
            *(
                dashes(
                    plot.curve(*self.lesson.values(f"bends[{k}].slopes").T, color=pink),
                    28,
                ).set_z_index(2)
                for k, plot in enumerate(self.axes)
            )
        )

    def to_slopes(self) -> list[Any]:
        """Move each bird from the curve to its slope."""
        moves = []
        for k, (plot, marks) in enumerate(zip(self.axes, self.marks, strict=True)):
            slope = self.lesson.values(f"bends[{k}].slope")
            for i, mark in enumerate(marks):
                moves.append(mark.animate.move_to(plot.at(self.z[i], slope[i])))
        return moves
