"""A table reads back as written, whatever program wrote it."""

import csv
import datetime
import hashlib
import io
import math
import string
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from nnsim.datasets.own.own_table import OwnTable, read_own

Rows = Sequence[Sequence[str]]
HEADER = ["species", "width (mm)", "depth, of all"]
ROWS = [["blue", "1.5", "10"], ["orange", "-2e3", ".5"], ['the "third"', "0", "7."]]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32"]
MARKS = [",", ";", "\t"]
ENDS = ["\n", "\r\n", "\r"]


def written(rows: Rows, mark: str = ",", end: str = "\n", quotes: bool = False) -> str:
    stream = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if quotes else csv.QUOTE_MINIMAL
    csv.writer(stream, delimiter=mark, lineterminator=end, quoting=quoting).writerows(
        rows
    )
    return stream.getvalue()


def table(folder: Path, content: str | bytes, name: str = "t.csv") -> OwnTable:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_own(file)


def rows_of(found: OwnTable) -> list[list[str]]:
    return [list(row) for row in zip(*found.cells, strict=True)]


@pytest.mark.parametrize("name", ["t.csv", "t.tsv", "t.txt", "t"])
@pytest.mark.parametrize("mark", MARKS)
def test_the_mark_is_found_whatever_the_name(
    tmp_path: Path, name: str, mark: str
) -> None:
    found = table(tmp_path, written([HEADER, *ROWS], mark), name)
    assert list(found.names) == HEADER
    assert rows_of(found) == ROWS
    assert found.lines == (2, 3, 4)
    assert found.digest == hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()
    assert len(found) == 3


@pytest.mark.parametrize("code", ENCODINGS)
@pytest.mark.parametrize("end", ENDS)
def test_encodings_with_a_mark_and_all_ends_of_lines(
    tmp_path: Path, code: str, end: str
) -> None:
    rows = [["Größe (µm)", "種"], ["1", "äöü"], ["2", "–"], ["3", "x"]]
    found = table(tmp_path, written(rows, ";", end).encode(code))
    assert list(found.names) == rows[0]
    assert found.column("種") == ("äöü", "", "x")


CELL = st.text(string.ascii_letters + string.digits + " ,;\"'\t\näµ.-+%", max_size=8)


def tidy(cell: str) -> str:
    return cell.strip()


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """Tables as they are read: nothing missing, no blanks around."""
    n_columns = draw(st.integers(2, 5))
    word = CELL.map(tidy).filter(lambda c: c not in ("", ".", "-") and c[0] not in "#>")
    name = word.map(lambda c: " ".join(f"n{c}".split()))
    header = draw(st.lists(name, min_size=n_columns, max_size=n_columns, unique=True))
    safe = word.map(lambda c: f"c{c}" if c.lower() in ("na", "nan", "null") else c)
    row = st.lists(safe, min_size=n_columns, max_size=n_columns)
    return [header, *draw(st.lists(row, min_size=1, max_size=6))]


@settings(max_examples=60, deadline=None)
@given(
    rows=tables(),
    mark=st.sampled_from(MARKS),
    code=st.sampled_from(ENCODINGS),
    end=st.sampled_from(ENDS),
    blank=st.integers(0, 2),
    empty=st.integers(0, 2),
    note=st.booleans(),
)
def test_a_table_in_every_dialect_reads_back_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[list[str]],
    mark: str,
    code: str,
    end: str,
    blank: int,
    empty: int,
    note: bool,
) -> None:
    wide = [[*row, *[""] * empty] for row in rows]
    # All in quotes, so that no cell can be taken for a mark.
    text = written(wide, mark, end, quotes=True) + (mark * empty + end) * blank
    if note:
        text = f"# measured by hand; {mark}{end}" + text
    folder = tmp_path_factory.mktemp("dialect")
    found = table(folder, text.encode(code))
    assert list(found.names) == rows[0]
    same_ends = [[c.replace("\r\n", "\n") for c in row] for row in rows[1:]]
    assert rows_of(found) == same_ends
    book = xlsxwriter.Workbook(folder / "t.xlsx")
    sheet = book.add_worksheet()
    for at, row in enumerate(wide):
        for column, cell in enumerate(row):
            sheet.write_string(at + blank, column + empty, cell)
    book.close()
    again = read_own(folder / "t.xlsx")
    assert (again.names, again.cells) == (found.names, found.cells)
    assert again.lines == tuple(range(2 + blank, len(rows) + 1 + blank))


def test_what_spreadsheets_leave_is_left_out(tmp_path: Path) -> None:
    text = "\n,,,,\na,,b,,\n1,,x,,\n,,,,\n\n2,,y,,\n,,,,\n"
    found = table(tmp_path, text)
    assert found.names == ("a", "b")
    assert rows_of(found) == [["1", "x"], ["2", "y"]]
    assert found.lines == (4, 7)


def test_a_cell_of_more_lines_counts_as_they_stand(tmp_path: Path) -> None:
    found = table(tmp_path, 'a,"b\nc"\n1,"x\ny\nz"\n2,w\n')
    assert found.names == ("a", "b c")
    assert found.cells[1] == ("x\ny\nz", "w")
    assert found.lines == (3, 6)


@pytest.mark.parametrize(
    "text",
    [
        ",a,b\n0,1,x\n1,2,y\n",  # pandas
        '"","a","b"\n"0",1,"x"\n"1",2,"y"\n',  # R's write.csv
        '"a"\t"b"\n"0"\t1\t"x"\n"1"\t2\t"y"\n',  # R's write.table
    ],
)
def test_rows_may_have_names_in_a_column_without_one(tmp_path: Path, text: str) -> None:
    found = table(tmp_path, text)
    assert found.names == ("row", "a", "b")
    assert rows_of(found) == [["0", "1", "x"], ["1", "2", "y"]]
    assert found.kind("row") == "index"


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("# by A, B; C\n\n# 2024\na\tb\n", ("a", "b")),
        ("## version\n#a\tb\n", ("a", "b")),
        ("sep=\t\na\tb\n", ("a", "b")),
        ('"sep=\t"\na\tb\n', ("a", "b")),
    ],
)
def test_lines_above_the_names(
    tmp_path: Path, above: str, names: tuple[str, ...]
) -> None:
    found = table(tmp_path, f"{above}1\tx\n2\ty\n")
    assert found.names == names
    assert found.lines[0] == above.count("\n") + 1


def test_commas_in_numbers_do_not_hide_the_semicolons(tmp_path: Path) -> None:
    found = table(tmp_path, "a;b;c\n1,5;2,25;x\n-3,0;,5;y\n1;2,;z\n")
    np.testing.assert_array_equal(found.numbers("a"), [1.5, -3, 1])
    np.testing.assert_array_equal(found.numbers("b"), [2.25, 0.5, 2])


def test_what_may_be_thousands_is_read_as_the_table_shows(tmp_path: Path) -> None:
    found = table(tmp_path, "a;b\n1,234;0,5\n2,345;1,5\n")
    np.testing.assert_array_equal(found.numbers("a"), [1.234, 2.345])
    points = table(tmp_path, "a,b\n1.234,0.5\n2.345,1.5\n")
    np.testing.assert_array_equal(points.numbers("a"), [1.234, 2.345])


def test_numbers_are_those_that_python_reads(tmp_path: Path) -> None:
    cells = ["1", "-1.5", "+2", "1e3", "1E-3", ".5", "5.", "007", "", "−4"]
    found = table(tmp_path, "a,b\n" + "".join(f"{c},x\n" for c in cells))
    wanted = [float(c.replace("−", "-")) if c else math.nan for c in cells]
    np.testing.assert_array_equal(found.numbers("a"), wanted)
    assert found.is_numeric("a")
    assert not found.is_numeric("b")
    assert not found.numbers("a").flags.writeable


def test_missing_values_of_many_programs(tmp_path: Path) -> None:
    marks = ["", "NA", "n/a", "NaN", "nan", "null", "NULL", "?", ".", "#N/A", "<NA>"]
    dashes = ["-", "–", "none", "None"]
    lines = [f"{mark},{mark},x" for mark in [*marks, *dashes, "1"]]
    found = table(tmp_path, "a,b,c\n" + "\n".join([*lines, "2,drug,x\n"]))
    n_missing = len(marks) + len(dashes)
    wanted = [math.nan] * n_missing + [1, 2]
    np.testing.assert_array_equal(found.numbers("a"), wanted)
    rest = ("", "", "none", "None", "1", "drug")
    assert found.column("b") == ("",) * len(marks) + rest


def test_a_dash_beside_a_plus_is_a_strand(tmp_path: Path) -> None:
    found = table(tmp_path, "strand,b\n+,1\n-,2\nNA,3\n")
    assert found.column("strand") == ("+", "-", "")


def test_sodium_is_not_missing(tmp_path: Path) -> None:
    assert table(tmp_path, "ion,b\nNa,1\nK,2\n").column("ion") == ("Na", "K")


def replace_in_sheets(file: Path, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(file) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    with zipfile.ZipFile(file, "w") as changed:
        for name, content in parts.items():
            changed.writestr(name, content.replace(old, new))


def test_a_sheet_is_read_as_it_shows(tmp_path: Path) -> None:
    file = tmp_path / "t.xlsx"
    book = xlsxwriter.Workbook(file)
    book.add_worksheet("empty")
    hidden = book.add_worksheet("hidden")
    hidden.write(0, 0, "no")
    hidden.hide()
    sheet = book.add_worksheet("data")
    sheet.write_row(2, 1, ["kind", "width", "day", "is_male", "ratio", "empty"])
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for row, (width, ratio) in enumerate([(1.0, "#DIV/0!"), (0.125, 7)], 3):
        sheet.write_string(row, 1, " x ")
        sheet.write_number(row, 2, width)
        sheet.write_datetime(row, 3, datetime.datetime(2024, 5, row), day)
        sheet.write_boolean(row, 4, row == 3)
        sheet.write_formula(row, 5, "=C1/B1", value=ratio)
        sheet.write_formula(row, 6, '=""', value="EMPTY")
    book.add_worksheet("later").write_row(0, 0, ["no", "no"])
    book.close()
    # As Excel writes a formula whose value is an empty text.
    replace_in_sheets(file, b"<v>EMPTY</v>", b"<v></v>")
    found = read_own(file)
    assert found.names == ("kind", "width", "day", "is_male", "ratio", "empty")
    assert rows_of(found) == [
        ["x", "1", "2024-05-03", "TRUE", "#DIV/0!", ""],
        ["x", "0.125", "2024-05-04", "FALSE", "7", ""],
    ]
    assert found.lines == (4, 5)


def test_sheets_of_another_writer(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [["a", "b", "c"], [1, None, "x"], [None, None, None], [2.5, "NA"]]:
        sheet.append(row)
    book.save(file := tmp_path / "t.xlsx")
    found = read_own(file)
    assert rows_of(found) == [["1", "", "x"], ["2.5", "", ""]]
    assert found.lines == (2, 4)


def test_what_columns_hold_is_told(tmp_path: Path) -> None:
    n = 40
    columns = {
        "species": ["a", "b"] * 20,
        "sample_id": [f"{7 * k % 41}" for k in range(n)],
        "count": [f"{k}" for k in range(n)],
        "width": [f"{k * k % 17}.5" for k in range(n)],
        "one typo": ["l.5", *("1.5" for _ in range(n - 1))],
        "treated": ["0", "1"] * 20,
        "score": [f"{k % 5}" for k in range(n)],
        "stage group": [f"{k % 3}" for k in range(n)],
        "site": [f"{k:06b}".replace("0", "A").replace("1", "g") for k in range(n)],
        "protein": [f"MKV{'ACDEFGHIKL'[k % 10] * 9}{'WY' * k}" for k in range(n)],
        "note": [f"bird {k}" for k in range(n)],
        "nothing": [""] * n,
    }
    rows = [[*columns], *map(list, zip(*columns.values(), strict=True))]
    found = table(tmp_path, written(rows))
    assert {name: found.kind(name) for name in found.names} == {
        "species": "class", "sample_id": "index", "count": "index",
        "width": "number", "one typo": "number", "treated": "class",
        "score": "number", "stage group": "class", "site": "sequence",
        "protein": "sequence", "note": "text", "nothing": "text",
    }  # fmt: skip
    assert not found.is_numeric("one typo")
    assert not found.is_numeric("nothing")
