"""Classical models, fitted on features and judged on held-out rows.

What you can do here
--------------------
- fit a model by name and get its held-out accuracy: ``score("svm", train, test)``;
- get its answers instead: ``answers("svm", train, X)``;
- see which models there are: ``MODELS``.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from nnsim.arrays import Array
from nnsim.errors import Table

Rows: TypeAlias = tuple[Array, Array]  # features (n, n_features), labels (n,)
N_TREES = 60


def _logistic(seed: int) -> Any:
    """Weigh the features and add them up, as a single layer of neurons does."""
    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000, C=0.1))


def _svm(seed: int) -> Any:
    """Compare with the training rows that lie nearest to a curved border."""
    return make_pipeline(StandardScaler(), SVC(C=3.0))


def _forest(seed: int) -> Any:
    """Let many decision trees vote, each grown on other rows and features."""
    return RandomForestClassifier(N_TREES, random_state=seed)


MODELS: Table[Callable[[int], Any]] = Table(
    "classical model", {"logistic": _logistic, "svm": _svm, "forest": _forest}
)


def answers(name: str, train: Rows, X: Array, seed: int = 0) -> Array:
    """Fit a model on the training rows; return the label it gives to each row of X.

    Parameters
    ----------
    name
        One of ``MODELS``: logistic regression or a support vector machine with a
        radial kernel, both on standardised features, or a random forest.
    train
        Features and labels to learn from.
    X
        Features of other rows, (n, n_features).
    seed
        Of the forest's random choices.
    """
    return np.asarray(MODELS[name](seed).fit(*train).predict(X))


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
