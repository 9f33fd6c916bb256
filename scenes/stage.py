"""What of a mobject the scene shows, in whatever groups it came there."""

from collections.abc import Collection, Sequence

from manim import Mobject


def parts_on_stage(
    stage: Sequence[Mobject], wanted: Sequence[Mobject]
) -> list[Mobject]:
    """Return the largest parts of the wanted mobjects that are shown whole.

    Parameters
    ----------
    stage
        The mobjects of the scene.
    wanted
        Mobjects of which all, some or nothing is on the stage.
    """
    shown = {id(leaf) for mobject in stage for leaf in _leaves(mobject)}
    return [part for mobject in wanted for part in _within(mobject, shown)]


def _leaves(mobject: Mobject) -> Sequence[Mobject]:
    """Return the parts of a mobject that are drawn."""
    leaves: Sequence[Mobject] = mobject.family_members_with_points()
    return leaves


def _within(mobject: Mobject, shown: Collection[int]) -> list[Mobject]:
    """Return the largest parts of a mobject that are shown whole, by ids of leaves."""
    visible = [id(leaf) in shown for leaf in _leaves(mobject)]
    if not any(visible):
        return []
    if all(visible):
        return [mobject]
    return [part for sub in mobject.submobjects for part in _within(sub, shown)]
