"""Play a recorded run: the picture of step k for each k, none made up between."""

from collections.abc import Callable, Sequence
from typing import Any

from manim import Animation, Group, Mobject, Scene, linear

Draw = Callable[[int], object]


class Replay(Animation):
    """Step through a computed history.

    Parameters
    ----------
    mobjects
        All that the steps change.
    draw
        Functions that each show step k of their part.
    n_steps
        Number of the last step; the first is 0.
    early
        Give the early steps, where most happens, more time.
    """

    def __init__(
        self,
        mobjects: Sequence[Mobject],
        draw: Sequence[Draw],
        n_steps: int,
        *,
        early: bool = True,
        **kwargs: Any,
    ) -> None:
        self.draw = draw
        self.n_steps = n_steps
        self.early = early
        self.together = Group(*mobjects)
        self.shown: int | None = None  # the step that the picture shows
        super().__init__(self.together, rate_func=linear, **kwargs)

    def step_at(self, alpha: float) -> int:
        """Return the step to show after a share ``alpha`` of the time.

        What is played beside it may take longer: the share is then more than one.
        """
        alpha = min(alpha, 1)
        if self.early:
            return round(float((self.n_steps + 1) ** alpha - 1))
        return round(self.n_steps * alpha)

    def begin(self) -> None:
        """Show the first step."""
        self.shown = None
        super().begin()

    def create_starting_mobject(self) -> Any:
        """Return nothing: where a run starts is in the first step, not in shapes."""
        return Group()

    def interpolate_mobject(self, alpha: float) -> None:
        """Show the step that is due, if it is not shown already."""
        step = self.step_at(alpha)
        if step != self.shown:
            self.shown = step
            for draw in self.draw:
                draw(step)

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Leave the mobjects in the scene one by one, as they were before."""
        super().clean_up_from_scene(scene)
        scene.remove(self.together)
        scene.add(*self.together)
