"""How many steps the three rules take: in a race, and with the best learning rate."""

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Group

from scenes.components.contours import Contours
from scenes.components.growing_curve import GrowingCurve
from scenes.components.lanes import Lanes
from scenes.components.plot import Plot
from scenes.components.replay import Draw, Replay
from scenes.components.text import InLine, Label
from scenes.frame import rooms, shapes, theme
from scenes.frame.rooms import Room
from scenes.gradient_descent.enzyme_maps import (
    RULES,
    EnzymeMap,
    rule_color,
    value_curve,
)
from scenes.gradient_descent.line_maps import NO_GUIDE, lowest_point
from scenes.lesson.lines import Lines

PITCH = 0.44  # from bar to bar, in units
HEAD = 1.15  # height of the words over the bars
COUNT = 0.75  # width of the count at the end of a bar


def step_lanes(
    lesson: Lines, names: list[Label], path: str, most: int, room: Room
) -> Lanes:
    """Draw the steps of the rules as bars; ``path`` has a place for their number.

    The bar of ``most`` steps ends, with its count, where the room ends.
    """
    numbers = [lesson.number(path.replace("{rule}", str(k)), "d") for k in range(3)]
    colours = [rule_color(k) for k in range(3)]
    start = max(name.width for name in names) + 0.2
    unit = (room.width - start - COUNT) / most
    lanes = Lanes(names, numbers, colours, unit=unit, pitch=PITCH)
    return lanes.shift(room.edge(UP + LEFT) + start * RIGHT + 0.5 * PITCH * DOWN)


class RacePanel:
    """The loss of the three rules, step by step, and their steps as bars."""

    def __init__(self, lesson: Lines, on: EnzymeMap) -> None:
        self.lesson, self.on = lesson, on
        values = lesson.values
        self.counts = values("race.counts")
        self.most = values("race.most_steps")
        logs = [values(f"race.log_losses[{k}]") for k in range(3)]
        self.plot = Plot(
            (0, self.most), (values("race.log_goal") - 0.08, 0.3), x_label="step",
            y_label="loss L (power of ten)", y_ticks=(-2, -1, 0),
            **rooms.plot_size(on.rooms.beside),
        ).stand(rooms.origin(on.rooms.beside))  # fmt: skip
        self.curves = [
            GrowingCurve(
                value_curve(self.plot, one, color=rule_color(k)).set_stroke(
                    width=theme.EDGE
                ),
                self.plot,
                np.arange(self.most + 1),
            ).show_step(0)
            for k, one in enumerate(logs)
        ]
        names = [
            lesson.text(f"{name}, η = {{race_rates[{k}]:.1x}}", color=rule_color(k))
            for k, (name, *_) in enumerate(RULES)
        ]
        self.lanes = step_lanes(
            lesson, names, "race.counts[0, {rule}]", self.most,
            on.rooms.legend.inside(left=0.3),
        )  # fmt: skip
        self.note = lesson.text(
            "steps to within {race.closeness:.0%} of the least loss",
            pixels=theme.SMALLEST, color=theme.role("muted"),
        )  # fmt: skip
        self.note.move_to(on.rooms.note.middle)

    def replay(self, run_time: float) -> Replay:
        """Return the animation of the race: all take their steps at once."""
        follow: list[Draw] = [
            self.lesson.follow(number, f"race.counts[{{k}}, {k}]")
            for k, number in enumerate(self.lanes.counts)
        ]
        trails = self.on.trails
        draw: list[Draw] = [
            *(trail.show_step for trail in trails),
            *(curve.show_step for curve in self.curves),
            *follow,
            lambda k: self.lanes.show_counts(self.counts[k]),
        ]
        moving = [*trails, *self.curves, self.lanes]
        return Replay(moving, draw, self.most, early=False, run_time=run_time)


class TunedRow:
    """The map in units of one choice, and the steps of each rule in them.

    Parameters
    ----------
    lesson
        The scene.
    row
        0 for the usual units, 1 for rounder ones.
    words
        The unit of Km.
    room
        Of map, words and bars.
    """

    def __init__(self, lesson: Lines, row: int, words: str, room: Room) -> None:
        values = lesson.values
        side, head_room, lanes_room = self._rooms(room)
        (usual, usual_up), (across, up) = (values("enzyme.shapes")[k] for k in (0, row))
        side = rooms.true_room(side, usual_up / usual)
        height = rooms.plot_size(side)["height"]  # the same in both rows
        self.plot = Plot(
            *values("enzyme.plane"), x_label="Km (ppm)", y_label="Vmax",
            width=height * across / up, height=height,
            x_ticks=(0, 0.2) if row else (0, 0.1, 0.2, 0.3), y_ticks=(0, 200, 400),
        ).stand(rooms.origin(side))  # fmt: skip
        contours = Contours(
            self.plot, values("enzyme.heights"), values("enzyme.levels"), guide=NO_GUIDE
        )
        lowest = lowest_point(self.plot, values("enzyme.lowest"))
        head = lesson.column(
            lesson.paragraph(words, head_room.width, weight="SEMIBOLD"),
            InLine(
                lesson.text("condition number", color=theme.role("muted")),
                lesson.number(f"tuned.condition_numbers[{row}]", ".0f"),
            ),
            buff=0.2,
        )
        head.move_to(head_room.edge(LEFT), LEFT)
        self.frame = Group(self.plot, contours, lowest, head)
        names = [lesson.text(rule[0], color=rule_color(k)) for k, rule in
                 enumerate(RULES)]  # fmt: skip
        self.lanes = step_lanes(
            lesson, names, f"tuned.steps[{row}, {{rule}}]",
            values("tuned.steps").max(), lanes_room,
        )  # fmt: skip

    def _rooms(self, room: Room) -> tuple[Room, Room, Room]:
        """Return the rooms of the map, of the words and of the bars below these."""
        bars = 3 * PITCH
        if shapes.current().is_tall:
            upper = room.inside(bottom=bars + 0.45)
            side, head = upper.columns(2, 1, gap=0.2)
            return side, head, room._replace(top=upper.bottom)
        side, right = room.columns(5, 7)
        free = (right.height - HEAD - bars) / 2
        head = right.inside(top=free, bottom=free + bars)
        return side, head, right._replace(top=head.bottom)
