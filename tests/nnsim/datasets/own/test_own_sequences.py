"""FASTA is read with its labels, from the headers or from a second file."""

from pathlib import Path

import pytest

from nnsim.datasets.own.own_table import OwnTable, read_own
from nnsim.errors import FileError


def read(folder: Path, text: str, labels: str | None = None) -> OwnTable:
    (file := folder / "t.fasta").write_text(text, encoding="utf-8")
    if labels is None:
        return read_own(file)
    (other := folder / "labels.csv").write_text(labels, encoding="utf-8")
    return read_own(file, other)


def test_fasta_is_a_table_of_names_sequences_and_labels(tmp_path: Path) -> None:
    text = (
        "; from a database\n>s1 donor site\nACGT\n acgt\r\n\n>s2|x|acceptor\n"
        "1 ACG-N 6\n; seen twice\n60 T*\n> s3\nNA\n"
    )
    found = read(tmp_path, text)
    assert found.names == ("name", "sequence", "label")
    assert found.column("name") == ("s1", "s2|x", "s3")
    assert found.column("sequence") == ("ACGTacgt", "ACG-NT*", "NA")
    assert found.column("label") == ("donor site", "acceptor", "")
    assert found.lines == (2, 6, 10)


def test_a_table_may_hold_sequences_too(tmp_path: Path) -> None:
    (file := tmp_path / "t.csv").write_text("name,seq\ns1,ACGT\ns2,ACGA\n")
    (labels := tmp_path / "l.tsv").write_text("id\tis\ns2\tyes\ns1\tno\n")
    found = read_own(file, labels)
    assert found.names == ("name", "seq", "label")
    assert found.column("label") == ("no", "yes")
    assert found.kind("seq") == "sequence"
    assert found.digest == "+".join(read_own(one).digest for one in (file, labels))


def test_labels_of_a_second_file_go_first(tmp_path: Path) -> None:
    labels = "label,name,more\nred,b,1\nblue,a,2\n"
    found = read(tmp_path, ">a x\nAC\n>b x\nAC\n>c x\nAC\n", labels)
    assert found.column("label") == ("blue", "red", "")
    assert len(found.digest) == 2 * 64 + 1


@pytest.mark.parametrize(
    ("text", "labels", "told"),
    [
        (">a x\nAC,T\n", None, "t.fasta, line 2: the sequence holds ','"),
        (">a x\n>b y\nAC\n", None, "t.fasta, line 1: no sequence follows 'a x'"),
        (">a x\nAC\n>\nAC\n", None, "t.fasta, line 3: the sequence has no name"),
        ("a x\nAC\n", None, "t.fasta, line 1: is no FASTA: its first sign must be >"),
        (">a\nAC\n", None, "t.fasta: no sequence has a label: write it behind"),
        (">a\nAC\n", "n,l\nb,x\n", "t.fasta: no name has a label in the other file"),
        (">a\nAC\n", "n,l,m\na,x,y\n", "labels.csv, line 1: has 3 columns: call"),
        (">a\nAC\n", "n,l\na,x\na,y\n", "labels.csv, line 3: 'a' has two labels"),
    ],
)
def test_what_is_wrong_is_told(
    tmp_path: Path, text: str, labels: str | None, told: str
) -> None:
    with pytest.raises(FileError) as caught:
        read(tmp_path, text, labels)
    assert str(caught.value).startswith(told)
