"""A long axis over powers of ten that the viewer travels along.

The axis shows a window of the scale, so many powers of ten;
:class:`~scenes.components.travel.Travel` slides and widens the window. What stands
outside it is not drawn.
"""

from collections.abc import Mapping

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Circle,
    Line,
    ManimColor,
    VGroup,
    VMobject,
)

from scenes.components.magnitude import PowerTick
from scenes.components.scale import Log
from scenes.components.text import Label
from scenes.frame import theme

DOT = 0.11  # radius of a mark, in units
FADE = 0.5  # how far from the end of the axis things start to fade, in units
TICK = 0.11  # length of a tick, in units
LINE = 0.3  # height of a line of a label, in units

Window = tuple[float, float]  # powers of ten at the ends of the axis
Heights = Mapping[str, float]  # how high above the axis the label of a mark stands


class Mark(VGroup):
    """A value on the axis: a dot, and a label at the end of a line that leads away.

    Parameters
    ----------
    value
        Where it stands.
    label
        What the line leads to.
    hollow
        Draw a ring, for units such as neurons, not a dot, for connections.
    lean
        Side of the line's end on which the label stands: -1 left (or below, on an
        upright axis), 0 in line, 1 right (or above).
    color
        Of the dot; by default that of weights, and ink for units.
    """

    def __init__(
        self,
        value: float,
        label: VMobject,
        *,
        hollow: bool = False,
        lean: int = 0,
        color: ManimColor | None = None,
    ) -> None:
        super().__init__()
        colours = theme.current()
        color = color or (colours.ink if hollow else colours.positive)
        self.value, self.label, self.lean = value, label, lean
        self.dot = Circle(radius=DOT).set_stroke(color, theme.EDGE).set_z_index(2)
        self.dot.set_fill(colours.paper if hollow else color, 1)
        self.lead = Line(np.zeros(3), UP).set_stroke(colours.muted, theme.AXIS)
        self.size = label.width, label.height  # once: it is only moved
        self.rise, self.strength = 0.0, 0.0  # of the label
        self.add(self.lead, self.dot, label)

    @property
    def is_seen(self) -> bool:
        """Tell whether anything of it is drawn."""
        return bool(self.dot.get_stroke_opacity())

    def place(
        self, at: np.ndarray, aside: np.ndarray, rise: float, strength: float
    ) -> None:
        """Put the dot at a place on the axis and the label so far aside of it."""
        self.rise, self.strength = rise, strength
        self.dot.move_to(at)
        end = at + max(rise, 2 * DOT) * aside
        self.lead.set_points_by_ends(at + DOT * aside, end)
        width, height = self.size
        if aside[0]:
            up = self.lean * 0.9 * max(height - LINE, 0) * UP
            self.label.move_to(end + (width / 2 + 0.12) * RIGHT + up)
        elif self.lean:
            beside = self.lean * (width / 2 + 0.12) * RIGHT
            self.label.move_to(end + beside - height / 2 * UP)
        else:
            self.label.move_to(end + (height / 2 + 0.12) * UP)


class LogAxis(VGroup):
    """The axis, its ticks at whole powers of ten, and marks.

    Parameters
    ----------
    window
        Powers of ten at its ends, at first.
    powers
        First and last tick.
    words
        Names of some powers, written under their ticks.
    width
        Length of the axis, in units.
    every
        Powers from one written tick to the next.
    reach
        Turn the axis upright, with labels on its right that end so far from it.
    """

    def __init__(
        self,
        window: Window,
        *,
        powers: tuple[int, int],
        words: Mapping[int, str],
        width: float,
        every: int = 1,
        reach: float | None = None,
    ) -> None:
        super().__init__()
        muted = theme.current().muted
        self.every, self.reach = every, reach
        self.along, self.aside = (RIGHT, UP) if reach is None else (UP, RIGHT)
        self.line = Line(width / 2 * -self.along, width / 2 * self.along)
        self.line.set_stroke(muted, theme.AXIS)
        self.ticks = [
            (power, self._tick(power, words.get(power)))
            for power in range(powers[0], powers[1] + 1)
        ]
        self.extents = [self._extent(tick) for _, tick in self.ticks]
        self.marks: dict[str, Mark] = {}
        self.add(self.line, *(tick for _, tick in self.ticks))
        self.window = window
        self.heights: dict[str, float] = {}
        self.show_window(window, {}, {})

    def _tick(self, power: int, word: str | None) -> VGroup:
        """Draw a stroke, the power, and its name behind it."""
        muted = theme.current().muted
        stroke = Line(np.zeros(3), -TICK * self.aside).set_stroke(muted, theme.AXIS)
        tick = VGroup(stroke)
        if power % self.every == 0:
            figure = PowerTick(power, color=muted)
            tick.add(figure.next_to(stroke, -self.aside, buff=0.12))
        if word:
            name = Label(word, pixels=theme.SMALLEST, color=muted)
            if self.reach is None:
                tick.add(name.move_to(0.8 * DOWN))
            else:
                tick.add(name.move_to(0.95 * LEFT, aligned_edge=RIGHT))
        return tick

    def add_mark(self, name: str, mark: Mark) -> "LogAxis":
        """Put a mark on the axis; it is seen once a travel says so."""
        self.marks[name] = mark
        self.add(mark)
        return self.show_window(self.window, {}, {})

    def at(self, value: float) -> np.ndarray:
        """Return the place of a value on screen."""
        low, high = self.window
        start, end = self.line.get_start_and_end()
        share = Log(10.0**low, 10.0**high).portion(value)
        return np.asarray(start + share * (end - start))

    def show_window(
        self, window: Window, rises: Heights, strengths: Heights
    ) -> "LogAxis":
        """Slide and stretch the scale to a window; raise and light up labels."""
        self.window = window
        for (power, tick), extent in zip(self.ticks, self.extents, strict=True):
            self._place(tick, self.at(10.0**power), *extent)
        for name, mark in self.marks.items():
            rise = min(rises.get(name, mark.rise), self._room_for(mark))
            strength = strengths.get(name, mark.strength)
            if strength or mark.is_seen:
                mark.place(self.at(mark.value), self.aside, rise, strength)
                self._light(mark)
            mark.rise = rise
        return self

    def _place(
        self, tick: VGroup, at: np.ndarray, middle: np.ndarray, half: float
    ) -> None:
        """Move a tick, and let it fade near the ends; what stays unseen stays away.

        Most of a long scale is out of sight, and a tick has many parts.
        """
        stroke = tick[0]
        strength = self._inside(at + middle, half)
        seen = stroke.get_stroke_opacity()
        if strength or seen:
            tick.shift(at - stroke.get_start())
        if strength != seen:
            tick.set_opacity(strength)

    def _extent(self, tick: VGroup) -> tuple[np.ndarray, float]:
        """Return the middle of a tick from its place, and half its extent along.

        Taken once: it is only moved.
        """
        first, last = (tick.get_critical_point(k * self.along) for k in (-1, 1))
        middle = (first + last) / 2 - tick[0].get_start()
        return middle, float((last - first) @ self.along) / 2

    def _room_for(self, mark: Mark) -> float:
        """Return how far from the axis a label may stand."""
        return np.inf if self.reach is None else self.reach - mark.label.width - 0.12

    def _light(self, mark: Mark) -> None:
        """Give the parts of a mark their opacity."""
        near_end = self._inside(mark.dot.get_center(), DOT)
        told = max(0.0, 2 * mark.strength - 1)
        mark.dot.set_opacity(min(1.0, 2 * mark.strength) * near_end)
        mark.lead.set_stroke(opacity=told * near_end)
        extent = mark.size[0] if self.along[0] else mark.size[1]
        words = told * self._inside(mark.label.get_center(), extent / 2)
        if words != mark.label.family_members_with_points()[0].get_fill_opacity():
            mark.label.set_opacity(words)

    def _inside(self, middle: np.ndarray, half: float) -> float:
        """Return how much is seen of a part of half this extent: less near the ends.

        Beyond them, nothing is.
        """
        ends = (self.line.get_start(), self.line.get_end())
        start, end = (float((place - middle) @ self.along) for place in ends)
        least = min(-start, end) - half
        return float(np.clip(1 + least / FADE, 0, 1) ** 4)
