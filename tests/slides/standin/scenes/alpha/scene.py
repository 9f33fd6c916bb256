"""Scene of the chapter alpha."""

from nnsim.experiments import alpha
from scenes.lesson.lesson import Lesson


class Alpha(Lesson):
    """What the viewer should remember of alpha."""

    experiment = alpha
    title = "Chapter Alpha & more"

    def construct(self) -> None:
        self.beat("first", f"The seed is {self.result.seed}. A < B, says the text.")
        self.beat("why_question", "Why is that so?", question=True)
        self.beat("why", "It was chosen, so that the test can find it again.")
