"""Scene of the chapter alpha."""

from nnsim.experiments import alpha
from scenes.lesson.lesson import Lesson


class Alpha(Lesson):
    """What the viewer should remember of alpha."""

    experiment = alpha

    def construct(self) -> None:
        self.beat("first")
        self.beat("why_question")
        self.beat("why")
