"""A family as dots around a ring, relatives linked; held-out ones are squares."""

import numpy as np
from manim import ManimColor, VGroup, VMobject

from scenes.components._pieces import straight
from scenes.components.plot import draw_marker
from scenes.frame import theme

DOT = 0.075  # radius of a member, in units


class Kin(VGroup):
    """One family: ``links``, ``within`` a side and ``across``; on top, ``members``.

    Parameters
    ----------
    links
        (n_links, 2) members that are related directly.
    held_out
        (n_members,) whether a member is held out.
    train, test
        Colours of members to learn from and held out.
    radius
        Of the ring, in units.
    """

    def __init__(
        self,
        links: np.ndarray,
        held_out: np.ndarray,
        *,
        train: ManimColor,
        test: ManimColor,
        radius: float,
    ) -> None:
        n = len(held_out)
        turn = 2 * np.pi * np.arange(n) / n + np.pi / 2
        at = radius * np.stack([np.cos(turn), np.sin(turn), np.zeros(n)], axis=1)
        across = held_out[links[:, 0]] != held_out[links[:, 1]]
        self.within = self._lines(at[links[~across]], "muted", 1.0)
        self.across = self._lines(at[links[across]], "ink", 2.2)
        self.links = VGroup(self.within, self.across)
        self.members = VGroup()
        self.to_learn_from: list[VMobject] = []  # members that are not held out
        for place, out in zip(at, held_out, strict=True):
            member = draw_marker("square" if out else "circle", DOT * (1 + 0.35 * out))
            member.set_stroke(width=0).set_fill(test if out else train, 1)
            self.members.add(member.move_to(place))
            if not out:
                self.to_learn_from.append(member)
        self.held_out = held_out
        super().__init__(self.links, self.members)

    def _lines(self, ends: np.ndarray, role: str, width: float) -> VMobject:
        """Draw lines between ends (n, 2, 3) as one mobject."""
        lines = VMobject().set_stroke(theme.role(role), width)
        return lines.set_points(straight(ends[:, 0], ends[:, 1]))
