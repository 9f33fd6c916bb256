"""Samples among those of the other class: only a border that winds gets them right.

What you can do here
--------------------
- find them: ``lone``.
"""

import numpy as np

from nnsim.arrays import Array
from nnsim.problems.question import Question

N_NEAREST = 2  # of another class, all of them


def lone(question: Question, rows: Array) -> Array:
    """Return those of some rows whose nearest in them are of another class."""
    X, labels = question.X[rows], question.labels[rows]
    away = ((X[:, None] - X) ** 2).sum(axis=-1)
    np.fill_diagonal(away, np.inf)
    nearest = away.argsort(axis=1)[:, :N_NEAREST]
    return np.asarray(rows[(labels[nearest] != labels[:, None]).all(axis=1)])
