"""Chinstrap or not, by the bill alone: one class asked for among three species.

What you can do here
--------------------
- load the question: ``load_birds``;
- say that there is no bird with the bill that is asked for: ``bird_faults``.
"""

from collections.abc import Iterator

from nnsim.bounds import Fault
from nnsim.datasets import penguins
from nnsim.problems.penguin_question import pose
from nnsim.problems.question import Question


def load_birds() -> Question:
    """Load the birds that were fully measured, in the order of the table."""
    birds = penguins.load().complete()
    return pose(birds, penguins.BILL, penguins.SPECIES, asked="Chinstrap")


def bird_faults(length: float, depth: float) -> Iterator[Fault]:
    """Yield a fault if no bird has a bill of this length and depth, mm."""
    try:
        penguins.find(load_birds().measured, length, depth)
    except ValueError as error:
        yield "bill_length", f"{error}"
