"""Curves such as biologists measure, written to files, and how they fit best."""

import csv
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np


class Known(NamedTuple):
    """A curve: its columns, and how it was made."""

    x: str
    y: str
    places: tuple[float, ...]
    n_each: int
    height: float
    k: float
    noise: float
    missing: int = 0  # rows without y


KNOWN = {
    "rates": Known(
        "substrate (mM)", "rate (µmol/min)", (0.25, 0.5, 1, 2, 4, 8, 16), 2, 2.4, 1.9,
        0.05,
    ),
    "doses": Known(
        "dose (µg/ml)", "response (%)", (0, 0.3, 1, 3, 10, 30, 100), 3, 95, 6.5, 3, 1
    ),
    "light": Known(
        "PAR", "net photosynthesis",
        (0, 25, 50, 100, 200, 400, 600, 800, 1200, 1600, 2000), 1, 24, 310, 0.4,
    ),
    "uptake": Known(
        "time after the addition of glucose (min)",
        "uptake of labelled phosphate (nmol/mg)",
        (1, 2, 3, 5, 8, 12, 20, 30), 2, 0.04, 6, 0.001,
    ),
}  # fmt: skip


def write(name: str, folder: Path, mark: str = ",") -> Path:
    """Write a known curve; with semicolons between cells, its commas are decimal."""
    file = folder / f"{name}.csv"
    with file.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream, delimiter=mark).writerows(
            [cell.replace(".", ",") if mark == ";" else cell for cell in row]
            for row in rows(name)
        )
    return file


def rows(name: str) -> list[list[str]]:
    """Return the header of a known curve and its rows."""
    known, random = KNOWN[name], Random(name)
    made = [[known.x, known.y]]
    for x in known.places:
        for _ in range(known.n_each):
            y = known.height * x / (known.k + x) + random.gauss(0, known.noise)
            is_missing = len(made) <= known.missing
            made.append([f"{x:g}", "" if is_missing else f"{y:.4g}"])
    return made


def points(name: str) -> tuple[np.ndarray, np.ndarray]:
    """Return x and y of the rows that hold both, (n,) each."""
    found = [(float(x), float(y)) for x, y in rows(name)[1:] if y]
    x, y = np.array(found).T
    return x, y


def least_squares(x: np.ndarray, y: np.ndarray) -> tuple[float, float, float]:
    """Return height, k and the mean square of the best curve, by looking everywhere.

    At each k the best height is that of a line through zero; k is looked for on finer
    and finer grids.
    """
    low, high = 1e-4 * x.max(), 1e4 * x.max()
    for _ in range(12):
        k = np.geomspace(low, high, 401)
        share = x / (k[:, None] + x)
        heights = share @ y / (share**2).sum(axis=1)
        squares = ((heights[:, None] * share - y) ** 2).mean(axis=1)
        at = int(squares.argmin())
        low, high = k[max(0, at - 1)], k[min(400, at + 1)]
    return float(heights[at]), float(k[at]), float(squares[at])
