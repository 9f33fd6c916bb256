"""Two nerve cells and the synapse between them: a sketch, not data."""

from collections.abc import Sequence

import numpy as np
from manim import DEGREES, LEFT, RIGHT, UP, Circle, Line, VGroup, VMobject

from scenes.frame import theme

BODY = 0.27  # radius of a cell body, in units
BRANCHES = (100, 145, 195, 240)  # directions of the dendrites, in degrees
TWIG = 0.2  # length of the twigs in which a dendrite ends


def curve(points: Sequence[np.ndarray]) -> VMobject:
    """Return a smooth line through points in the colour of cells."""
    line = VMobject().set_points_smoothly(list(points))
    return line.set_stroke(theme.current().muted, theme.EDGE)


class SynapseSketch(VGroup):
    """One cell's axon ends on another cell.

    Parameters
    ----------
    length
        Distance between the two cell bodies, in units.
    """

    def __init__(self, length: float = 2.6) -> None:
        super().__init__()
        first, second = length / 2 * LEFT, length / 2 * RIGHT
        self.bodies = VGroup(self._body(first), self._body(second))
        # The end of the axon stops just short of the other cell.
        tip = second + (BODY + 0.14) * LEFT
        axon = curve(
            [
                first + BODY * RIGHT,
                first + (BODY + 0.35 * length) * RIGHT + 0.12 * UP,
                tip,
            ]
        )
        color = theme.current().ink
        self.contact = Circle(radius=0.1).set_fill(color, 1).set_stroke(width=0)
        self.contact.move_to(tip).set_z_index(2)
        tail = curve([second + BODY * RIGHT, second + 0.75 * RIGHT + 0.06 * UP])
        self.add(*self._dendrites(first, BRANCHES))
        self.add(*self._dendrites(second, (60, 300)))
        self.add(axon, tail, self.bodies, self.contact)

    def _body(self, at: np.ndarray) -> Circle:
        """Draw a cell body."""
        body = Circle(radius=BODY).set_fill(theme.current().panel, 1)
        return body.set_stroke(theme.current().ink, theme.EDGE).move_to(at)

    def _dendrites(self, at: np.ndarray, ways: Sequence[int]) -> list[VGroup]:
        """Draw branches in these directions, each of which forks."""
        branches = []
        for degrees in ways:
            out = self._toward(degrees)
            fork = at + (BODY + 0.2) * out
            twigs = [
                Line(fork, fork + TWIG * self._toward(degrees + turn))
                for turn in (-32, 32)
            ]
            branch = VGroup(Line(at + BODY * out, fork), *twigs)
            branches.append(branch.set_stroke(theme.current().muted, theme.EDGE))
        return branches

    @staticmethod
    def _toward(degrees: float) -> np.ndarray:
        """Return the unit vector in a direction."""
        angle = degrees * DEGREES
        return np.array([np.cos(angle), np.sin(angle), 0.0])
