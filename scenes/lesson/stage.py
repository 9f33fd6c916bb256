"""The stage of a lesson: where its foot is, and how things leave it."""

from collections.abc import Collection, Sequence

import numpy as np
from manim import DL, UP, Mobject

from scenes.components.appear import Vanish
from scenes.components.paragraph import Paragraph
from scenes.frame import theme
from scenes.frame.safe_area import frame_edge
from scenes.lesson.filmed import Filmed


class Stage(Filmed):
    """A slide that knows the layout of all."""

    def foot(self) -> np.ndarray:
        """Return the middle of the lowest line that captions leave free."""
        up = theme.units(theme.BODY)
        return np.array([0, frame_edge(DL, captions=True)[1] + up / 2, 0])

    def stand_on_foot(self, words: Paragraph) -> Paragraph:
        """Put words so that their last line is the lowest that captions leave free."""
        rise = (words.height - words[0].height) / 2
        return words.move_to(self.foot()).shift(rise * UP)

    def leave(self, *mobjects: Mobject) -> list[Vanish]:
        """Return fade-outs of what is shown of mobjects, however it was put there."""
        going = parts_on_stage(self.mobjects, mobjects)
        self.restructure_mobjects(going)
        return [Vanish(part) for part in going]


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
