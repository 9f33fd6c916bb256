"""Tables such as biologists bring, written to files; and read back without a reader."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np
from sklearn.datasets import load_breast_cancer, load_iris, load_wine


class Known(NamedTuple):
    """A table, and what is asked of it: the second class, by two columns."""

    noun: str
    y: str
    x: tuple[str, str]
    classes: tuple[str, str]


KNOWN = {
    "iris": Known(
        "flower", "species", ("sepal length (cm)", "petal length (cm)"),
        ("setosa", "versicolor"),
    ),
    "wine": Known(
        "wine", "cultivar", ("alcohol", "flavanoids"), ("class_0", "class_2")
    ),
    "breast_cancer": Known(
        "patient", "diagnosis", ("worst perimeter", "worst concave points"),
        ("malignant", "benign"),
    ),
    "crabs": Known(
        "crab", "colour form", ("carapace width (mm)", "carapace depth (mm)"),
        ("blue", "orange"),
    ),
    "plants": Known(
        "Pflanze", "Art",
        ("Gehalt an gelöstem Gesamtstickstoff (µmol/l)", "größte Blattrosette (m)"),
        ("Arabidopsis thaliana subsp. neglecta", "Cardamine pratensis"),
    ),
}  # fmt: skip
LOADERS = {"iris": load_iris, "wine": load_wine, "breast_cancer": load_breast_cancer}


def write(name: str, folder: Path) -> Path:
    """Write a known table to a file in a folder."""
    file = folder / f"{name}.csv"
    with file.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows(rows(name))
    return file


def rows(name: str) -> Iterator[Sequence[Any]]:
    """Yield the header of a known table and its rows."""
    known = KNOWN[name]
    if name in LOADERS:
        data: Any = LOADERS[name]()
        yield [*data.feature_names, known.y]
        for x, label in zip(data.data, data.target, strict=True):
            yield [*x, data.target_names[label]]
        return
    random = Random(name)
    yield [*known.x, known.y]
    for k in range(72):  # two in three are of the first class
        kind = int(k % 3 == 2)
        if name == "crabs":
            width = random.gauss(34 + 3 * kind, 6)
            depth = 0.45 * width + 2.6 - 2.4 * kind + random.gauss(0, 0.3)
            x = [f"{width:.1f}", "" if k in (3, 8, 31) else f"{depth:.1f}"]
        else:
            x = [f"{random.gauss(134500 - 30000 * kind, 6000):.1f}",
                 f"{random.gauss(0.0012 + 0.0008 * kind, 0.0001):.5f}"]  # fmt: skip
        yield [*x, known.classes[kind]]


def read(file: Path, known: Known) -> tuple[np.ndarray, np.ndarray]:
    """Return both measurements, (n, 2), and who is of the second class, (n,)."""
    with file.open(encoding="utf-8", newline="") as stream:
        found = [row for row in csv.DictReader(stream) if row[known.y] in known.classes]
    whole = [row for row in found if all(row[name] for name in known.x)]
    x = np.array([[float(row[name]) for name in known.x] for row in whole])
    return x, np.array([row[known.y] == known.classes[1] for row in whole])
