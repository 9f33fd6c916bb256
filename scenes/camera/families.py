"""The mobjects that are drawn, in order, as Manim's camera finds them, but quicker."""

from collections.abc import Sequence
from operator import attrgetter

from manim import Mobject


def drawn_members(mobjects: Sequence[Mobject]) -> Sequence[Mobject]:
    """Return mobjects and all below them that have points, from back to front.

    What is listed twice counts where it stands last.
    """
    # From the end, so that nothing below a mobject that was met need be met again.
    found: dict[Mobject, None] = {}
    for mobject in reversed(mobjects):
        _meet(mobject, found)
    members = [one for one in reversed(found) if len(one.points)]
    members.sort(key=attrgetter("z_index"))
    return members


def _meet(mobject: Mobject, found: dict[Mobject, None]) -> None:
    """Note a mobject and all below it that have not been met."""
    if mobject not in found:
        for below in reversed(mobject.submobjects):
            _meet(below, found)
        found[mobject] = None
