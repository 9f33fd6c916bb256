"""Adelie or Gentoo, by the bill alone: two species that a line can part.

What you can do here
--------------------
- load the question: ``load_birds``.
"""

from nnsim.datasets import penguins
from nnsim.problems.penguin_question import pose
from nnsim.problems.question import Question

SPECIES = penguins.SPECIES[:2]


def load_birds() -> Question:
    """Load the fully measured birds of both species, in the order of the table."""
    birds = penguins.load().complete().where_species(*SPECIES)
    return pose(birds, penguins.BILL, SPECIES, asked="Gentoo")
