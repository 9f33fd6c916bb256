"""Reading tables rightly, and saying what is wrong with a bad one."""

from pathlib import Path

import numpy as np
import pytest

from nnsim.datasets import columns, model_sizes, penguins, puromycin, splice_junctions
from nnsim.datasets.columns import Category, Number, Sequence, Words
from nnsim.datasets.table import read_table
from nnsim.errors import FileError

COLUMNS = (
    Number("length", 1, 100, "mm", missing=True, needed=True),
    Category("kind", ("x", "y"), needed=("x",)),
)
LOADERS = (penguins, puromycin, splice_junctions, model_sizes)


def read(folder: Path, content: str | bytes) -> dict[str, np.ndarray]:
    raw = content.encode() if isinstance(content, str) else content
    (folder / "t.csv").write_bytes(raw)
    return read_table(folder / "t.csv", COLUMNS)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig"])
def test_table_of_any_editor_is_read(tmp_path: Path, end: str, code: str) -> None:
    lines = ["length,kind", '1.5,"x"', "NA,y", "", "2e1,x", ""]
    read_columns = read(tmp_path, end.join(lines).encode(code))
    np.testing.assert_array_equal(read_columns["length"], [1.5, np.nan, 20])
    assert read_columns["kind"].tolist() == ["x", "y", "x"]
    assert not any(column.flags.writeable for column in read_columns.values())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "1: is empty, not a table of length,kind"),
        ("\n\n", "1: is empty, not a table of length,kind"),
        ("length,kind", "2: the table has no rows"),
        ("length,kin\n1,x", "unknown column 'kin'; did you mean 'kind'?"),
        ("length\n1", "1: the columns must be length,kind, but kind is missing"),
        ("length,kind,a\n1,x,2", "1: the columns must be length,kind, without 'a'"),
        ("kind,length\nx,1", "1: the columns must be length,kind, in this order"),
        ("length,kind,kind\n1,x,x", "kind, but 'kind' stands there twice"),
        ("length;kind\n1;x", "with commas between them, not 'length;kind'"),
        ("length,kind\n1,x\n2", "3: 1 value, not 2: '2'"),
        ("length,kind\n1,x,2", "2: 3 values, not 2: '1,x,2'"),
        ("length,kind\n1,x\nbig,x", "3: length is 'big', no number, nor NA"),
        ("length,kind\n1,x\n,x", "3: length is '', no number, nor NA"),
        ("length,kind\ninf,x", "2: length is 'inf', no number, nor NA"),
        ("length,kind\nnan,x", "2: length is 'nan', no number, nor NA"),
        ("length,kind\n1_0,x", "2: length is '1_0', no number, nor NA"),
        ("length,kind\n\uff11,x", "2: length is '\uff11', no number, nor NA"),
        ("length,kind\n 1,x", "2: length is ' 1', no number (there are blanks around"),
        ('length,kind\n"1,5",x', "is '1,5', no number (write it with a point), nor NA"),
        ("length,kind\n1e999,x", "2: length is '1e999', not from 1 to 100 mm"),
        ("length,kind\n-1,x", "2: length is '-1', not from 1 to 100 mm"),
        ("length,kind\nNA,x\nNA,x", "1: length is NA in every row"),
        ("length,kind\n1,z", "2: kind is 'z', not one of x, y"),
        ("length,kind\n1,NA", "2: kind is 'NA', not one of x, y"),
        ("length,kind\n1,y", "1: kind is 'x' in no row"),
        (b"length,kind\n1,x\n2,\xe9", "3: byte 0xE9 is no UTF-8: save it as UTF-8"),
        (
            "length,kind\n1,x\0",
            "2: holds the control character U+0000: save it as text",
        ),
        ("length,kind\n1,x\n2,'x'", "3: kind is \"'x'\", not one of x, y"),
        ('length,kind\n1,x\n2,"x\n3,x\n', "3: a quotation mark that opens in this row"),
        ('length,kind\n"1"0,x', "2: a cell in quotation marks goes on behind them"),
        ('length,kind\n1,"x\n"\n2,z', "2: kind is 'x\\n', not one of x, y"),
        ("length,kind\n1,x\u2028\n2,x", "2: kind is 'x\\u2028', not one of x, y"),
        (f"length,kind\n1,{'x' * 200_000}", "2: a cell has more than 131,072 char"),
        ("length,kind\n1," + "x" * 100_000, "'xxxxx"),
        (
            "length,kind\n1,x".encode("utf-16"),
            "1: is written in UTF-16 or UTF-32: save",
        ),
    ],
)
def test_malformed_table_names_file_line_and_remedy(
    tmp_path: Path, content: str | bytes, message: str
) -> None:
    with pytest.raises(FileError) as caught:
        read(tmp_path, content)
    told = str(caught.value)
    assert told.startswith("t.csv, line ")
    assert message in told
    assert told.endswith("; correct it there")
    assert len(told) < 300
    assert told.isprintable()


@pytest.mark.parametrize(
    ("column", "cells", "why"),
    [
        (Number("n"), ["NA"], "n is 'NA', no number"),
        (Number("n", whole=True), ["1", "1.5"], "n is '1.5', no whole number"),
        (Words("w"), ["a", " "], "w is empty"),
        (Words("w", most=3), ["abcd"], "w has 4 characters, over 3"),
        (Words("w"), ["a\u202eb"], r"w is 'a\u202eb', not one line"),
        (Sequence("s", "ACGT", 3), ["ACN"], "s holds 'N', not one of A, C, G, T"),
        (Sequence("s", "ACGT", 3), ["AC"], "s has 2 letters, not 3"),
    ],
)
def test_cell_that_cannot_be_is_refused(
    column: columns.Column, cells: list[str], why: str
) -> None:
    with pytest.raises(columns.CellError) as caught:
        column.read(cells)
    assert (caught.value.why, caught.value.row) == (why, len(cells) - 1)


@pytest.mark.parametrize("loader", LOADERS)
def test_loader_refuses_what_its_table_cannot_hold(
    loader: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table: Path = loader.TABLE  # type: ignore[attr-defined]
    changed = tmp_path / table.name
    monkeypatch.setattr(loader, "TABLE", changed)
    with pytest.raises(FileError, match=rf"^{table.name}: no such file"):
        loader.load()  # type: ignore[attr-defined]
    for bad in ("-1", "inf", "1e400", "nan", "\0", "Q"):
        first, *rest = table.read_text("utf-8").splitlines()
        for n, cell in enumerate(rest[0].split(",")[: 3 if len(rest) < 100 else None]):
            if loader is model_sizes and n == 0 and bad != "\0":
                continue  # a name may be anything
            row = rest[0].replace(cell, bad, 1)
            changed.write_text("\n".join([first, row, *rest[1:]]), "utf-8")
            with pytest.raises(FileError, match=rf"^{table.name}, line 2: "):
                loader.load()  # type: ignore[attr-defined]


def test_table_of_the_release_is_to_be_restored() -> None:
    with pytest.raises(
        FileError, match=r"^puromycin.csv, line 1: .*; restore the file"
    ):
        read_table(puromycin.TABLE, COLUMNS)
