"""Any own table is read as another program reads it, or refused with file and line."""

import csv
import io
import math
import random
import re
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import xlsxwriter

from nnsim.datasets import penguins, splice_junctions
from nnsim.datasets.own.curves import curve_columns, read_curve
from nnsim.datasets.own.missing import ALWAYS
from nnsim.datasets.own.own_table import OwnTable, read_own
from nnsim.errors import FileError, UnfitDataError
from nnsim.experiments.loss import Config
from nnsim.experiments.loss.fitted_curve import FittedCurve, fit_curve
from nnsim.problems.own_data import Curve, Measurements
from nnsim.problems.own_question import pose_own
from tests.fuzz.damage import damaged
from tests.fuzz.memory import peak
from tests.fuzz.test_tables import CELLS, altered, raw_cell
from tests.oracles import curves

MARKS = ",;\t"
ENDS = ("\n", "\r\n", "\r")
CODES = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252")
MISSING = ALWAYS | set("-–—") | {"none", "None", "NONE"}
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PART = "xl/worksheets/sheet1.xml"

Rows = list[list[str]]


class Made:
    """A file, and what must be found in it if it is read at all; None: unknown."""

    def __init__(self, suffix: str, content: bytes, rows: Rows | None) -> None:
        self.suffix, self.content, self.rows = suffix, content, rows


def test_any_own_table_is_read_rightly_or_refused(
    tmp_path: Path,
    rounds: Callable[[int, int], range],
    rng: random.Random,
    tell: Callable[[str], None],
) -> None:
    seen: Counter[str] = Counter()
    tables = rows_of(penguins.TABLE), rows_of(splice_junctions.TABLE)
    book = workbook(tables[0][:60])
    slowest, before = 0.0, peak()
    for number in rounds(150, 10_000):
        make = (text, text, curve, sheet, fasta)[number % 5]
        made = make(tables, book, rng)
        file = tmp_path / f"own{made.suffix}"
        file.write_bytes(made.content)
        begun = time.process_time()
        found = outcome(file)
        slowest = max(slowest, time.process_time() - begun)
        if isinstance(found, FileError):
            check_refused(found, file)
        elif made.rows is not None:
            check_read(found, made.rows)
            seen["compared"] += 1
        else:
            check_whole(found)
        word = "refused" if isinstance(found, FileError) else "read"
        seen[f"{make.__name__} {word}"] += 1
    assert seen["compared"] > sum(seen.values()) / 20
    assert slowest < 10
    assert peak() - before < 1000
    assert all(seen[f"{kind} read"] for kind in ("text", "curve", "sheet", "fasta"))
    assert all(seen[f"{kind} refused"] for kind in ("text", "curve", "sheet", "fasta"))
    tell(f"{dict(seen)}, slowest {slowest:.2f} s, {peak() - before:.0f} MB more")


def outcome(file: Path) -> OwnTable | FileError:
    """Read a table and ask it all there is to ask; return why not, if it is refused."""
    try:
        found = read_own(file)
    except FileError as error:
        return error
    for name in found.names:
        found.kind(name)
        found.is_numeric(name)
    try:
        question = pose_own(Measurements(file=str(file)))
    except FileError as error:
        check_refused(error, file)
    else:
        assert np.isfinite(question.X).all()
        assert min(question.n_each) >= 8
    check_curve(found, file)
    return found


def check_curve(found: OwnTable, file: Path) -> None:
    """See that a curve, if there is one, is told in order or refused with a reason."""
    try:
        measured = read_curve(found, *curve_columns(found))
        shown = curve_of(file)
    except FileError as error:
        check_refused(error, file)
        return
    assert np.isfinite([measured.x, measured.y]).all()
    assert (np.diff(measured.x) >= 0).all()
    assert len(measured.x) + measured.n_missing == len(found)
    if isinstance(shown, str):
        assert 8 < len(shown) < 400, shown
        assert shown.isprintable()
    else:
        assert np.isfinite(shown.surface).all()
        assert shown.losses[1] >= shown.losses[2] >= shown.losses[3] * (1 - 1e-9)


def curve_of(file: Path) -> FittedCurve | str:
    """Fit the chapter's curve; return why not, if it cannot carry it."""
    try:
        return fit_curve(Config(data=Curve(file=str(file))))
    except UnfitDataError as error:
        return str(error)


def check_read(found: OwnTable, rows: Rows) -> None:
    """See that names and cells are those of the rows, and what the numbers are."""
    rows = [
        [" ".join(c.split()) for c in rows[0]],
        *([*map(str.strip, r)] for r in rows[1:]),
    ]
    rows = [row for row in rows if any(row)]
    columns = [c for c in zip(*rows, strict=True) if any(c)]
    names = ["row" if k == 0 and not c[0] else c[0] for k, c in enumerate(columns)]
    assert [*found.names] == names
    for name, cells, column in zip(names, found.cells, columns, strict=True):
        for cell, written in zip(cells, column[1:], strict=True):
            assert cell == written or (cell == "" and written in MISSING)
        if found.is_numeric(name):
            numbers = [float(c.replace(",", ".")) if c else math.nan for c in cells]
            np.testing.assert_array_equal(found.numbers(name), numbers)
            assert not np.isinf(numbers).any()
    check_whole(found)


def check_whole(found: OwnTable) -> None:
    """See that a table is one, whatever stands in it."""
    n = len(found)
    assert n > 0
    assert len({*found.names}) == len(found.names) == len(found.cells) >= 2
    assert all(found.names)
    assert {len(cells) for cells in found.cells} == {n}
    assert [*found.lines] == sorted({*found.lines})


def check_refused(refused: FileError, file: Path) -> None:
    """See that the message is one sentence with its place."""
    told = str(refused)
    assert told.startswith(
        f"{file.name}: " if refused.line is None else f"{file.name}, "
    )
    assert re.search(r": \S", told)
    assert told.isprintable()
    assert len(told) < 700, told


def text(tables: tuple[Rows, Rows], book: bytes, rng: random.Random) -> Made:
    """Change a text: cells, rows, columns, marks, spelling, bytes."""
    rows = [*map(list, tables[rng.randrange(2)])]
    rows = rows[: rng.choice([3, 40, 345])]
    for _ in range(rng.randrange(3)):
        if len(rows) > 2 and len({*map(len, rows)}) == 1 and rows[0]:
            rows = altered(rows, rng)
    mark = rng.choice(MARKS)
    if mark == ";" and rng.random() < 0.5:
        rows = [[re.sub(r"^(\d+)\.(\d+)$", r"\1,\2", c) for c in row] for row in rows]
    stream = io.StringIO(newline="")
    end = rng.choice(ENDS)
    quoting = rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    csv.writer(stream, delimiter=mark, lineterminator=end, quoting=quoting).writerows(
        rows
    )
    written = stream.getvalue()
    known = [[re.sub("\r\n?", "\n", cell) for cell in row] for row in rows]
    # Another mark may fit as well where a cell holds it; what R leaves out, too.
    is_plain = quoting == csv.QUOTE_ALL and len({*map(len, filter(None, known))}) == 1
    if rng.random() < 0.2:
        written, is_plain = raw_cell(written, rng), False
    content = written.encode(rng.choice(CODES), "replace")
    if rng.random() < 0.3:
        content, is_plain = damaged(content, rng), False
    if rng.random() < 0.001:
        content, is_plain = content * (19_000_000 // max(1, len(content))), False
    suffix = rng.choice([".csv", ".tsv", ".txt", ".xlsx", ""])
    is_plain = is_plain and "�" not in written and "?" not in content.decode("latin-1")
    return Made(suffix, content, known if is_plain else None)


def curve(tables: tuple[Rows, Rows], book: bytes, rng: random.Random) -> Made:
    """Change a text that holds a curve."""
    return text((curves.rows(rng.choice([*curves.KNOWN])),) * 2, book, rng)


def sheet(tables: tuple[Rows, Rows], book: bytes, rng: random.Random) -> Made:
    """Change a sheet: cells in it, its parts, the bytes of the file."""
    change = rng.randrange(4)
    if change == 0:
        return Made(".xlsx", damaged(book, rng), None)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if change == 1:
        name = rng.choice(sorted(parts))
        parts[name] = damaged(parts[name], rng)
    elif change == 2:
        name = rng.choice([PART, "xl/sharedStrings.xml"])
        tags = re.findall(rb"<[^>]*>", parts[name])
        for _ in range(rng.randint(1, 5)):
            parts[name] = parts[name].replace(rng.choice(tags), rng.choice(tags), 1)
    else:
        for _ in range(rng.randint(0, 5)):
            parts[PART] = other_value(parts[PART], rng)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return Made(".xlsx", stream.getvalue(), seen_in(parts) if change == 3 else None)


def other_value(part: bytes, rng: random.Random) -> bytes:
    """Write another number into one cell of numbers."""
    cells = [*re.finditer(rb'<c r="\w+"(?: t="n")?><v>([^<]*)</v>', part)]
    if not cells:
        return part
    begin, end = rng.choice(cells).span(1)
    value = rng.choice([b"0", b"-1.5", b"1E-3", b"7.0", b"12345", b"", b"1e400"])
    return part[:begin] + value + part[end:]


def seen_in(parts: dict[str, bytes]) -> Rows:
    """Read a sheet by its XML alone."""
    strings = [
        "".join(text.text or "" for text in one.iter(f"{MAIN}t"))
        for one in ElementTree.fromstring(parts["xl/sharedStrings.xml"])
    ]
    rows = []
    for row in ElementTree.fromstring(parts[PART]).iter(f"{MAIN}row"):
        cells: dict[int, str] = {}
        for cell in row:
            at = ord(re.sub(r"\d", "", cell.attrib["r"])) - ord("A")
            value = cell.findtext(f"{MAIN}v") or ""
            cells[at] = strings[int(value)] if cell.get("t") == "s" else shown(value)
        rows.append([cells.get(k, "") for k in range(8)])
    return rows


def shown(value: str) -> str:
    """Return a number as a table may write it."""
    if not value or re.fullmatch(r"-?\d+", value):
        return value
    number = float(value)
    return str(int(number)) if number == number // 1 < 1e15 else str(number)


def fasta(tables: tuple[Rows, Rows], book: bytes, rng: random.Random) -> Made:
    """Change sequences: headers, letters, lines, bytes."""
    _, *rows = tables[1]
    rows = rng.sample(rows, rng.choice([1, 3, 40]))
    parts, known = [], [["name", "sequence", "label"]]
    end = rng.choice(ENDS)
    for label, *rest in rows:
        name, letters = f"s{len(parts)}", rest[-1]
        if rng.random() < 0.1:
            letters = rng.choice(
                [letters.lower(), letters[:9] + "-" * 3, letters + "NX*"]
            )
        between = rng.choice([" ", "|"])
        width = rng.choice([7, 60, 80])
        lines = [letters[k : k + width] for k in range(0, len(letters), width)]
        parts.append(end.join([f">{name}{between}{label}", *lines, ""]))
        known.append([name, letters, label])
    content = end.join(parts).encode(rng.choice(CODES))
    if rng.random() < 0.5:
        return Made(".fasta", damaged(content, rng), None)
    return Made(rng.choice([".fa", ".txt", ".csv"]), content, known)


def workbook(rows: Rows) -> bytes:
    """Write rows into a sheet, numbers as numbers."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet()
        for at, row in enumerate(rows):
            is_number = [re.fullmatch(r"[\d.]+", cell) for cell in row]
            values = zip(is_number, row, strict=True)
            page.write_row(at, 0, [float(c) if number else c for number, c in values])
    return stream.getvalue()


def rows_of(table: Path) -> Rows:
    """Read a table that is known."""
    return [*csv.reader(io.StringIO(table.read_text("utf-8"), newline=""))]


def test_cells_of_all_kinds_in_a_column_of_numbers(tmp_path: Path) -> None:
    for number, cell in enumerate(CELLS):
        stream = io.StringIO(newline="")
        rows = [["a", "b"], *([str(k), "x"] for k in range(40)), [cell, "x"]]
        csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(rows)
        file = tmp_path / f"t{number}.csv"
        file.write_text(stream.getvalue(), encoding="utf-8", newline="")
        found = outcome(file)
        if isinstance(found, FileError):
            continue
        if not found.is_numeric("a"):
            with pytest.raises(FileError, match=r"line 42: column 'a': ") as caught:
                found.numbers("a")
            assert caught.value.line == 42
            continue
        value = found.numbers("a")[-1]
        written = cell.strip()
        if math.isnan(value):
            assert written in MISSING
        else:
            assert value == float(written.replace(",", ".").replace("−", "-"))


@pytest.mark.parametrize("n_rows", [2_000, 50_000])
def test_time_is_as_the_size(tmp_path: Path, n_rows: int) -> None:
    rng = np.random.default_rng(0)
    lines = [
        f"{v:.3f},{v * v:.2f},{'ab'[k % 2]}"
        for k, v in enumerate(rng.normal(size=n_rows))
    ]
    (file := tmp_path / "t.csv").write_text("x,y,kind\n" + "\n".join(lines) + "\n")
    begun = time.process_time()
    assert not isinstance(outcome(file), FileError)
    assert time.process_time() - begun < 2 + n_rows * 2e-5
