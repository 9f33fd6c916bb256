"""Both columns of a curve are found, or it is said why not."""

from pathlib import Path

import numpy as np
import pytest

from nnsim.datasets.own.curves import curve_columns, is_curve, read_curve
from nnsim.datasets.own.own_table import OwnTable, read_own
from nnsim.errors import FileError


def table(folder: Path, header: str, *rows: str) -> OwnTable:
    (file := folder / "t.csv").write_text("\n".join([header, *rows]) + "\n")
    return read_own(file)


ROWS = ("1,2.5,7", "2,3.5,8", "4,9.5,7.5")


@pytest.mark.parametrize(
    ("header", "x", "y"),
    [
        ("a,b,c", "a", "b"),
        ("a,Dose (mg),c", "Dose (mg)", "a"),
        ("response,time (h),substrate", "substrate", "response"),
        ("signal,conc_nM,time", "time", "signal"),
        ("replicate,dose,y", "dose", "y"),
        ("plate no,b,c", "b", "c"),
        ("light intensity,PAR,c", "light intensity", "PAR"),
    ],
)
def test_columns_are_found(header: str, x: str, y: str, tmp_path: Path) -> None:
    assert curve_columns(table(tmp_path, header, *ROWS)) == (x, y)


def test_numbers_of_rows_and_constants_are_no_x(tmp_path: Path) -> None:
    rows = [f"{n},5,{n * n},{n**3}" for n in range(1, 9)]
    assert curve_columns(table(tmp_path, "n,temperature,a,b", *rows)) == ("a", "b")
    assert curve_columns(table(tmp_path, "time,temperature,a,b", *rows)) == (
        "time",
        "a",
    )


def test_what_is_named_stays(tmp_path: Path) -> None:
    found = table(tmp_path, "a,dose,c", *ROWS)
    assert curve_columns(found, "a") == ("a", "dose")
    assert curve_columns(found, "", "dose") == ("a", "dose")
    assert curve_columns(found, "c", "a") == ("c", "a")
    with pytest.raises(FileError, match="x and y both name 'a'"):
        curve_columns(found, "a", "a")
    with pytest.raises(FileError, match=r"two columns of numbers that vary.* is one"):
        curve_columns(table(tmp_path, "a,b", "1,u", "3,v"))


def test_rows_stand_in_order_of_x_and_gaps_are_counted(tmp_path: Path) -> None:
    found = table(tmp_path, "x,y", "4,1", "2,", "1,5", "NA,3", "4,0.5")
    read = read_curve(found, "x", "y")
    np.testing.assert_array_equal(read.x, [1, 4, 4])
    np.testing.assert_array_equal(read.y, [5, 1, 0.5])
    assert read.n_missing == 2
    with pytest.raises(FileError, match="no row holds both 'x' and 'y'"):
        read_curve(table(tmp_path, "x,y", "1,", ",2"), "x", "y")


@pytest.mark.parametrize(
    ("header", "is_one"),
    [("a,b,replicate", True), ("a,b,c", False), ("a,dose,c", True)],
)
def test_a_curve_is_known_by_name_or_by_two_columns(
    header: str, is_one: bool, tmp_path: Path
) -> None:
    assert is_curve(table(tmp_path, header, *ROWS)) is is_one
