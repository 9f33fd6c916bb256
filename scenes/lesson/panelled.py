"""The panel beside a lesson's picture: what stands there, and how it is exchanged."""

from manim import FadeIn, VMobject

from scenes.frame import rooms
from scenes.lesson.stage import Stage


class Panelled(Stage):
    """A stage with a panel, whose words and numbers leave together."""

    panel: VMobject  # what stands there; set by the scene that fills it first

    def turn_panel(self, *new: VMobject) -> None:
        """Put something else into the panel.

        Parameters
        ----------
        new
            One thing, which stands where it shall; or several, which are put one
            below the other into the middle of the panel.
        """
        panel = new[0] if len(new) == 1 else rooms.flow(new, rooms.panel())
        self.play(*self.leave(self.panel), run_time=0.4)
        self.play(FadeIn(panel), run_time=0.6)
        self.panel = panel
