"""Questions about the penguins: which measurements, which classes, in which words.

What you can do here
--------------------
- ask for species or sex by some measurements: ``pose``.
"""

from collections.abc import Sequence

import numpy as np

from nnsim.datasets import penguins
from nnsim.datasets.penguins import Penguins
from nnsim.problems.question import Question


def pose(
    birds: Penguins,
    columns: Sequence[str],
    classes: Sequence[str],
    of: str = "species",
    asked: str | None = None,
) -> Question:
    """Ask of which class each bird is.

    Parameters
    ----------
    birds
        Have been measured in these columns, and are of one of the classes.
    columns
        Measurements that are seen.
    classes
        As the table writes them.
    of
        Column of the table that holds them.
    asked
        The class that is asked for; all if None.
    """
    words = [penguins.WORDS[name] for name in columns]
    numbers = {name: k for k, name in enumerate(classes)}
    return Question(
        measured=birds.measurements(*columns),
        labels=np.array([numbers[name] for name in getattr(birds, of)]),
        scale=penguins.ROUND.columns(*columns),
        features=tuple(feature for feature, _, _ in words),
        short=tuple(short for _, short, _ in words),
        units=tuple(unit for _, _, unit in words),
        keys=tuple(classes),
        classes=tuple(penguins.DISPLAY.get(name, name) for name in classes),
        nouns=penguins.NOUNS,
        population=penguins.POPULATION,
        asked=None if asked is None else numbers[asked],
        of=of,
        portrait="bill" if tuple(columns) == penguins.BILL else "",
        credit=penguins.CREDIT,
    )
