"""What is no table is refused in one sentence, with file, line, column and remedy."""

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from nnsim.datasets.own import own_table, rows, sheet
from nnsim.datasets.own.own_table import OwnTable, read_own
from nnsim.errors import FileError


def table(folder: Path, content: str | bytes, name: str = "t.csv") -> OwnTable:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_own(file)


def archive(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in members.items():
            # Without the time of day: tests are named alike in all processes.
            member = zipfile.ZipInfo(name.replace("__", "/"))
            zipped.writestr(member, content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "t.csv: is empty"),
        (" \n,,\n", "t.csv: is empty"),
        ("a,b\n", "t.csv, line 1: the table has no rows"),
        ("\n\na,b\n,\n", "t.csv, line 3: the table has no rows"),
        ("a,b,a\n1,2,3\n", "t.csv, line 1: 2 columns have the name 'a'"),
        ("a,,b\n1,2,3\n", "t.csv, line 1: column 2 has no name"),
        ("a,b\n1,2\n1,2,3\n", "t.csv, line 3: the row has 3 cells, but 2 columns"),
        ("a,b,c\n1,2,3\n1,2\n", "t.csv, line 3: the row has 2 cells, not 3: put"),
        ("a|b\n1|2\n", "t.csv, line 1: has one column only, 'a|b': put commas"),
        ("a b\n1 2\n", "t.csv, line 1: has one column only, 'a b': put commas"),
        ('"a" "b"\n"1" 1 2\n', 't.csv, line 1: has one column only, \'"a" "b"\''),
        ("Table 1,,\na,b,c\n1,2,3\n", "t.csv, line 1: 'Table 1' stands alone"),
        ("5.1,3.5,setosa\n4.9,3.0,setosa\n", "t.csv, line 1: '5.1' is a number"),
        ('a,b\n1,"2\n', "t.csv, line 2: a quotation mark that opens in this row"),
        ('a,b\n1,"2"x\n', "t.csv, line 2: a cell in quotation marks goes on"),
        ("a,b\n1,\0\n", "t.csv, line 2: holds the control character U+0000"),
        ("a,b\u200b\n1,2\n", r"t.csv, line 1: the name 'b\u200b' holds hidden"),
        ("a,b\n1,ä\n".encode("cp1252"), "t.csv, line 2: byte 0xE4 is no UTF-8: save"),
        ("a,b\n1,ä\n".encode("utf-16")[:-1], "t.csv, line 2: byte 0x0A is no UTF-16"),
        (b"\xd0\xcf\x11\xe0\xa1", "t.csv: is a spreadsheet of before 2007 (.xls)"),
        (b"%PDF-1.7\n", "t.csv: is a PDF: save the table as .xlsx or as .csv"),
        (b"\x1f\x8b\x08", "t.csv: is packed (.gz): unpack it"),
        (b"\x89PNG\r\n", "t.csv: is a picture"),
        (b"\n <!DOCTYPE html><table>", "t.csv: is a page of markup"),
        (b"PK\x03\x04rest", "t.csv: is a spreadsheet or an archive, and damaged"),
        (archive(a=b"1,2"), "t.csv: is an archive (.zip): unpack it"),
        (archive(mimetype=b"", **{"content.xml": b""}), "t.csv: is an .ods"),
        (archive(**{"xl__workbook.bin": b""}), "t.csv: is an .xlsb: save it as .xlsx"),
        (archive(**{"xl__x.xml": b"<"}), "t.csv: cannot be read as .xlsx: open it"),
    ],
)
def test_what_is_no_table_is_refused(
    tmp_path: Path, content: str | bytes, told: str
) -> None:
    with pytest.raises(FileError) as caught:
        table(tmp_path, content)
    assert str(caught.value).startswith(told)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("cells", "line", "told"),
    [
        (["1", "", "abc"], 4, "'abc' is no number; leave the cell empty if it is"),
        (
            ["Mean"],
            2,
            "'Mean' is no number; leave the cell empty if it is missing, or ",
        ),
        (["<0.5"], 2, "'<0.5' is a limit, and no number: write one, or leave"),
        (["1", "≥ 3,5"], 3, "'≥ 3,5' is a limit, and no number"),
        (["1", "inf"], 3, "'inf' is infinite: leave the cell empty"),
        (["1e400"], 2, "'1e400' is beyond 1e+30: use another unit"),
        (["1,234", "2,000"], 2, "'1,234' may be 1.234 or 1234: use points"),
        (["1,5", "2", "2.5"], 4, "'2.5' is written otherwise than '1,5': use points"),
        (["1.234", "1,5"], 2, "'1.234' may be 1.234 or 1234: use points"),
        (["1,234.5"], 2, "'1,234.5' is no number: put nothing between thousands"),
        (["1 234"], 2, "'1 234' is no number: put nothing between thousands"),
        (["mm", "1"], 2, "'mm' is a unit: put it in brackets behind the column's name"),
        (["5 mm"], 2, "'5 mm' is no number: leave mm out, and put the unit"),
        (["12%"], 2, "'12%' is no number: leave % out"),
        (["#DIV/0!"], 2, "'#DIV/0!' is an error of the spreadsheet: leave"),
        (["1_000"], 2, "'1_000' is no number; leave"),
        (["１２"], 2, "'１２' is no number; leave"),
        (["0x1F"], 2, "'0x1F' is no number; leave"),
    ],
)
def test_a_cell_that_is_no_number_is_named(
    tmp_path: Path, cells: list[str], line: int, told: str
) -> None:
    # The last column shows that commas are decimal where some cell asks for it.
    decimal = "0,5" if cells[0] == "1.234" else "x"
    rows = "".join(f"{cell};{decimal}\n" for cell in cells)
    found = table(tmp_path, f"width;b\n{rows}")
    with pytest.raises(FileError) as caught:
        found.numbers("width")
    assert str(caught.value).startswith(f"t.csv, line {line}: column 'width': {told}")


def test_an_unknown_column_has_a_nearest(tmp_path: Path) -> None:
    found = table(tmp_path, "species,width\nx,1\n")
    with pytest.raises(FileError, match="did you mean 'species'"):
        found.column("spezies")
    with pytest.raises(FileError, match="there are: species, width"):
        found.kind("qqq")


def test_a_table_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = ",".join(f"c{k}" for k in range(2001))
    with pytest.raises(FileError, match=r"line 1: has more than 2,000 columns"):
        table(tmp_path, f"{wide}\n{wide}\n")
    with pytest.raises(FileError, match=r"line 200002: has more than 200,000 rows"):
        table(tmp_path, "a,b\n" + "1,2\n" * 200_001)
    monkeypatch.setattr(rows, "MOST_CELLS", 5)
    with pytest.raises(FileError, match="line 3: has more than 5 cells"):
        table(tmp_path, "a,b\n1,2\n3,4\n")
    monkeypatch.setattr(own_table, "MOST_BYTES", 5)
    with pytest.raises(FileError, match="is longer than 5 bytes"):
        table(tmp_path, "a,b\n1,2\n")


def workbook(file: Path, *cells: tuple[int, int, float]) -> None:
    book = xlsxwriter.Workbook(file)
    page = book.add_worksheet()
    for cell in cells:
        page.write(*cell)
    book.close()


def test_a_sheet_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "t.xlsx"
    workbook(file, (0, 0, 1), (0, 16_383, 1))
    with pytest.raises(FileError, match="line 1: has more than 2,000 columns"):
        read_own(file)
    workbook(file, (0, 0, 1), (0, 1, 2), (1_048_575, 0, 1))
    assert read_own(file).lines == (1_048_576,)
    monkeypatch.setattr(sheet, "MOST_CELLS", 2)
    with pytest.raises(FileError, match="line 1048576: has more than 2 cells"):
        read_own(file)


def test_a_sheet_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path) -> None:
    bomb = archive(**{"xl__workbook.xml": b" " * 50_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(
        FileError, match=r"unpacks to 50,000,000 bytes, over 40,000,000"
    ):
        table(tmp_path, bomb, "t.xlsx")


@pytest.mark.parametrize(
    ("part", "old", "added"),
    [
        ("xl/worksheets/sheet1.xml", b"</row>", b"<c/>" * 1_000_001),
        ("xl/sharedStrings.xml", b"</sst>", b"<si/>" * 1_000_001),
        ("xl/styles.xml", b"</fonts>", b"<font/>" * 200_001),
    ],
)
def test_a_part_of_too_many_elements_is_not_read(
    tmp_path: Path, part: str, old: bytes, added: bytes
) -> None:
    workbook(file := tmp_path / "t.xlsx", (0, 0, 1), (0, 1, 2), (1, 0, 1))
    with zipfile.ZipFile(file) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts.setdefault(part, b"<sst></sst>")
    parts[part] = parts[part].replace(old, added + old, 1)
    bomb = archive(**parts)
    with pytest.raises(FileError, match=rf"{part} in it has [\d,]+ elements, over"):
        table(tmp_path, bomb, "t.xlsx")


def test_a_formula_that_nothing_has_computed_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["a", "b"])
    page.append([1, "=A2*2"])
    book.save(file := tmp_path / "t.xlsx")
    told = r"t\.xlsx, line 2: cell B2 is a formula without a value: open the file"
    with pytest.raises(FileError, match=told):
        read_own(file)


def test_an_entity_that_multiplies_is_not_followed(tmp_path: Path) -> None:
    workbook(file := tmp_path / "t.xlsx", (0, 0, 1), (0, 1, 1), (1, 0, 1))
    entities = "".join(
        f'<!ENTITY e{k} "{f"&e{k - 1};" * 100 if k else "x" * 100}">' for k in range(9)
    )
    with zipfile.ZipFile(file) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    name = "xl/worksheets/sheet1.xml"
    head, body = re.split(rb"(?<=\?>)", parts[name], maxsplit=1)
    body = body.replace(b"<v>1</v>", b"<v>&e8;</v>")
    parts[name] = head + f"<!DOCTYPE x [{entities}]>".encode() + body
    with zipfile.ZipFile(file, "w") as zipped:
        for each, content in parts.items():
            zipped.writestr(each, content)
    with pytest.raises(FileError, match=r"cannot be read as \.xlsx"):
        read_own(file)
