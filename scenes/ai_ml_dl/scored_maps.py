"""Maps of four models, then their scores along them: below, or beside if tall."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from manim import (
    DL,
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Circle,
    FadeIn,
    Group,
    Line,
    ManimColor,
    VGroup,
)

from scenes.components.plot import Plot
from scenes.components.text import Label
from scenes.drawings.question_plane import QuestionPlane
from scenes.frame import rooms, shapes, theme
from scenes.lesson.lesson import Lesson
from scenes.lesson.lines import MEAN_SD

Place = Callable[[float, float], np.ndarray]  # where a model's score is on screen
MODELS = (  # name, field, border
    ("line", "line_field", "line_border"),
    ("tree", "tree_field", "tree_border"),
    ("forest", "forest_fields[-1]", "forest_borders[-1]"),
    ("network", "fields[-1]", "borders[-1]"),
)
NAMED = 0.24  # from an axis to the names along it
APART = 0.35  # from map to map
NAME = 0.5  # from the foot of a map to the line on which its name stands
AXIS = 0.75  # what the ticks of an upright axis take at the left
LOWEST, HIGHEST = 87, 100  # % right; from lower on if a model does worse


class ScoredMaps:
    """What four models answer over the plane of the birds, and how often rightly.

    Parameters
    ----------
    lesson
        The scene; its result has the fields of ``MODELS``, ``two`` and ``four``.
    plane
        Draws the birds.
    """

    def __init__(self, lesson: Lesson, plane: QuestionPlane) -> None:
        self.lesson, self.plane = lesson, plane
        self.room = rooms.whole().inside(left=AXIS, right=0.28)
        self.maps: list[Group] = []
        self.names: list[Label] = []
        self.lowest = float(LOWEST)  # of the axis of the scores, % right

    def _lowest(self) -> float:
        """Return where the axis of the scores starts: below all that is drawn, in %."""
        least = min(
            self.lesson.values(f"{path}.mean") - self.lesson.values(f"{path}.sd")
            for number in ("two", "four")
            for path in (f"{number}['{name}']" for name, *_ in MODELS)
        )
        return float(max(min(LOWEST, np.floor(100 * least) - 1), 0))

    def draw(self) -> None:
        """Show the maps one by one, side by side or in two rows."""
        room = self.room.inside(bottom=0.6)
        n_rows = 1 if room.width > 2 * room.height else 2
        rows = room.rows(*n_rows * [1], gap=APART)
        places = [place for row in rows for place in _columns(row, 4 // n_rows)]
        for (words, field, border), place in zip(MODELS, places, strict=True):
            height = min(1.1 * place.width, place.height - 0.7, 2.1 * n_rows)
            plot = self.plane.bare_plot(place.width, height)
            plot.move_to(place.middle + 0.35 * UP)
            name = self.lesson.text(words, pixels=theme.BODY).next_to(plot, DOWN)
            name.shift((plot.get_bottom()[1] - NAME - name.baseline) * UP)
            picture = self.plane.small_map(plot, field, border)
            picture[3].set_z_index(0)
            self.lesson.play(FadeIn(picture, name), run_time=0.6)
            self.maps.append(picture)
            self.names.append(name)

    def score(self) -> None:
        """Make room for axes along the maps, and show the scores in them."""
        keys = [
            VGroup(_dot(theme.role(fill)), self.lesson.text(words)).arrange(buff=0.15)
            for fill, words in (
                ("paper", "from the bill"),
                ("ink", "from all four measurements"),
            )
        ]
        about = self.lesson.paragraph(
            f"birds held out: {MEAN_SD} of {{n_parts}} {{n_parts:plural(part)}}",
            color=theme.role("muted"),
        )
        legend = VGroup(VGroup(*keys).arrange(buff=0.6), about).arrange(DOWN, buff=0.18)
        legend.next_to(rooms.whole().edge(DOWN), UP, buff=0)
        self.lowest = self._lowest()
        room = self.room._replace(bottom=legend.get_top()[1] + 0.2)
        is_tall = shapes.current().is_tall
        plot, at = self._beside(room) if is_tall else self._below(room)
        self.lesson.play(FadeIn(plot, about))
        for key, number, offset in zip(
            keys, ("two", "four"), (-0.3, 0.08), strict=True
        ):
            marks = [
                self._mark(at, k + offset, f"{number}['{name}']")
                for k, (name, *_) in enumerate(MODELS)
            ]
            self.lesson.play(FadeIn(key, *marks))

    def _below(self, room: rooms.Room) -> tuple[Plot, Place]:
        """Move the maps to the top; draw axes for scores in columns below them."""
        places, moves = _columns(room, 4), list[Any]()
        width = places[0].width
        height = self.maps[0].height * width / self.maps[0].width
        line = float(room.top - height - NAME)
        for picture, name, place in zip(self.maps, self.names, places, strict=True):
            small = picture.animate.scale(width / picture.width)
            moves.append(small.move_to(place.edge(UP), aligned_edge=UP))
            right = place.middle[0] - name.get_center()[0]
            up = line - name.baseline
            moves.append(name.animate.shift(right * RIGHT + up * UP))
        self.lesson.play(*moves)
        plot = Plot(
            (-0.5, 3.5), (self.lowest, HIGHEST), x_ticks=(),
            x_label="model", y_label="right (%)", width=4 * (width + APART),
            height=line - 0.45 - room.bottom,
        )  # fmt: skip
        plot.remove(plot.x_label)
        plot.shift(places[0].edge(DOWN) - plot.at(0, self.lowest))
        return plot, plot.at

    def _beside(self, room: rooms.Room) -> tuple[Plot, Place]:
        """Move the maps to the left; draw axes for scores in rows beside them."""
        room = room.inside(left=-AXIS, bottom=0.9, right=0.72)  # no axis, but numbers
        left, right = room.columns(1, 2, gap=0.3)
        plot = Plot(
            (self.lowest, HIGHEST), (3.5, -0.5), y_ticks=(),
            x_label="right (%)", y_label="model", width=right.width,
            height=right.height,
        )  # fmt: skip
        plot.remove(plot.y_label).shift(right.edge(DL) - plot.at(self.lowest, 3.5))
        moves = list[Any]()
        rows = right.rows(*4 * [1], gap=APART)
        for k, (picture, name) in enumerate(zip(self.maps, self.names, strict=True)):
            size = min(left.width / picture.width, rows[k].height / picture.height)
            place = np.array([left.middle[0], rows[k].middle[1], 0])
            moves.append(picture.animate.scale(size).move_to(place))
            beside = plot.at(self.lowest, k - 0.33) + NAMED * RIGHT
            moves.append(name.animate.move_to(beside, aligned_edge=LEFT))
        self.lesson.play(*moves)
        return plot, lambda model, share: plot.at(share, model + 0.27)

    def _mark(self, at: Place, x: float, path: str) -> VGroup:
        """Draw a mean with its spread, and write the mean beside it."""
        mean, spread = (self.lesson.values(f"{path}.{part}") for part in ("mean", "sd"))
        low, high = max(mean - spread, 0), min(mean + spread, 1)
        bar = Line(at(x, 100 * low), at(x, 100 * high))
        bar.set_stroke(theme.role("ink"), theme.EDGE)
        dot = _dot(theme.role("ink" if path.startswith("four") else "paper"))
        mark = VGroup(bar, dot.move_to(at(x, 100 * mean)))
        number = self.lesson.number(f"{path}.mean", ".1%", pixels=theme.LABEL)
        number.next_to(mark, RIGHT, buff=0.12).set_y(dot.get_y())
        return mark.add(number)


def _columns(room: rooms.Room, n: int) -> Sequence[rooms.Room]:
    """Return the rooms of n maps side by side."""
    return room.columns(*n * [1], gap=APART)


def _dot(fill: ManimColor) -> Circle:
    """Draw the mark of a mean."""
    return Circle(0.1).set_stroke(theme.role("ink"), theme.EDGE).set_fill(fill, 1)
