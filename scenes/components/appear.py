"""How things to read come, go and travel.

A patch is there at once when its number comes, and stays until it has gone: one
that fades with it would let the line behind strike through the digits.
"""

from typing import Any

from manim import FadeIn, FadeOut, Mobject, ReplacementTransform, VMobject

from scenes.components.text import Written


def _cover(mobject: Mobject) -> Mobject:
    """Make the patches of all that is written in a mobject opaque."""
    for part in mobject.get_family():
        if isinstance(part, Written) and part.patch is not None:
            part.patch.set_fill(opacity=1)
    return mobject


class Appear(FadeIn):
    """Fade in, on a patch that is there from the first frame."""

    def create_starting_mobject(self) -> Any:
        """Return what the first frame shows."""
        return _cover(super().create_starting_mobject())


class Vanish(FadeOut):
    """Fade out, on a patch that stays until the last frame."""

    def create_target(self) -> Any:
        """Return what the last frame shows."""
        return _cover(super().create_target())


def travel(source: Mobject, target: VMobject) -> ReplacementTransform:
    """Let a number go from where it stands already to where it is used next.

    The source stays; what travels is a copy of the target, so that no digit turns
    into another shape on the way.
    """
    return ReplacementTransform(target.copy().move_to(source), target)


def emerge(source: VMobject, target: VMobject) -> ReplacementTransform:
    """Let a shape come out of another, which stays, and take on colour on the way.

    A copy that is there from the first frame would darken a source of which one sees
    the ground.
    """
    return ReplacementTransform(source.copy().fade(1), target)
