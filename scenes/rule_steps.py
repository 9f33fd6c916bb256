"""How many steps the three rules take: in a race, and with the best learning rate."""

import numpy as np
from manim import LEFT, Group

from scenes import theme
from scenes.components.contours import Contours
from scenes.components.growing_curve import GrowingCurve
from scenes.components.lanes import Lanes
from scenes.components.plot import Plot
from scenes.components.replay import Draw, Replay
from scenes.components.text import InLine, Label
from scenes.enzyme_maps import FOOT, RULES, EnzymeMap, rule_color
from scenes.line_maps import NO_GUIDE, lowest_point, put
from scenes.true_numbers import TrueNumbers


def step_lanes(
    lesson: TrueNumbers, names: list[Label], path: str, unit: float
) -> Lanes:
    """Draw the steps of the rules as bars; ``path`` has a place for their number."""
    numbers = [lesson.number(path.replace("{rule}", str(k)), "d") for k in range(3)]
    colours = [rule_color(k) for k in range(3)]
    return Lanes(names, numbers, colours, unit=unit, pitch=0.44)


class RacePanel:
    """The loss of the three rules, step by step, and their steps as bars."""

    def __init__(self, lesson: TrueNumbers, on: EnzymeMap) -> None:
        self.lesson, self.on = lesson, on
        values = lesson.values
        self.counts = values("race.counts")
        self.most = values("race.most_steps")
        logs = [values(f"race.log_losses[{k}]") for k in range(3)]
        self.plot = Plot(
            (0, self.most), (values("race.log_goal") - 0.08, 0.3), x_label="step",
            y_label="loss L (power of ten)", width=3.4, height=2.79,
            y_ticks=(-2, -1, 0),
        )  # fmt: skip
        put(self.plot, 2.85, FOOT)
        self.curves = [
            GrowingCurve(
                self.plot, one, color=rule_color(k), stroke=theme.EDGE
            ).show_step(0)
            for k, one in enumerate(logs)
        ]
        names = [
            lesson.text(f"{name}, η = {{race_rates[{k}]:.1f}}", color=rule_color(k))
            for k, (name, *_) in enumerate(RULES)
        ]
        self.lanes = step_lanes(
            lesson, names, "race.counts[0, {rule}]", 3.7 / self.most
        )
        self.lanes.shift(np.array([-2.5, -2.05, 0]))

        self.note = lesson.text(
            "steps to within {race.closeness:.0%} of the least loss",
            pixels=theme.SMALLEST, color=theme.role("muted"),
        )  # fmt: skip
        self.note.move_to(np.array([4.4, -2.55, 0]))

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
    y
        Height of the foot of the map.
    """

    def __init__(self, lesson: TrueNumbers, row: int, words: str, y: float) -> None:
        values = lesson.values
        (across, up), height = values("enzyme.shapes")[row], 1.6
        self.plot = Plot(
            *values("enzyme.plane"), x_label="Km (ppm)", y_label="Vmax",
            width=height * across / up, height=height,
            x_ticks=(0, 0.2) if row else (0, 0.1, 0.2, 0.3), y_ticks=(0, 200, 400),
        )  # fmt: skip
        put(self.plot, -5.6, y)
        contours = Contours(
            self.plot, values("enzyme.heights"), values("enzyme.levels"), guide=NO_GUIDE
        )
        lowest = lowest_point(self.plot, values("enzyme.lowest"))
        head = InLine(
            lesson.text(words, weight="SEMIBOLD"),
            lesson.text("condition number", color=theme.role("muted")),
            lesson.number(f"tuned.condition_numbers[{row}]", ".0f"),
            buff=0.25,
        )
        head.move_to(np.array([-0.9, y + height + 0.1, 0]), LEFT)
        self.frame = Group(self.plot, contours, lowest, head)
        names = [lesson.text(rule[0], color=rule_color(k)) for k, rule in
                 enumerate(RULES)]  # fmt: skip
        unit = 3.7 / values("tuned.steps").max()
        self.lanes = step_lanes(lesson, names, f"tuned.steps[{row}, {{rule}}]", unit)
        self.lanes.shift(np.array([1.3, y + 1.05, 0]))
