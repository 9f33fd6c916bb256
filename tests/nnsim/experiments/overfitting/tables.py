"""Tables that people might bring, and runs of the chapter on them, seen by hand."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from sklearn import datasets

from nnsim.experiments.overfitting import Config, Result, experiment, run
from nnsim.problems.own_data import Measurements
from nnsim.problems.sexes import Parts

SMALL = {"n_splits": 4, "n_moments": 25, "n_epochs": 600, "widths": (1, 4, 64)}
LONG = "Orchideenblütige Prachtbiene", "Südliche Mauerameisenwespe"
Rows = Iterable[tuple[Any, ...]]
Table = tuple[tuple[str, ...], Rows]  # header and rows


def of_sklearn(load: Callable[[], Any], y: str) -> Table:
    """Write a table of scikit-learn's as a spreadsheet would hold it."""
    data = load()
    names = [str(data.target_names[k]) for k in data.target]
    rows = [(*x, name) for x, name in zip(data.data, names, strict=True)]
    return (*map(str, data.feature_names), y), rows


def clouds(n_first: int, n_second: int, away: float, names: tuple[str, ...]) -> Table:
    """Make two classes of two measurements, so far from each other."""
    rng = np.random.default_rng(1)
    kind = np.repeat([0, 1], [n_first, n_second])
    points = rng.normal(away * kind[:, None] * [1, 0.5], 1) * [2, 0.5] + [10, 4]
    rows = [(*point.round(2), names[k]) for point, k in zip(points, kind, strict=True)]
    return ("shell length (cm)", "shell width (cm)", "colony"), rows


def ring() -> Table:
    """Make a class that lies around another."""
    rng = np.random.default_rng(1)
    far = np.repeat([1, 2], 75) + rng.normal(0, 0.45, 150)
    turn = rng.uniform(0, 2 * np.pi, 150)
    points = np.stack([far * np.cos(turn), far * np.sin(turn)], axis=1).round(2)
    rows = [(*at, ("inner", "outer")[k // 75]) for k, at in enumerate(points)]
    return ("east (m)", "north (m)", "zone"), rows


TABLES: dict[str, Callable[[], Table]] = {
    "iris": lambda: of_sklearn(datasets.load_iris, "species"),
    "wine": lambda: of_sklearn(datasets.load_wine, "cultivar"),
    "breast cancer": lambda: of_sklearn(datasets.load_breast_cancer, "diagnosis"),
    "sixty": lambda: clouds(30, 30, 1.5, ("reef", "shore")),
    "unbalanced": lambda: clouds(220, 12, 2.0, ("reef", "shore")),
    "noise": lambda: clouds(100, 100, 0.0, ("reef", "shore")),
    "apart": lambda: clouds(50, 50, 9.0, ("reef", "shore")),
    "ring": ring,
    "long names": lambda: clouds(50, 60, 1.2, LONG),
}
SAID: dict[str, dict[str, Any]] = {
    "iris sepals": {
        "x": ("sepal length (cm)", "sepal width (cm)"),
        "classes": ("versicolor", "virginica"),
    },
    "breast cancer": {"noun": "tumour"},
    "ring": {"noun": "oyster"},
    "long names": {"noun": "Bienenstichprobe", "nouns": "Bienenstichproben"},
}
CARRIED = (
    "iris", "iris sepals", "wine", "breast cancer", "sixty", "unbalanced", "noise",
    "ring", "long names",
)  # fmt: skip


@dataclass(frozen=True)
class Seen:
    """Curves and answers of a run on a table, one row a split."""

    result: Result
    parts: Parts
    fits: dict[int, Any]  # by width: probabilities (n_splits, n_samples) at the end
    at_turn: np.ndarray  # the same of the widest, where its held-out loss is least
    truth: np.ndarray  # (n_samples,) 1 for the class asked for, from the file


def config_of(name: str, folder: Path, **settings: Any) -> Config:
    """Write a table into a folder, and return settings that name it."""
    file = folder / f"{name.replace(' ', '_')}.csv"
    header, rows = TABLES[name.removesuffix(" sepals")]()
    with file.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([header, *rows])
    data = Measurements(file=str(file), **SAID.get(name, {}))
    return Config(data=data, **{**SMALL, **settings})


@cache
def see(config: Config) -> Seen:
    """Run the chapter, and keep what its networks answer."""
    kept: dict[int, Any] = {}
    usual, parted = experiment.fit, []

    def spy(width: int, asked: Any, parts: Parts, **settings: Any) -> Any:
        found, history = usual(width, asked, parts, **settings)
        kept[width] = history
        parted.append(parts)
        return found, history

    with patch.object(experiment, "fit", spy):
        result = run(config)
    X = result.question.X
    wide = kept[config.wide]
    answers = {
        width: history.network.predict(X)[..., 0] for width, history in kept.items()
    }
    at_turn = np.stack(
        [
            wide.snapshots[k].predict(X)[s, :, 0]
            for s, k in enumerate(result.wide.fit.turns)
        ]
    )
    return Seen(result, parted[0], answers, at_turn, labels_of(result))


def labels_of(result: Result) -> np.ndarray:
    """Read the labels of the samples out of the file, by their measurements."""
    question = result.question
    with Path(result.config.data.file).open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if "" not in row.values()]
    columns = [
        next(name for name in rows[0] if name.replace("_", " ").startswith(feature))
        for feature in (result.feature_1, result.feature_2)
    ]
    y = [*rows[0]][-1]
    meant = [row for row in rows if row[y] in question.keys]
    measured = [[float(row[name]) for name in columns] for row in meant]
    np.testing.assert_array_equal(question.points, measured)
    return np.array([row[y] == question.keys[1] for row in meant], dtype=int)
