"""Scene of the chapter beta."""

from nnsim.experiments import beta
from scenes.lesson.lesson import Lesson


class Beta(Lesson):
    """What the viewer should remember of beta."""

    experiment = beta
    title = "Chapter Beta & more"

    def construct(self) -> None:
        self.beat("first", f"The seed is {self.result.seed}. A < B, says the text.")
        self.beat("why_question", "Why is that so?", question=True)
        self.beat("why", "It was chosen, so that the test can find it again.")
