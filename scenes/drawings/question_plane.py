"""The samples of a question in the plane of two features, and answers over it."""

from typing import Any

import numpy as np
from manim import DL, DOWN, DR, UL, UP, UR, Group, ManimColor, VGroup, VMobject

from scenes.components.class_field import ClassField
from scenes.components.field import Border, Field
from scenes.components.plot import Plot
from scenes.components.text import InLine, Label, Written
from scenes.drawings.looks import looks
from scenes.frame import theme
from scenes.frame.rooms import Room
from scenes.lesson.true_numbers import TrueNumbers

CORNERS = {2: (DL, UR), 3: (UL, DR, UR)}  # for the names of so many classes
BELOW = 0.45  # from the upper left corner, where the word at the axis is near
LINE = 0.6  # height that words over or under a picture take, in units
Words = Written | InLine


class QuestionPlane:
    """Draws samples and answers of a lesson.

    Parameters
    ----------
    lesson
        The scene.
    path
        Where in its result the :class:`~nnsim.problems.question.Question` stands.
    """

    def __init__(self, lesson: TrueNumbers, path: str = "question") -> None:
        self.lesson, self.path = lesson, path
        self.looks = looks(lesson.values(f"{path}.classes"))
        self.asked: int | None = lesson.values(f"{path}.asked")

    # --- words ----------------------------------------------------------------

    def say(self, template: str) -> str:
        """Put the question's place before the fields of a template.

        ``"{classes[0]}?"`` becomes ``"{question.classes[0]}?"``.
        """
        return template.replace("{", f"{{{self.path}.")

    def name(self, k: int, pixels: int = theme.LABEL, *, patch: bool = True) -> Label:
        """Write the name of a class in its colour."""
        return self.lesson.text(
            self.say(f"{{classes[{k}]}}"), color=self.looks[k].color, pixels=pixels,
            patch=patch,
        )  # fmt: skip

    def feature(self, k: int, longest: int | None = None, **style: Any) -> Label:
        """Write the name of a feature; its short one if it has too many letters."""
        name = self.say(f"{{features[{k}]}}")
        if longest is not None and len(self.lesson.wording(name)) > longest:
            name = self.say(f"{{short[{k}]}}")
        return self.lesson.text(name, **style)

    def unit(self, k: int, **style: Any) -> Label:
        """Write the unit of a feature."""
        return self.lesson.text(self.say(f"{{units[{k}]}}"), **style)

    def ask(self, **style: Any) -> Label:
        """Ask for the class that is asked for, in its colour."""
        assert self.asked is not None
        style = {"color": self.looks[self.asked].color, **style}
        return self.lesson.text(self.say("{asked_class}?"), **style)

    def name_at(self, plot: Plot, k: int, corner: np.ndarray) -> Label:
        """Write the name of a class into a corner of the plane."""
        name = self.name(k).set_z_index(3)
        name.move_to(plot.corner(corner), aligned_edge=corner)
        return name.shift(BELOW * DOWN) if (corner == UL).all() else name

    def names_in(self, plot: Plot) -> VGroup:
        """Write the names of all classes into the corners of the plane."""
        corners = enumerate(CORNERS[len(self.looks)])
        return VGroup(*(self.name_at(plot, k, at) for k, at in corners))

    # --- axes -----------------------------------------------------------------

    def plot(self, width: float, height: float) -> Plot:
        """Draw the axes."""
        x, y = (
            self.lesson.wording(self.say(f"{{axis_names[{axis}]}}")) for axis in (0, 1)
        )
        plane = self.lesson.values(f"{self.path}.plane")
        return Plot(*plane, x_label=x, y_label=y, width=width, height=height)

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

    # --- samples --------------------------------------------------------------

    def colours(self) -> list[ManimColor]:
        """Return the colours of the classes."""
        return [look.color for look in self.looks]

    def answer_colours(self) -> tuple[ManimColor, ManimColor]:
        """Return the colours of no and yes to the class asked for."""
        assert self.asked is not None
        yes = self.looks[self.asked].color
        if len(self.looks) > 2:
            return theme.role("muted"), yes
        return self.looks[1 - self.asked].color, yes

    def clouds(
        self, plot: Plot, rows: str | None = None, size: float = 0.065
    ) -> VGroup:
        """Draw all samples, or the rows at a path, one mobject a class."""
        points = self.lesson.values(f"{self.path}.points")
        which = np.arange(len(points)) if rows is None else self.lesson.values(rows)
        return self.clouds_at(plot, points[which], which, size)

    def clouds_at(
        self, plot: Plot, xy: np.ndarray, which: np.ndarray, size: float = 0.065
    ) -> VGroup:
        """Draw samples, rows ``which`` of the table, at other places in the plane."""
        labels = self.lesson.values(f"{self.path}.labels")[which]
        low, high = np.transpose((plot.x_range, plot.y_range))
        inside = ((low <= xy) & (xy <= high)).all(axis=1)
        return VGroup(
            *(
                plot.scatter(
                    xy[inside & (labels == k)], color=look.color, marker=look.marker,
                    size=size,
                )
                for k, look in enumerate(self.looks)
            )
        ).set_z_index(1)  # fmt: skip

    def mark(self, k: int, size: float) -> VMobject:
        """Draw the mark of a class."""
        return self.looks[k].mark(size)

    # --- answers --------------------------------------------------------------

    def answers(
        self, plot: Plot, field: str, border: str
    ) -> tuple[Field | ClassField, Border]:
        """Draw the field and the border that stand at two paths."""
        values = self.lesson.values(field)
        drawn: Field | ClassField
        if self.asked is None:
            drawn = ClassField(plot, values, self.colours())
        else:
            drawn = Field(plot, values, *self.answer_colours())
        return drawn, Border(plot, self.lesson.values(border))

    def small_map(
        self,
        plot: Plot,
        field: str,
        border: str,
        rows: str | None = None,
        size: float = 0.028,
    ) -> Group:
        """Draw field and border over a small plane, with all samples or some rows."""
        drawn, line = self.answers(plot, field, border)
        line.set_stroke(width=theme.AXIS)
        return Group(drawn, plot, line, self.clouds(plot, rows, size))

    def map_of(self, plot: Plot, path: str, rows: str) -> Group:
        """Draw what has a field and a border at a path over a small plane."""
        return self.small_map(plot, f"{path}.field", f"{path}.border", rows, 0.045)
