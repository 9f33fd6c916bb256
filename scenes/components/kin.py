"""A family as dots around a ring, relatives linked; held-out ones are squares."""

import numpy as np
from manim import Line, ManimColor, VGroup, VMobject

from scenes import theme
from scenes.components.plot import draw_marker

DOT = 0.075  # radius of a member, in units


class Kin(VGroup):
    """One family: ``links`` and, on top, ``members``.

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
        muted, ink = theme.role("muted"), theme.role("ink")
        self.links = VGroup()
        for i, j in links:
            across = held_out[i] != held_out[j]  # from one side to the other
            line = Line(at[i], at[j])
            line.set_stroke(ink if across else muted, 2.2 if across else 1.0)
            self.links.add(line)
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
