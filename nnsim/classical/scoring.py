"""Classical models, fitted on features and judged on held-out rows.

What you can do here
--------------------
- fit a model by name and get its held-out accuracy: ``score("svm", train, test)``;
- get its answers instead: ``answers("svm", train, X)``.

The models are those of :data:`nnsim.classical.models.MODELS`.
"""

from typing import TypeAlias

import numpy as np

from nnsim.arrays import Array
from nnsim.classical.models import Sizes, fit

Rows: TypeAlias = tuple[Array, Array]  # features (n, n_features), labels (n,)


def answers(name: str, train: Rows, X: Array, seed: int = 0) -> Array:
    """Fit a model on the training rows; return the label it gives to each row of X.

    Parameters
    ----------
    name
        "logistic" regression or "svm", both on standardised features, or "forest".
    train
        Features and labels to learn from.
    X
        Features of other rows, (n, n_features).
    seed
        Of the forest's random choices.
    """
    return np.asarray(fit(name, *train, Sizes(seed=seed)).predict(X))


def score(name: str, train: Rows, test: Rows, seed: int = 0) -> float:
    """Fit a model on the training rows; return its accuracy on the test rows, 0 … 1.

    Parameters
    ----------
    name, train, seed
        See :func:`answers`.
    test
        Features and labels to judge by.
    """
    X, labels = test
    return float(np.mean(answers(name, train, X, seed) == labels))
