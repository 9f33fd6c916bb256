"""The words around a lesson's picture: title, name of the chapter, question."""

from typing import Any

from manim import DOWN, UL, UR, FadeIn, FadeOut, VMobject

from scenes.components.paragraph import Paragraph
from scenes.components.text import Label
from scenes.frame import rooms, theme
from scenes.frame.safe_area import frame_edge
from scenes.lesson.lines import Lines
from scenes.lesson.panelled import Panelled
from scenes.lookup import Filled

TITLE_OUT, TITLE_IN = 0.2, 0.3  # s in which the old title goes, and the new one comes


class Headed(Lines, Panelled):
    """A stage with a title above and, at times, a question at its foot."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._heading: Paragraph | None = None
        self._chapter: Label | None = None
        self._question: Paragraph | None = None

    @property
    def around(self) -> list[VMobject]:
        """What of these words is on screen."""
        words = (self._heading, self._chapter, self._question)
        return [mobject for mobject in words if mobject is not None]

    def set_heading(
        self, title: str, chapter: str, filled: tuple[Filled, ...] = ()
    ) -> None:
        """Change the title at the top left; name the chapter at the top right.

        Where the frame is no wider than high, the chapter stands above the title.
        """
        if self._heading is not None and self._heading.words == title:
            return
        above = rooms.extra_lines() > 0
        new = Paragraph(
            title, rooms.whole().width, filled, pixels=theme.TITLE, weight="SEMIBOLD"
        )
        new.move_to(frame_edge(UL), aligned_edge=UL)
        new.shift(above * rooms.CHAPTER_LINE * DOWN)
        if self._heading is None:
            self._chapter = Label(chapter, color=theme.role("muted"))
            corner = UL if above else UR
            self._chapter.move_to(frame_edge(corner), corner)
            both = FadeIn(new), FadeIn(self._chapter)
            self.play(*both, run_time=TITLE_OUT + TITLE_IN)
        else:  # one after the other, since both stand at one place
            self.play(FadeOut(self._heading), run_time=TITLE_OUT)
            self.play(FadeIn(new), run_time=TITLE_IN)
        self._heading = new

    def ask_question(self, question: str) -> None:
        """Put a question at the foot; its fields are filled in from the result."""
        asked = self.paragraph(
            question, pixels=theme.BODY, weight="SEMIBOLD", patch=True
        )
        self._question = self.stand_on_foot(asked).set_z_index(10)
        self.play(FadeIn(self._question))

    def answer_question(self) -> None:
        """Take the question away, if there is one: what follows answers it."""
        if self._question is not None:
            self.play(FadeOut(self._question), run_time=0.3)
            self._question = None
