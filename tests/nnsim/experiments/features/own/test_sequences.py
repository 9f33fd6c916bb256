"""Sequences that a lecturer brings are read, or refused with the reason."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nnsim.errors import FileError
from nnsim.experiments.features.own.sequences import read_sequences
from nnsim.problems.own_data import Sequences
from tests.nnsim.experiments.features.own.made import made, write

Row = tuple[str, ...]
ROWS = made("fixed", 60)


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Sequences]:
    """Give a function that writes a table."""
    return lambda rows, *header: write(tmp_path / "own.csv", rows, *header)


def test_all_that_is_known_is_taken(put: Callable[..., Sequences]) -> None:
    found = read_sequences(put(ROWS))
    assert list(zip(found.bases, found.labels, strict=True)) == [
        (bases, ("promoter", "other").index(kind)) for bases, kind in ROWS
    ]
    assert found.classes == ("promoter", "other")
    assert (found.n_open, found.n_repeated) == (0, 0)
    assert found.credit == "own.csv"
    assert found.n_each.tolist() == [30, 30]


def test_lower_case_and_rna_are_read(put: Callable[..., Sequences]) -> None:
    rna = [(bases.lower().replace("t", "u"), kind) for bases, kind in ROWS]
    found = read_sequences(put(rna))
    assert found.bases.tolist() == [bases for bases, _ in ROWS]
    assert (found.letters, found.molecule) == ("ACGU", "RNA")
    assert found.examples == tuple(rna[k][0].upper() for k in (0, 1))


def test_where_t_stands_too_it_is_no_rna(put: Callable[..., Sequences]) -> None:
    mixed = [(ROWS[0][0].replace("T", "U"), ROWS[0][1]), *ROWS[1:]]
    for rows in (ROWS, mixed):
        found = read_sequences(put(rows))
        assert (found.letters, found.molecule) == ("ACGT", "DNA")


def test_what_is_open_is_left_out_and_counted(put: Callable[..., Sequences]) -> None:
    (bases, kind), *rest = ROWS
    rows = [
        ("N" + bases[1:], kind), (bases[:-1] + "-", kind), ("", kind), (bases, ""),
        *rest,
    ]  # fmt: skip
    found = read_sequences(put(rows))
    assert found.bases.tolist() == [bases for bases, _ in rest]
    assert found.n_open == 4


def test_nobody_is_judged_by_what_was_learned(put: Callable[..., Sequences]) -> None:
    (twice, kind), (of_both, other), *rest = ROWS
    rows = [(twice, kind), (twice, kind), (of_both, other), (of_both, kind), *rest]
    found = read_sequences(put(rows))
    assert found.bases.tolist() == [twice, *(bases for bases, _ in rest)]
    assert found.n_repeated == 3


def test_columns_are_found_or_named(put: Callable[..., Sequences]) -> None:
    rows = [(f"r{k}", kind, bases, "x") for k, (bases, kind) in enumerate(ROWS)]
    header = ("id", "what", "stretch", "lab")
    data = put(rows, header)
    assert read_sequences(data).bases.tolist() == [bases for bases, _ in ROWS]
    named = Sequences(file=data.file, sequence="stretch", y="what", noun="gene")
    assert read_sequences(named).nouns == ("gene", "genes")
    with pytest.raises(FileError, match="strech"):
        read_sequences(Sequences(file=data.file, sequence="strech"))


def test_classes_may_be_chosen(put: Callable[..., Sequences]) -> None:
    rows = [*ROWS, *((bases[::-1], "third") for bases, _ in ROWS)]
    data = put(rows)
    chosen = Sequences(file=data.file, classes=("third", "promoter"))
    found = read_sequences(chosen)
    assert found.classes == ("third", "promoter")
    assert found.n_each.tolist() == [60, 30]
    assert found.n_other == 30


def test_classes_of_too_few_rows_are_left_out_and_counted(
    put: Callable[..., Sequences],
) -> None:
    found = read_sequences(put([*ROWS, *((b[::-1], "odd") for b, _ in ROWS[:7])]))
    assert found.classes == ("promoter", "other")
    assert (len(found.bases), found.n_other) == (60, 7)


def test_numbers_are_no_names(put: Callable[..., Sequences]) -> None:
    rows = [(bases, str(int(kind == "other"))) for bases, kind in ROWS]
    found = read_sequences(put(rows, ("sequence", "strand")))
    assert found.classes == ("strand 0", "strand 1")
    assert found.named == "strand 0 and strand 1"


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("alpha", "beta"), ("alpha", "beta")),
        (("exon of a gene", "beta"), ("exon of a ge…", "beta")),
        (("one long name: a", "one long name: b"), ("1: one long …", "2: one long …")),
    ],
)
def test_long_names_are_short_in_pictures(
    put: Callable[..., Sequences], names: Row, shown: Row
) -> None:
    rows = [(bases, names[kind == "other"]) for bases, kind in ROWS]
    found = read_sequences(put(rows))
    assert found.classes == names
    assert found.short == shown


def changed(row: int, bases: str) -> list[tuple[str, str]]:
    return [*ROWS[:row], (bases, ROWS[row][1]), *ROWS[row + 1 :]]


@pytest.mark.parametrize(
    ("rows", "line", "why"),
    [
        (changed(4, "MKVLAAGIVGLEFPQRSTVWYHKDENIMLF"), 6, "is of a protein|no base"),
        (changed(4, "A" * 29 + "J"), 6, "J in a sequence is no base"),
        (changed(7, "ACGT" * 8), 9, "32 bases, and the first has 30: cut all"),
        (ROWS[:20], None, "20 sequences differ: at least 30"),
        ([*ROWS, *((ROWS[k % 3][0][::-1], "odd") for k in range(9))], None,
         "'odd' of 3 sequences"),
        ([(b, f"k{n % 5}") for n, (b, _) in enumerate(ROWS)], None, "names 5 classes"),
        ([(bases, "one") for bases, _ in ROWS], None, "."),
        ([(f"{n}", kind) for n, (_, kind) in enumerate(ROWS)], None, "no base|letters"),
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_refused(
    put: Callable[..., Sequences], rows: list[Row], line: int | None, why: str
) -> None:
    with pytest.raises(FileError, match=why) as told:
        read_sequences(put(rows))
    assert line is None or told.value.line == line
