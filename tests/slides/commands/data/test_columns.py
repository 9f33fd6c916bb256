"""What is found in the columns of somebody's table, beside Python's csv and numpy."""

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from nnsim.datasets.own.own_table import read_own
from nnsim.problems.own_data import Measurements
from slides.commands.data.columns import Look, look_at

HEADER = "number,mass (g),species,site,note,unit,nothing,length,sequence\n"


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rng = np.random.default_rng(4)
    rows = []
    for n in range(40):
        mass = "" if n in (3, 7) else f"{rng.normal(30, 4):.1f}"
        site = "north" if n % 3 else "south"
        length = 2.5 * n if n != 20 else "about 3"
        species = "" if n == 9 else ("mouse", "vole")[n % 2]
        bases = "".join(rng.choice([*"ACGT"], 12))
        rows.append(f"{n},{mass},{species},{site},note {n},cm,,{length},{bases}\n")
    file = tmp_path_factory.mktemp("own") / "mice.csv"
    file.write_text(HEADER + "".join(rows), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def look(table: Path) -> Look:
    return look_at(read_own(table), Measurements)


def test_kinds_of_columns_are_told(look: Look) -> None:
    assert {one.name: one.kind for one in look.columns} == {
        "number": "index",
        "mass (g)": "number",
        "species": "class",
        "site": "class",
        "note": "text",
        "unit": "text",
        "nothing": "text",
        "length": "number",
        "sequence": "sequence",
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
        assert dict(one.classes) == (Counter(known) if one.kind == "class" else {})
        if one.kind in ("number", "index") and not one.fault:
            numbers = np.array(known, dtype=float)
            assert (one.least, one.most) == (numbers.min(), numbers.max())


def test_usual_name_of_the_classes_goes_first_and_another_may_be_said(
    look: Look, table: Path
) -> None:
    assert look.y == "species"
    assert look_at(read_own(table), Measurements, y="site").y == "site"


def test_unit_is_that_of_the_name(look: Look) -> None:
    assert [one.unit for one in look.columns if one.unit] == ["g"]


def test_table_without_classes_is_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "bare.csv"
    file.write_text("a,b\n" + "".join(f"{n**2},{n**3}\n" for n in range(40)))
    look = look_at(read_own(file), Measurements)
    assert look.y == ""
    assert [one.kind for one in look.columns] == ["number", "number"]


def test_cell_that_is_no_number_is_named_with_its_line(look: Look) -> None:
    (one,) = (one for one in look.columns if one.fault)
    assert one.name == "length"
    assert one.fault.startswith("line 22: ")
    assert "'about 3' is no number" in one.fault
    assert (one.least, one.most) == (None, None)
