"""Any table is read as another program reads it, or refused with file and line."""

import csv
import io
import math
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from nnsim.datasets import model_sizes, penguins, puromycin, splice_junctions
from nnsim.datasets.table import read_table
from nnsim.errors import FileError
from tests.fuzz.damage import damaged, spelled

LOADERS = (penguins, puromycin, splice_junctions, model_sizes)
CELLS = (
    "1", "-1", "0", "39.1", "1e3", "1e308", "1e400", "-1e-400", "nan", "NaN", "inf",
    "NA", "na", "", " ", " 39.1", "39,1", '"39,1"', '"39.1"', "1_000", "0x1F", "１２",
    "+5", "5.", ".5", "1e", "Adelie", "adelie", "Gentoo", "treated", "ei", "ACGT",
    "A" * 60, "N" * 60, "x" * 300, "y" * 140_000, '"', '"a', '"a"b', '"a""b"',
    '"a\nb"', "a\tb", "\u2028", "\u202e", "–", "'", "=1+1", "2007", "2007.5",
    "9" * 5000,
)  # fmt: skip


def test_any_table_is_read_rightly_or_refused_with_its_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rounds: Callable[[int, int], range],
    rng: random.Random,
    tell: Callable[[str], None],
) -> None:
    seen: Counter[str] = Counter()
    originals = {loader: loader.TABLE.read_bytes() for loader in LOADERS}
    slowest = 0.0
    for number in rounds(200, 3000):
        loader = LOADERS[number % len(LOADERS)]
        file = tmp_path / f"{loader.__name__.rpartition('.')[2]}.csv"
        content = made(originals[loader], rng)
        file.write_bytes(content)
        monkeypatch.setattr(loader, "TABLE", file)
        begun = time.process_time()
        refused = outcome(loader)
        slowest = max(slowest, time.process_time() - begun)
        if refused is None:
            check_read(loader, content)
        else:
            check_refused(refused, file, content)
        seen["refused" if refused else "read"] += 1
    assert slowest < 1
    assert min(seen["read"], seen["refused"]) > sum(seen.values()) / 20
    tell(f"{dict(seen)}, slowest {slowest:.2f} s")


def outcome(loader: ModuleType) -> FileError | None:
    """Load a table; return why it is refused, if it is."""
    try:
        loader.load()
    except FileError as error:
        return error
    return None


def check_read(loader: ModuleType, content: bytes) -> None:
    """See that all columns hold what another reader finds, and what can be."""
    found = read_table(loader.TABLE, loader.COLUMNS)
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows
    for column in loader.COLUMNS:
        cells = [row[column.name] for row in rows]
        values = found[column.name]
        if values.dtype == float:
            numbers = [math.nan if cell == "NA" else float(cell) for cell in cells]
            np.testing.assert_array_equal(values, numbers)
            assert not np.isinf(values).any()
        else:
            assert values.tolist() == cells
    check_possible(loader, found)


def check_possible(loader: ModuleType, found: dict[str, Any]) -> None:
    """See that the values are possible; said here a second time."""
    if loader is penguins:
        assert set(found["species"]) == {"Adelie", "Gentoo", "Chinstrap"}
        measured = [found[name] for name in penguins.MEASUREMENTS]
        assert all(np.nanmin(one) > 0 for one in measured)
        assert not np.isnan(found["year"]).any()
    elif loader is puromycin:
        assert set(found["state"]) == {"treated", "untreated"}
        assert found["rate"].min() >= 0
        assert found["conc"].min() >= 0
    elif loader is splice_junctions:
        assert set(found["cls"]) == {"ei", "ie", "n"}
        assert all(re.fullmatch("[ACGT]{60}", one) for one in found["seq"])
    else:
        assert all(name.strip() for name in found["name"])
        assert not (found["count"] <= 0).any()


def check_refused(refused: FileError, file: Path, content: bytes) -> None:
    """See that the message is one sentence, its place and a remedy."""
    n_lines = len(re.split(rb"\r\n|\r|\n", content))
    told = str(refused)
    match = re.fullmatch(r"[\w.]+, line (\d+): \S.*; correct it there", told)
    assert match, told
    assert told.startswith(f"{file.name}, line ")
    assert 1 <= int(match[1]) <= n_lines + 1, (
        told
    )  # a row may be wanted behind the last
    assert told.isprintable()
    assert len(told) < 400


def made(text: bytes, rng: random.Random) -> bytes:
    """Change a table: cells, rows, columns, bytes, and how it is spelled."""
    rows = list(csv.reader(io.StringIO(text.decode(), newline="")))
    if rng.random() < 0.8:
        rows = altered(rows, rng)
        stream = io.StringIO(newline="")
        quoting = rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
        csv.writer(stream, lineterminator="\n", quoting=quoting).writerows(rows)
        text = stream.getvalue().encode()
    if rng.random() < 0.3:
        text = raw_cell(text.decode(), rng).encode()
    if rng.random() < 0.2:
        text = damaged(text, rng)
    return spelled(text, rng)


def altered(rows: list[list[str]], rng: random.Random) -> list[list[str]]:
    """Change rows and columns; most changes leave a table that can be."""
    (header, *rest), change = rows, rng.randrange(10)
    at, place = rng.randrange(len(rest)), rng.randrange(len(header))
    match change:
        case 0:
            rng.shuffle(rest)
        case 1:
            rest = rest[: rng.randrange(len(rest) + 1)]
        case 2:
            rest = [*rest, *rng.choices(rest, k=20)]
        case 3:
            rest[at] = rng.choice([rest[at][:-1], [*rest[at], "1"], [""], []])
        case 4:
            header = rng.choice([header[::-1], header[1:], [*header, header[0]]])
        case 5:
            return [row[:place] + row[place + 1 :] for row in rows]
        case 6:
            rest = [row for row in rest if row[place] != rest[at][place]]
        case 7:
            rest[at] = [*rest[at][:place], rng.choice(CELLS), *rest[at][place + 1 :]]
        case _:
            other = rng.choice(rest)[place]
            rest[at] = [*rest[at][:place], other, *rest[at][place + 1 :]]
    return [header, *rest]


def raw_cell(text: str, rng: random.Random) -> str:
    """Write something into one place of a line, without quotes of its own."""
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    cells = lines[at].split(",")
    cells[rng.randrange(len(cells))] = rng.choice(CELLS)
    lines[at] = ",".join(cells)
    return "\n".join(lines)
