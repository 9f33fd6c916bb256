"""Maps of the loss of a line over weight and bias, and what walks over them."""

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Circle, Group, Line, VGroup

from scenes.components.contours import Contours, Guide
from scenes.components.fan import Fan
from scenes.components.plot import Plot
from scenes.components.text import InLine, Written
from scenes.components.trail import Trail
from scenes.frame import rooms, shapes, theme
from scenes.frame.rooms import Room
from scenes.lesson.lines import Lines

NO_GUIDE: Guide = ((-1e6, -1e6), (-1e6, -2e6))  # leads past all lines: none is named
LINE = 0.45  # from line to line of what is written under a map, in units
BESIDE = 0.6  # from line to line of what is written beside a map
WORDS = 3.8  # width of the steps and the loss of a pass on one line, in units
BELOW = 1.25  # from the foot of a map to the first of them


def line_map(lesson: Lines, plane: str, shape: str, room: Room) -> Plot:
    """Draw axes of weight and bias.

    ``plane`` is a path in the result, ``shape`` that of a plane of which both axes
    have the same scale.
    """
    room = rooms.true_room(room, true_ratio(lesson, shape))
    return Plot(
        *lesson.values(plane), x_label="weight w", y_label="bias b",
        **rooms.plot_size(room),
    ).stand(rooms.origin(room))  # fmt: skip


def true_ratio(lesson: Lines, plane: str) -> float:
    """Return the height over the width that gives both axes the same scale."""
    across, up = np.ptp(lesson.values(plane), axis=1)
    return float(up / across)


def lowest_point(plot: Plot, at: np.ndarray) -> Circle:
    """Draw a ring where the loss is least."""
    ring = Circle(radius=0.13).set_stroke(theme.role("loss"), theme.CURVE)
    return ring.move_to(plot.at(*at)).set_z_index(2)


def write_at(line: Written | InLine, middle: float, y: float) -> None:
    """Move words so that they stand on a height, around a middle."""
    line.set_x(middle)
    line.shift((y - line.baseline) * UP)


def write_below(line: Written | InLine, plot: Plot, k: float) -> None:
    """Write a line under a map; 0 is the first."""
    middle, foot, _ = plot.x_axis.get_center()
    write_at(line, float(middle), float(foot) - BELOW - k * LINE)


class UnitPanel:
    """The loss in one unit of length, and the walk to its bottom.

    Parameters
    ----------
    lesson
        The scene; its result is that of :mod:`nnsim.experiments.gradient_descent`.
    field
        Of the result: ``"as_measured"`` or ``"standardised"``.
    words
        The unit, over the map.
    room
        Of map and words.
    """

    def __init__(self, lesson: Lines, field: str, words: str, room: Room) -> None:
        values = lesson.values
        # A tall frame has room for a long line under the map, not for a third one.
        self.n_lines = 2 if shapes.current().is_tall else 3
        side = room.inside(bottom=self.n_lines * LINE - 0.1)
        self.words: Room | None = None  # below the map
        if room.width > 2 * room.height:
            side, self.words = room.columns(1, 1)
        self.plot = line_map(lesson, f"{field}.plane", "standardised.plane", side)
        contours = Contours(
            self.plot, values(f"{field}.heights"), values(f"{field}.levels"),
            guide=NO_GUIDE,
        )  # fmt: skip
        lowest = lowest_point(self.plot, values(f"{field}.minimum"))
        middle = float(self.plot.x_axis.get_x())
        head = lesson.text(words, weight="SEMIBOLD")
        write_at(head, middle, self.plot.y_label.baseline)
        self.frame = Group(self.plot, contours, lowest, head)
        self.n_shown = values(f"{field}.n_shown")
        points = values(f"{field}.points")
        self.trail = Trail(self.plot, points, color=theme.role("ink"))
        if self.n_shown > 1:  # many steps on nearly the same way
            self.trail.line.set_stroke(width=1.5)
        self.shape = InLine(
            lesson.text("condition number"),
            lesson.number(f"{field}.condition_number", ",.0f", pixels=theme.BODY),
        )
        self.steps = InLine(
            lesson.text("steps to the bottom"),
            lesson.number(f"{field}.n_steps", ",d", pixels=theme.BODY),
        )
        self.write(self.shape, 0)
        self.write(self.steps, 1)

    def write(self, line: Written | InLine, k: int) -> None:
        """Write a line beside or under the map; 0 is the first."""
        if self.words is None:
            write_below(line, self.plot, k)
        else:
            at = self.words.edge(LEFT) + (0.8 - k) * BESIDE * UP
            line.move_to(at, LEFT).shift((at[1] - line.baseline) * UP)

    def note(self, line: Written) -> Written:
        """Write something more of the map."""
        if self.n_lines == 2:
            self.write(InLine(self.steps, line, buff=0.4), 1)
        else:
            self.write(line, 2)
        return line


class StepFans:
    """Steps on single birds, on batches and on all, from one point.

    Parameters
    ----------
    lesson
        The scene.
    """

    def __init__(self, lesson: Lines) -> None:
        values = lesson.values
        plane = "standardised.plane"
        room, panel = self._rooms(true_ratio(lesson, plane))
        self.plot = line_map(lesson, plane, plane, room)
        lowest = values("standardised.minimum")
        contours = Contours(
            self.plot, values("standardised.heights"), values("standardised.levels"),
            guide=((lowest[0], lowest[1]), (lowest[0] + 2.0, lowest[1] + 0.5)),
        )  # fmt: skip
        contours.names.set_z_index(4)  # over the arrows
        self.map = Group(self.plot, contours, lowest_point(self.plot, lowest))
        self.fans: list[Fan] = []
        self.rows = VGroup()
        for path, words, role, stroke, tip in (
            ("singles", "one bird", "muted", 1.5, 0.15),
            (
                "batches",
                "mean of {batch_size} {batch_size:plural(bird)}",
                "ink",
                2.0,
                0.12,
            ),
            ("everyone", "mean of all {n_birds}", "gradient", 8.0, 0.32),
        ):
            color = theme.role(role)
            fan = Fan(
                self.plot, values("steps.point"), values(f"steps.{path}"),
                color=color, stroke=stroke, tip=tip,
            )  # fmt: skip
            self.fans.append(fan.set_z_index(3))
            sample = Line(0.35 * LEFT, 0.35 * RIGHT).set_stroke(color, stroke)
            name = lesson.text(words, pixels=34, color=color)
            self.rows.add(VGroup(sample, name).arrange(RIGHT, buff=0.25))
        if panel.width > 4 * panel.height:
            self.rows.arrange(RIGHT, buff=0.6)
        else:
            self.rows.arrange(DOWN, buff=0.5, aligned_edge=LEFT)
        self.head = lesson.text("each arrow: one step from here")
        column = lesson.column(self.head, self.rows, buff=0.5)
        column.move_to(panel.middle)

    def _rooms(self, ratio: float) -> tuple[Room, Room]:
        """Return the rooms of the map and of the words: beside it, or below it."""
        room = rooms.whole()
        if room.width > 1.5 * room.height:
            return rooms.main(), rooms.panel()
        high = rooms.AXES[1] + ratio * (room.width - rooms.AXES[0])
        high = min(high, room.height - 1.8)
        return (
            room._replace(bottom=room.top - high),
            room._replace(top=room.top - high - rooms.GAP),
        )


class PassPanel:
    """One pass through all birds, with so many birds a step.

    Parameters
    ----------
    lesson
        The scene.
    k
        Which of the sizes of batch.
    words
        Over the map.
    room
        Of map and words.
    """

    def __init__(self, lesson: Lines, k: int, words: str, room: Room) -> None:
        values = lesson.values
        narrow = room.width < WORDS
        below = (2 if narrow else 1) * LINE
        self.plot = line_map(lesson, "near", "near", room.inside(bottom=below))
        contours = Contours(
            self.plot, values("near_heights"), values("standardised.levels"),
            guide=NO_GUIDE,
        )  # fmt: skip
        middle = float(self.plot.x_axis.get_x())
        head = lesson.text(words, weight="SEMIBOLD")
        write_at(head, middle, self.plot.y_label.baseline)
        lowest = lowest_point(self.plot, values("standardised.minimum"))
        self.frame = Group(self.plot, contours, lowest, head)
        self.n_steps, self.n_birds = values(f"passes.n_steps[{k}]"), values("n_birds")
        points = values(f"passes.points[{k}]")
        few = self.n_steps < 50
        self.trail = Trail(self.plot, points, color=theme.role("ink"), dots=few)
        color = theme.role("loss")
        parts: list[Written] = [
            lesson.text("loss", color=color),
            lesson.number(f"passes.losses.mean[{k}]", color=color, pixels=theme.BODY),
        ]
        if self.n_steps > 1:  # with all at once, no shuffle makes a difference
            spread = lesson.number(f"passes.losses.sd[{k}]", ".3f", color=color)
            parts += [lesson.text("±", color=color), spread]
        steps = InLine(lesson.text("steps"), lesson.number(f"passes.n_steps[{k}]", "d"))
        loss = InLine(*parts)
        self.loss = InLine(steps, loss, buff=0.35)
        write_below(self.loss, self.plot, 0.2)
        if narrow:
            write_below(steps, self.plot, 0.2)
            write_below(loss, self.plot, 1.2)

    def show_birds(self, n: int) -> None:
        """Show the steps for which so many birds are enough."""
        self.trail.show_step(n * self.n_steps // self.n_birds)
