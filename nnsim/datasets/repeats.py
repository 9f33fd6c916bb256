"""Sequences that stand in a table more than once.

What you can do here
--------------------
- keep each once, if all say the same of it: ``of_one_label``.
"""

from collections.abc import Iterable


def of_one_label(pairs: Iterable[tuple[str, str]]) -> list[int]:
    """Return the place of the first of each sequence that carries one label only.

    Without this, copies of a training sequence could stand among those held out.

    Parameters
    ----------
    pairs
        Sequences, each with its label.
    """
    labels: dict[str, set[str]] = {}
    first: dict[str, int] = {}
    for place, (sequence, label) in enumerate(pairs):
        labels.setdefault(sequence, set()).add(label)
        first.setdefault(sequence, place)
    return [place for sequence, place in first.items() if len(labels[sequence]) == 1]
