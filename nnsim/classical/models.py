"""Lines, trees, forests, support vectors: thin calls of scikit-learn.

What you can do here
--------------------
- fit a model by name: ``fit("tree", X, y, Sizes(…))``; see the names: ``MODELS``;
- ask it, or the first n trees of a forest: ``predict(model, X)``, ``grow(model, n)``;
- read the questions and answers of a tree: ``questions``, ``leaves``;
- deal rows out for repeated cross-validation: ``folds``.

Pedregosa et al. 2011, Journal of Machine Learning Research 12:2825. It is imported
where a model is made: that takes longer than reading the settings of all chapters.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.errors import Table
from nnsim.views.planes import Plane

NAMES = ("line", "tree", "forest")


@dataclass(frozen=True)
class Sizes:
    """How large the models may grow."""

    n_leaves: int = 4  # most leaves of the single tree
    n_trees: int = 60  # in the forest
    seed: int = 0


def _line(sizes: Sizes) -> Any:
    """Weigh the features as they are and add them up: logistic regression."""
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression()


def _logistic(sizes: Sizes) -> Any:
    """Do the same with many features, standardised, and with small weights."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000, C=0.1))


def _svm(sizes: Sizes) -> Any:
    """Compare with the training rows that lie nearest to a curved border."""
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler
    from sklearn.svm import SVC

    return make_pipeline(StandardScaler(), SVC(C=3.0))


def _tree(sizes: Sizes) -> Any:
    """Ask one question after another, each about one feature."""
    from sklearn.tree import DecisionTreeClassifier

    return DecisionTreeClassifier(
        max_leaf_nodes=sizes.n_leaves, random_state=sizes.seed
    )


def _forest(sizes: Sizes) -> Any:
    """Let many decision trees vote, each grown on other rows and features."""
    from sklearn.ensemble import RandomForestClassifier

    return RandomForestClassifier(sizes.n_trees, random_state=sizes.seed)


MODELS: Table[Callable[[Sizes], Any]] = Table(
    "classical model",
    {"line": _line, "logistic": _logistic, "svm": _svm, "tree": _tree,
     "forest": _forest},
)  # fmt: skip


def fit(name: str, X: Array, y: Array, sizes: Sizes) -> Any:
    """Fit the model of this name to X (n_samples, n_in), y (n_samples,) classes."""
    return MODELS[name](sizes).fit(X, y)


def predict(model: Any, X: Array) -> Array:
    """Return the probability of each class, (n_samples, n_classes)."""
    return np.asarray(model.predict_proba(X))


def grow(forest: Any, X: Array) -> Array:
    """Return what the first 1, 2, … trees say on average, (n_trees, n_samples, …)."""
    votes = np.stack([tree.predict_proba(X) for tree in forest.estimators_])
    n = np.arange(1, len(votes) + 1)[:, None, None]
    return np.asarray(np.cumsum(votes, axis=0) / n)


@dataclass(frozen=True, eq=False)
class Question:
    """A question of a tree, whether a measurement is at most a threshold."""

    column: int
    threshold: float
    ends: Array  # (2, 2) the line it draws, from end to end


@dataclass(frozen=True, eq=False)
class Leaf:
    """A rectangle of the plane in which a tree gives one answer."""

    box: Array  # (2, 2) low and high of each column
    answer: int  # class
    n: int  # training rows in it
    n_right: int  # of these, rows of that class


def questions(model: Any, plane: Plane) -> tuple[Question, ...]:
    """Return the questions of a tree over two inputs, from the root down."""
    found = []
    for node, box in _nodes(model.tree_, np.array(plane)):
        if model.tree_.children_left[node] >= 0:
            column = int(model.tree_.feature[node])
            threshold = float(model.tree_.threshold[node])
            ends = box.T.copy()  # (low, high) by column
            ends[:, column] = threshold
            found.append(Question(column, threshold, read_only(ends)))
    return tuple(found)


def leaves(model: Any, plane: Plane) -> tuple[Leaf, ...]:
    """Return the answers of a tree, yes before no, from the root down."""
    found = []
    for node, box in _nodes(model.tree_, np.array(plane)):
        if model.tree_.children_left[node] < 0:
            shares = model.tree_.value[node, 0]
            n = int(model.tree_.n_node_samples[node])
            answer = int(shares.argmax())
            right = round(float(shares[answer]) * n)
            found.append(Leaf(read_only(box), answer, n, right))
    return tuple(found)


def _nodes(tree: Any, box: Array, node: int = 0) -> Iterator[tuple[int, Array]]:
    """Walk a tree, yes before no, with the rectangle (2, 2) of each node."""
    yield node, box
    if tree.children_left[node] < 0:
        return
    column, threshold = tree.feature[node], tree.threshold[node]
    low, high = box.copy(), box.copy()
    low[column, 1] = high[column, 0] = threshold
    yield from _nodes(tree, low, tree.children_left[node])
    yield from _nodes(tree, high, tree.children_right[node])


def folds(
    y: Array, n_folds: int, n_repeats: int, seed: int
) -> list[tuple[Array, Array]]:
    """Deal the rows out: (rows to learn from, rows held out), species in equal shares.

    Each repeat deals all rows out into ``n_folds`` parts; each part is held out once.
    """
    from sklearn.model_selection import RepeatedStratifiedKFold

    dealer = RepeatedStratifiedKFold(
        n_splits=n_folds, n_repeats=n_repeats, random_state=seed
    )
    return list(dealer.split(np.zeros((len(y), 1)), y))


def predictor(model: object) -> Callable[[Array], Array]:
    """Return a fitted classical model as a function of its inputs."""
    return lambda X: predict(model, X)
