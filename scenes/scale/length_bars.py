"""Lengths on one even scale: what is a billion times smaller can hardly be seen."""

from manim import LEFT, Rectangle, VGroup

from scenes.frame import theme
from scenes.frame.rooms import Room


class LengthBars(VGroup):
    """Bars that all begin at the left of their rooms."""

    def draw(self, share: float, room: Room) -> Rectangle:
        """Draw a bar as long as a share of its room's width."""
        bar = Rectangle(width=room.width * share, height=0.32 * room.height)
        bar.set_stroke(width=0).set_fill(theme.role("positive"), 1)
        bar.move_to(room.at(0, 0.65), aligned_edge=LEFT)
        self.add(bar)
        return bar
