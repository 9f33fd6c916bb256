"""A long axis over powers of ten that the viewer travels along.

The axis shows a window of the scale, so many powers of ten; :class:`Travel` slides
and widens the window. What stands outside it is not drawn.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from manim import DOWN, RIGHT, UP, Animation, Circle, Line, ManimColor, VGroup, VMobject

from scenes import theme
from scenes.components.magnitude import PowerTick
from scenes.components.text import Label

DOT = 0.11  # radius of a mark, in units
FADE = 0.5  # how far from the end of the axis things start to fade, in units
TICK = 0.11  # length of a tick, in units

Window = tuple[float, float]  # powers of ten at the ends of the axis
Heights = Mapping[str, float]  # how high above the axis the label of a mark stands


class Mark(VGroup):
    """A value on the axis: a dot, and a label at the end of a line that leads up.

    Parameters
    ----------
    value
        Where it stands.
    label
        What the line leads to.
    hollow
        Draw a ring, for units such as neurons, not a dot, for connections.
    lean
        Side of the line on which the label stands: -1 left, 0 above, 1 right.
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
        self.rise, self.strength = 0.0, 0.0  # of the label
        self.add(self.lead, self.dot, label)

    def place(self, at: np.ndarray, rise: float, strength: float) -> None:
        """Put the dot at a place on the axis and the label above it."""
        self.rise = rise
        self.dot.move_to(at)
        top = at + max(rise, 2 * DOT) * UP
        self.lead.put_start_and_end_on(at + DOT * UP, top)
        foot = self.label.height / 2 + 0.12
        if self.lean:
            beside = self.lean * (self.label.width / 2 + 0.12) * RIGHT
            self.label.move_to(top + beside - self.label.height / 2 * UP)
        else:
            self.label.move_to(top + foot * UP)
        self.strength = strength


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
    """

    def __init__(
        self,
        window: Window,
        *,
        powers: tuple[int, int],
        words: Mapping[int, str],
        width: float,
        every: int = 1,
    ) -> None:
        super().__init__()
        muted = theme.current().muted
        self.every = every
        self.line = Line(width / 2 * -RIGHT, width / 2 * RIGHT)
        self.line.set_stroke(muted, theme.AXIS)
        self.ticks: list[tuple[int, VGroup]] = []
        for power in range(powers[0], powers[1] + 1):
            stroke = Line(np.zeros(3), TICK * DOWN).set_stroke(muted, theme.AXIS)
            tick = VGroup(stroke)
            if power % every == 0:
                figure = PowerTick(power, color=muted)
                tick.add(figure.next_to(stroke, DOWN, buff=0.12))
            if power in words:
                name = Label(words[power], pixels=theme.SMALLEST, color=muted)
                tick.add(name.move_to(0.8 * DOWN))
            self.ticks.append((power, tick))
        self.marks: dict[str, Mark] = {}
        self.add(self.line, *(tick for _, tick in self.ticks))
        self.window = window
        self.heights: dict[str, float] = {}
        self.show_window(window, {}, {})

    def add_mark(self, name: str, mark: Mark) -> "LogAxis":
        """Put a mark on the axis; it is seen once :class:`Travel` says so."""
        self.marks[name] = mark
        self.add(mark)
        return self.show_window(self.window, {}, {})

    def at(self, value: float) -> np.ndarray:
        """Return the place of a value on screen."""
        low, high = self.window
        share = (np.log10(value) - low) / (high - low)
        start, end = self.line.get_start(), self.line.get_end()
        return np.asarray(start + share * (end - start))

    def show_window(
        self, window: Window, rises: Heights, strengths: Heights
    ) -> "LogAxis":
        """Slide and stretch the scale to a window; raise and light up labels."""
        self.window = window
        for power, tick in self.ticks:
            tick.shift(self.at(10.0**power) - tick[0].get_start())
            tick.set_opacity(self._inside(tick, 1.0))
        for name, mark in self.marks.items():
            rise = rises.get(name, mark.rise)
            strength = strengths.get(name, mark.strength)
            mark.place(self.at(mark.value), rise, strength)
            self._light(mark)
        return self

    def _light(self, mark: Mark) -> None:
        """Give the parts of a mark their opacity."""
        strong = self._inside(mark.dot, min(1.0, 2 * mark.strength))
        mark.dot.set_opacity(strong)
        told = max(0.0, 2 * mark.strength - 1)
        mark.label.set_opacity(self._inside(mark.label, told))
        mark.lead.set_stroke(opacity=self._inside(mark.dot, told))

    def _inside(self, part: VMobject, strength: float) -> float:
        """Return a strength, less near the ends of the axis and 0 beyond them."""
        left = part.get_left()[0] - self.line.get_left()[0]
        right = self.line.get_right()[0] - part.get_right()[0]
        return float(strength * np.clip(1 + min(left, right) / FADE, 0, 1) ** 4)


# What of a mark is seen: nothing, its dot alone, or the label as well.
HIDDEN, DOT_ONLY, TOLD = 0.0, 0.5, 1.0


class Travel(Animation):
    """Go along the axis to another window, telling of some marks.

    Parameters
    ----------
    axis
        What to travel along.
    window
        Where to arrive; the window stays if None.
    heights
        Marks whose labels are to be seen there, and how high.
    dots
        Marks of which the dot alone is to be seen; all that were seen before, and
        are not told of now, if None.
    """

    def __init__(
        self,
        axis: LogAxis,
        window: Window | None = None,
        *,
        heights: Heights,
        dots: Sequence[str] | None = None,
        **kwargs: Any,
    ) -> None:
        self.axis = axis
        self.goal = window or axis.window
        self.heights, self.dots = heights, dots
        super().__init__(axis, **kwargs)

    def begin(self) -> None:
        """Note where the travel starts."""
        marks = self.axis.marks
        seen = [n for n, mark in marks.items() if mark.strength >= DOT_ONLY]
        dots = seen if self.dots is None else self.dots
        self.start = self.axis.window
        self.rises = {n: (m.rise, self.heights.get(n, m.rise)) for n, m in
                      marks.items()}  # fmt: skip
        for name, mark in marks.items():
            if mark.strength <= DOT_ONLY and name in self.heights:
                self.rises[name] = (self.heights[name],) * 2
        self.strengths = {
            n: (m.strength, TOLD if n in self.heights else DOT_ONLY * (n in dots))
            for n, m in marks.items()
        }
        super().begin()

    def create_starting_mobject(self) -> Any:
        """Return nothing: where the travel starts is in numbers, not in shapes."""
        return VGroup()

    def interpolate_mobject(self, alpha: float) -> None:
        """Show the window, the heights and the strengths of a moment."""
        share = self.rate_func(alpha)

        def between(pair: tuple[float, float]) -> float:
            return (1 - share) * pair[0] + share * pair[1]

        low, high = (between(pair) for pair in zip(self.start, self.goal, strict=True))
        self.axis.show_window(
            (low, high),
            {name: between(pair) for name, pair in self.rises.items()},
            {name: between(pair) for name, pair in self.strengths.items()},
        )
