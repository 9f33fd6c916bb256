"""A penguin's head from the side, its bill drawn to scale from two measurements."""

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Circle,
    CubicBezier,
    Dot,
    Ellipse,
    Line,
    ManimColor,
    VGroup,
    VMobject,
)

from scenes import theme


class Bill(VGroup):
    """Head and bill; ``tip - base`` is the length, ``top - bottom`` the depth.

    Parameters
    ----------
    length, depth
        Measurements in mm.
    scale
        Units on screen for a millimetre.
    color
        Colour of the bill.
    """

    def __init__(
        self, length: float, depth: float, *, scale: float, color: ManimColor
    ) -> None:
        super().__init__()
        colours = theme.current()
        self.length, self.depth = length * scale, depth * scale
        tip = self.length * RIGHT
        top, bottom = self.depth / 2 * UP, self.depth / 2 * DOWN
        reach = 0.62 * self.length * RIGHT
        upper = CubicBezier(top, top + reach, tip + 0.42 * self.depth * UP, tip)
        lower = CubicBezier(tip, tip + 0.12 * self.depth * LEFT + 0.1 * self.depth * DOWN,
                            bottom + reach, bottom)  # fmt: skip
        self.outline = VMobject().set_points([*upper.points, *lower.points])
        self.outline.add_line_to(top)
        self.outline.set_fill(color, 1).set_stroke(colours.paper, 2)
        # Everything but the bill is a quiet backdrop of fixed size.
        size = 15 * scale
        head = Ellipse(width=3.1 * size, height=2.5 * size)
        head.set_fill(colours.panel, 1).set_stroke(colours.muted, theme.AXIS)
        head.shift(1.28 * size * LEFT + 0.1 * size * UP)
        eye = Circle(radius=0.24 * size).set_fill(colours.paper, 1)
        eye.set_stroke(colours.ink, theme.AXIS)
        eye.shift(0.85 * size * LEFT + 0.55 * size * UP)
        pupil = Dot(eye.get_center(), radius=0.1 * size, color=colours.ink)
        gape = Line(0.1 * self.length * RIGHT, 0.86 * self.length * RIGHT)
        gape.set_stroke(colours.paper, 2).shift(0.06 * self.depth * DOWN)
        self.head = VGroup(head, eye, pupil)
        self.bill = VGroup(self.outline, gape)
        self.add(self.head, self.bill)

    def measure_length(self) -> VGroup:
        """Return a dimension line under the bill, as long as the bill."""
        left, right = self.outline.get_left()[0], self.outline.get_right()[0]
        y = self.outline.get_bottom()[1] - 0.3
        return dimension([left, y, 0], [right, y, 0], UP)

    def measure_depth(self) -> VGroup:
        """Return a dimension line at the base of the bill, as deep as the bill."""
        x = self.outline.get_left()[0] + 0.14
        low, high = self.outline.get_bottom()[1], self.outline.get_top()[1]
        return dimension([x, low, 0], [x, high, 0], RIGHT)


def dimension(start: list[float], end: list[float], side: object) -> VGroup:
    """Return a line with a short bar across each end."""
    colour = theme.current().ink
    line = Line(start, end)
    bars = [
        Line(0.12 * side, -0.12 * side).move_to(point)  # type: ignore[operator]
        for point in (start, end)
    ]
    return VGroup(line, *bars).set_stroke(colour, theme.AXIS)
