"""Chinstrap or not, by the bill alone: one class asked for among three species.

What you can do here
--------------------
- load the question: ``load_birds``.
"""

from nnsim.datasets import penguins
from nnsim.problems.penguin_question import pose
from nnsim.problems.question import Question


def load_birds() -> Question:
    """Load the birds that were fully measured, in the order of the table."""
    birds = penguins.load().complete()
    return pose(birds, penguins.BILL, penguins.SPECIES, asked="Chinstrap")
