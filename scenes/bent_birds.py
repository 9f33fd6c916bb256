"""Activation functions side by side, with three birds on each and their values."""

from typing import Any

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, DashedVMobject, VGroup

from scenes import theme
from scenes.components.plot import Plot
from scenes.species import ROLES, SPECIES, species_mark
from scenes.true_numbers import TrueNumbers

FORMULAS = ("a = max(0, z)", "a = 1 / (1 + e^(-z))", "a = tanh(z)")
XS = (-1.75, 1.75, 5.0)  # middles of the plots
FIRST_ROW, PITCH = -1.75, 0.45  # heights of the rows under them
BELOW = 0.1  # of a row's middle stands its baseline


class BentBirds:
    """What is drawn of the three activations.

    Parameters
    ----------
    lesson
        The scene; its result has ``z`` (3,) of the birds and ``bends``.
    """

    def __init__(self, lesson: TrueNumbers) -> None:
        self.lesson = lesson
        self.z = lesson.values("z")
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
        self.birds.add(lesson.formula("z").move_to((-4.1, FIRST_ROW + PITCH, 0.0)))
        self.chain = VGroup(
            lesson.text("three birds, one neuron", color=theme.role("muted")),
            lesson.formula("z = W x + b"),
            lesson.formula("a = f(z)"),
        ).arrange(DOWN, buff=0.35, aligned_edge=LEFT)
        self.chain.move_to(6.4 * LEFT + UP, aligned_edge=LEFT)

    def _axes(self, k: int) -> Plot:
        """Draw the axes of one activation."""
        z, a = self.lesson.values(f"bends[{k}].points").T
        low = min(0.0, np.floor(a.min()))
        ticks = (low, 0, 1) if low else ((0, 2, 4) if a.max() > 2 else (0, 1))
        return Plot(
            (z[0], z[-1]), (low, max(a.max(), 1.0)), x_label="z", y_label="a",
            width=2.75, height=2.0, x_ticks=(-5, 0, 5), y_ticks=ticks,
        ).move_to(XS[k] * RIGHT + 0.7 * UP)  # fmt: skip

    def _head(self, k: int) -> VGroup:
        """Write the name and the formula of one activation."""
        name = self.lesson.text(f"{{bends[{k}].name}}", weight="SEMIBOLD")
        formula = self.lesson.formula(FORMULAS[k], pixels=32)
        head = VGroup(name, formula).arrange(RIGHT, buff=0.3)
        return head.move_to(XS[k] * RIGHT + 2.55 * UP)

    def _marks(self, k: int) -> VGroup:
        """Put the three birds on a curve."""
        a = self.lesson.values(f"bends[{k}].a")
        return VGroup(
            *(
                species_mark(i, 0.13).move_to(self.axes[k].at(self.z[i], a[i]))
                for i in range(3)
            )
        )

    def _bird(self, i: int) -> VGroup:
        """Write a bird's name and its z at the left."""
        middle = FIRST_ROW - PITCH * i
        name = self.lesson.text(SPECIES[i], color=theme.role(ROLES[i]))
        value = self.lesson.number(f"z[{i}]", "+.1f")
        name.move_to(6.05 * LEFT, aligned_edge=LEFT)
        value.move_to(3.75 * LEFT, aligned_edge=RIGHT)
        for part in (name, value):
            part.shift((middle - BELOW - part.baseline) * UP)
        mark = species_mark(i, 0.11).move_to(6.3 * LEFT + middle * UP)
        return VGroup(mark, name, value)

    def rows_of(self, field: str, specs: tuple[str, str, str]) -> VGroup:
        """Write a value of every bird under each curve."""
        numbers = VGroup()
        for k, plot in enumerate(self.axes):
            x = plot.x_axis.get_center()[0]
            for i in range(3):
                number = self.lesson.number(f"bends[{k}].{field}[{i}]", specs[k])
                number.move_to(x * RIGHT)
                row = FIRST_ROW - PITCH * i - BELOW
                numbers.add(number.shift((row - number.baseline) * UP))
        return numbers

    def over_rows(self, letter: str, **style: Any) -> VGroup:
        """Write what the rows hold, once under each curve."""
        return VGroup(
            *(
                self.lesson.formula(letter, **style).move_to(
                    plot.x_axis.get_center()[0] * RIGHT + (FIRST_ROW + PITCH) * UP
                )
                for plot in self.axes
            )
        )

    def slopes(self) -> VGroup:
        """Draw the slope of each activation, dashed."""
        pink = theme.role("gradient")
        return VGroup(
            *(
                DashedVMobject(
                    plot.curve(*self.lesson.values(f"bends[{k}].slopes").T, color=pink),
                    num_dashes=28,
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
