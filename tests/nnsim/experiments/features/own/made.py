"""Sequences made for tests: what tells their classes apart is known."""

import csv
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import numpy as np

from nnsim.experiments.features import Config, run
from nnsim.problems.own_data import Sequences

MOTIF, PLACE = "TACGAT", 11  # and where it stands if it does not move
LENGTH = 30
QUICK = {
    "n_splits": 2, "logo_epochs": 12, "aligned_epochs": 6, "filter_epochs": (0, 8, 20),
    "n_filters": 8,
}  # fmt: skip
CLASSES = ("promoter", "other", "a third kind of stretch with a long name", "no. 4 {x}")
KINDS = ("fixed", "anywhere", "noise", "three", "four")


def made(kind: str, n: int = 400, seed: int = 0) -> list[tuple[str, str]]:
    """Return sequences and their classes; the first class alone has the motif."""
    rng = np.random.default_rng(seed)
    n_classes = {"three": 3, "four": 4}.get(kind, 2)
    rows = []
    for row in range(n):
        label, letters = row % n_classes, rng.choice([*"ACGT"], LENGTH)
        if label == 0 and kind != "noise":
            moved = int(rng.integers(LENGTH - len(MOTIF) + 1))
            at = moved if kind == "anywhere" else PLACE
            letters[at : at + len(MOTIF)] = [*MOTIF]
        if label > 1:
            letters[:6] = [*("GGGGGG", "CCCCCC")[label - 2]]
        rows.append(("".join(letters), CLASSES[label]))
    return rows


def write(
    file: Path, rows: Iterable[Sequence[str]], header: Sequence[str] = ("seq", "kind")
) -> Sequences:
    """Write a table; return what names it in the settings."""
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows([header, *rows])
    return Sequences(file=str(file))


@cache
def data_of(kind: str) -> Sequences:
    """Write a table of a kind, once."""
    return write(Path(mkdtemp()) / f"{kind}.csv", made(kind))


@cache
def result_of(kind: str) -> Any:
    """Run the chapter on sequences of a kind, once."""
    return run(Config(data=data_of(kind), **QUICK))  # type: ignore[arg-type]


def as_rna(bases: str) -> str:
    """Write DNA as RNA."""
    return bases.replace("T", "U")


@cache
def data_of_rna() -> Sequences:
    """Write the sequences of kind "fixed" as RNA, once."""
    rows = [(as_rna(bases), label) for bases, label in made("fixed")]
    return write(Path(mkdtemp()) / "rna.csv", rows)


@cache
def result_of_rna() -> Any:
    """Run the chapter on these, once."""
    return run(Config(data=data_of_rna(), **QUICK))  # type: ignore[arg-type]
