"""Scene of the chapter beta."""

from nnsim.experiments import beta
from scenes.lesson.lesson import Lesson


class Beta(Lesson):
    """What the viewer should remember of beta."""

    experiment = beta

    def construct(self) -> None:
        self.beat("first")
        self.beat("why_question")
        self.beat("why")
