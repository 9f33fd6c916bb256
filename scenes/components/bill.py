"""A penguin's head from the side, its bill drawn to scale from two measurements."""

import numpy as np
from manim import LEFT, RIGHT, UP, Circle, Dot, Line, VGroup, VMobject

from scenes.frame import theme

# Outline of the head and neck in mm, from the top to the foot of the bill's base:
# a quiet backdrop of fixed size. Only the bill is data.
_HEAD = ((-7, 10.5), (-20, 14.5), (-33, 8), (-40, -6), (-46, -24))
_THROAT = ((-13, -24), (-10, -14), (-5, -9.5))
_EYE = (-14.0, 3.5)


class Bill(VGroup):
    """Head and bill: from base to tip is the length, from top to foot the depth.

    Parameters
    ----------
    length_mm, depth_mm
        The two measurements.
    scale
        Units on screen for a millimetre.
    """

    def __init__(self, length_mm: float, depth_mm: float, *, scale: float) -> None:
        super().__init__()
        colours = theme.current()
        half = depth_mm / 2
        self.head = VGroup(self._head(half), *self._eye())
        self.outline = self._bill(length_mm, half)
        self.outline.set_fill(colours.bill, 1).set_stroke(width=0)
        gape = Line(2 * RIGHT, 0.8 * length_mm * RIGHT).shift(-0.1 * half * UP)
        gape.set_stroke(colours.paper, 2.5)
        self.add(self.head, self.outline, gape)
        self.scale(scale, about_point=np.zeros(3))

    @staticmethod
    def _bill(length: float, half: float) -> VMobject:
        """Outline the bill: base at x = 0, tip at x = length, hooked a little."""
        shape = VMobject().start_new_path(np.array([0, half, 0]))
        tip = np.array([length, -0.35 * half, 0])
        shape.add_cubic_bezier_curve_to(
            np.array([0.55 * length, half, 0]), tip + 0.7 * half * UP, tip
        )
        shape.add_cubic_bezier_curve_to(
            tip + 0.2 * length * LEFT + 0.1 * half * UP,
            np.array([0.5 * length, -half, 0]),
            np.array([0, -half, 0]),
        )
        return shape.add_line_to(np.array([0, half, 0]))

    @staticmethod
    def _head(half: float) -> VMobject:
        """Outline head and neck around the base of the bill."""
        crown = [(0.0, half), *_HEAD]
        throat = [*_THROAT, (0.0, -half)]
        points = [np.array([x, y, 0.0]) for x, y in (*crown, *throat)]
        shape = VMobject().set_points_smoothly(points[: len(crown)])
        shape.add_line_to(points[len(crown)])
        lower = VMobject().set_points_smoothly(points[len(crown) :])
        shape.append_points(lower.points)
        shape.add_line_to(points[0])
        colours = theme.current()
        return shape.set_fill(colours.plumage, 1).set_stroke(colours.muted, theme.AXIS)

    @staticmethod
    def _eye() -> tuple[VMobject, VMobject]:
        """Draw the eye with its pale ring."""
        colours = theme.current()
        centre = np.array([*_EYE, 0.0])
        ring = Circle(radius=2.1).move_to(centre).set_fill(colours.eye, 1)
        pupil = Dot(centre, radius=1.25, color=colours.plumage)
        return ring.set_stroke(width=0), pupil

    def measure_length(self) -> VGroup:
        """Return a dimension line under the bill, as long as the bill."""
        left, right = self.outline.get_left()[0], self.outline.get_right()[0]
        y = self.outline.get_bottom()[1] - 0.35
        return _dimension(left * RIGHT + y * UP, right * RIGHT + y * UP, UP)

    def measure_depth(self) -> VGroup:
        """Return a dimension line at the base of the bill, as deep as the bill."""
        x = self.outline.get_left()[0] + 0.16
        low, high = self.outline.get_bottom()[1], self.outline.get_top()[1]
        return _dimension(x * RIGHT + low * UP, x * RIGHT + high * UP, RIGHT)


def _dimension(start: np.ndarray, end: np.ndarray, side: np.ndarray) -> VGroup:
    """Return a line with a short bar across each end."""
    bars = [Line(0.13 * side, -0.13 * side).move_to(point) for point in (start, end)]
    mark = VGroup(Line(start, end), *bars)
    return mark.set_stroke(theme.current().ink, theme.EDGE)
