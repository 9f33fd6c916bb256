"""The penguins of known sex in the plane of bill length and body mass."""

import numpy as np
from manim import DL, UP, UR, Group, ManimColor, VGroup, VMobject

from scenes.components.field import Border, Field
from scenes.components.plot import Plot, draw_marker
from scenes.components.text import InLine, Label, Written
from scenes.frame import theme
from scenes.frame.rooms import Room
from scenes.lesson.true_numbers import TrueNumbers

SEXES = ("female", "male")
ROLES = ("class_a", "class_b")
MARKERS = ("circle", "square")
LINE = 0.6  # height that words over or under a picture take, in units
Words = Written | InLine


class SexPlane:
    """Draws birds and maps of a lesson.

    Parameters
    ----------
    lesson
        The scene; its result has ``measured`` (n_birds, 2), ``is_male`` (n_birds,)
        and ``plane``.
    """

    def __init__(self, lesson: TrueNumbers) -> None:
        self.lesson = lesson

    def plot(self, width: float, height: float) -> Plot:
        """Draw the axes."""
        return Plot(
            *self.lesson.values("plane"), x_label="bill length (mm)",
            y_label="body mass (g)", width=width, height=height,
        )  # fmt: skip

    def bare_plot(self, width: float, height: float) -> Plot:
        """Draw the axes without ticks and words, for a small picture."""
        plot = self.plot(width, height)
        plot.remove(plot.ticks, plot.x_label, plot.y_label)
        return plot

    def small_plane(
        self, room: Room, over: Words | None = None, under: Words | None = None
    ) -> Plot:
        """Draw bare axes as large as a room leaves beside words over and under them."""
        inner = room.inside(
            top=LINE * (over is not None), bottom=LINE * (under is not None)
        )
        plot = self.bare_plot(inner.width, inner.height).move_to(inner.middle)
        for words, y in ((over, inner.top + 0.3), (under, inner.bottom - 0.45)):
            if words is not None:
                words.set_x(plot.get_x()).shift((y - words.baseline) * UP)
        return plot

    def colours(self) -> tuple[ManimColor, ManimColor]:
        """Return the colours of female and male."""
        female, male = (theme.role(role) for role in ROLES)
        return female, male

    def clouds(self, plot: Plot, rows: str, size: float = 0.065) -> VGroup:
        """Draw the birds in the rows that stand at a path, one mobject a sex."""
        which = self.lesson.values(rows)
        return self.clouds_at(plot, self.lesson.values("measured")[which], which, size)

    def clouds_at(
        self, plot: Plot, xy: np.ndarray, which: np.ndarray, size: float = 0.065
    ) -> VGroup:
        """Draw birds, rows ``which`` of the table, at other places in the plane."""
        is_male = self.lesson.values("is_male")[which]
        low, high = np.transpose((plot.x_range, plot.y_range))
        inside = ((low <= xy) & (xy <= high)).all(axis=1)
        return VGroup(
            *(
                plot.scatter(
                    xy[inside & (is_male == sex)], color=color, marker=mark, size=size
                )
                for sex, color, mark in zip(
                    (False, True), self.colours(), MARKERS, strict=True
                )
            )
        ).set_z_index(1)

    def names_in(self, plot: Plot) -> VGroup:
        """Write the two sexes into the corners of the plane."""
        names = VGroup(*(self.name(sex) for sex in range(2))).set_z_index(3)
        for name, corner in zip(names, (DL, UR), strict=True):
            name.move_to(plot.corner(corner), aligned_edge=corner)
        return names

    def name(self, sex: int) -> Label:
        """Write a sex in its colour."""
        color = theme.role(ROLES[sex])
        return self.lesson.text(SEXES[sex], color=color, patch=True)

    def mark(self, sex: int, size: float) -> VMobject:
        """Draw the mark of a sex."""
        mark = draw_marker(MARKERS[sex], size).set_stroke(width=0)
        return mark.set_fill(theme.role(ROLES[sex]), 1)

    def answers(self, plot: Plot, path: str) -> tuple[Field, Border]:
        """Draw field and border of what has both, such as a remedy."""
        field = Field(plot, self.lesson.values(f"{path}.field"), *self.colours())
        return field, Border(plot, self.lesson.values(f"{path}.border"))

    def small_map(self, plot: Plot, path: str, rows: str) -> Group:
        """Draw field and border over a small plane, with birds."""
        field, border = self.answers(plot, path)
        border.set_stroke(width=theme.AXIS)
        return Group(field, plot, border, self.clouds(plot, rows, 0.045))
