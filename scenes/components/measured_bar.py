"""One measurement of a sample: a bar on the scale that all samples span."""

from manim import DL, DOWN, LEFT, RIGHT, UL, UP, UR, Line, ManimColor, Rectangle, VGroup

from scenes.components.paragraph import Paragraph
from scenes.components.text import InLine, Written
from scenes.frame import theme

BAR = 0.26  # height, in units
THINNEST = 0.02  # length of a bar at the least value
NEAR = 0.3  # between name and value in one line
END = 0.1  # height of the ends of the scale


class MeasuredBar(VGroup):
    """Name and value, below them the bar, and what is least and most of all.

    Parameters
    ----------
    name, value
        Stand in one line if the scale is as long, else one below the other.
    share
        How far along the scale the value is, from 0 to 1.
    width
        Length of the scale, in units.
    ends
        The least and the largest value, written; none to leave them out.
    color, thickness
        Of the bar.
    """

    def __init__(
        self,
        name: Written | Paragraph,
        value: InLine,
        share: float,
        *,
        width: float,
        color: ManimColor,
        ends: tuple[Written, Written] | None = None,
        thickness: float = BAR,
    ) -> None:
        super().__init__()
        self.value = value
        ink = theme.role("muted")
        self.scale_line = VGroup(
            Line(0 * RIGHT, width * RIGHT),
            *(Line(0 * UP, END * UP).shift(x * RIGHT) for x in (0, width)),
        ).set_stroke(ink, theme.AXIS)
        self.bar = Rectangle(width=max(share * width, THINNEST), height=thickness)
        self.bar.set_fill(color, 1).set_stroke(width=0)
        self.bar.move_to(0.03 * UP, aligned_edge=DL)
        over = (thickness + 0.13) * UP
        value.move_to(over + width * RIGHT, aligned_edge=DOWN + RIGHT)
        if name.width + value.width + NEAR > width:
            value.move_to(over, aligned_edge=DL)
            over = value.get_corner(UL) + 0.1 * UP
        name.move_to(over, aligned_edge=DL)
        if (
            isinstance(name, Written)
            and abs(name.get_y() - value.get_y()) < value.height
        ):
            name.shift((value.baseline - name.baseline) * UP)
        self.words = VGroup(name, value)
        for words, side, x in zip(ends or (), (UL, UR), (0, width), strict=False):
            words.move_to(0.1 * DOWN + x * RIGHT, aligned_edge=side)
            self.words.add(words)
        self.add(self.words, self.scale_line, self.bar)


def stacked(bars: list[MeasuredBar], gap: float = 0.4) -> VGroup:
    """Put bars one below the other, their scales from one left edge."""
    return VGroup(*bars).arrange(DOWN, buff=gap, aligned_edge=LEFT)
