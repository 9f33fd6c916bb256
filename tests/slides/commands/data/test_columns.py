"""What is found in the columns of somebody's table, beside Python's csv and numpy."""

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from nnsim.datasets.own.own_table import read_own
from slides.commands.data.columns import Look, look_at

HEADER = "number,mass (g),species,site,note,unit,nothing,rare,sequence\n"


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rng = np.random.default_rng(4)
    rows = []
    for n in range(40):
        mass = "" if n in (3, 7) else f"{rng.normal(30, 4):.1f}"
        site = "north" if n % 3 else "south"
        rare = n if n < 5 else ""
        species = "" if n == 9 else ("mouse", "vole")[n % 2]
        bases = "".join(rng.choice([*"ACGT"], 12))
        rows.append(f"{n},{mass},{species},{site},note {n},cm,,{rare},{bases}\n")
    file = tmp_path_factory.mktemp("own") / "mice.csv"
    file.write_text(HEADER + "".join(rows), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def look(table: Path) -> Look:
    return look_at(read_own(table))


def test_kinds_of_columns_are_told(look: Look) -> None:
    assert {one.name: one.kind for one in look.columns} == {
        "number": "row numbers",
        "mass (g)": "measurement",
        "species": "classes",
        "site": "classes",
        "note": "text",
        "unit": "constant",
        "nothing": "empty",
        "rare": "few numbers",
        "sequence": "sequences",
    }


def test_values_are_those_of_the_file(look: Look, table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as stream:
        rows = [*csv.DictReader(stream)]
    assert look.n_rows == len(rows)
    for one in look.columns:
        cells = [row[one.name] for row in rows]
        known = [cell for cell in cells if cell]
        assert one.n_missing == len(cells) - len(known)
        assert one.n_different == len(set(known))
        if one.kind == "classes":
            assert dict(one.classes) == Counter(known)
        if one.kind in ("measurement", "row numbers", "few numbers"):
            numbers = np.array(known, dtype=float)
            assert (one.least, one.most) == (numbers.min(), numbers.max())


def test_usual_name_of_the_classes_goes_first_and_another_may_be_said(
    look: Look, table: Path
) -> None:
    assert (look.y, look.classes) == ("species", (("mouse", 20), ("vole", 19)))
    other = look_at(read_own(table), "site")
    assert (other.y, other.classes) == ("site", (("south", 14), ("north", 26)))


def test_unit_is_that_of_the_name(look: Look) -> None:
    assert [one.unit for one in look.columns if one.unit] == ["g"]


def test_table_without_classes_is_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "bare.csv"
    file.write_text("a,b\n" + "".join(f"{n**2},{n**3}\n" for n in range(40)))
    look = look_at(read_own(file))
    assert (look.y, look.classes) == ("", ())
    assert [one.kind for one in look.columns] == ["measurement", "measurement"]
