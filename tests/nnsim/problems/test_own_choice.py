"""A file tells whether it holds measurements, sequences or a curve."""

from pathlib import Path

import pytest

from nnsim.problems.own_choice import kind_of_file
from nnsim.problems.own_data import Curve, Measurements, OwnData, Sequences


@pytest.mark.parametrize(
    ("header", "row", "kind"),
    [
        ("id,site,label", "a,ACGTTG,1", Sequences),
        ("id,site,label", "a,acgnn-,1", Sequences),
        ("id,codon,label", "a,ACG,1", Measurements),  # as well the name of a class
        ("id,name,label", "a,ACGTEE,1", Measurements),
        ("id,sequence,label", "a,MEEPQ*,1", Sequences),  # whose chapter refuses it
        ("id,sequence,label", "a,12,1", Measurements),
        ("width,depth,species", "1.5,2.5,blue", Measurements),
    ],
)
def test_kind(tmp_path: Path, header: str, row: str, kind: type[OwnData]) -> None:
    file = tmp_path / "table.csv"
    file.write_text("\n".join([header, *[row] * 40]) + "\n")
    assert kind_of_file(file) is kind


def test_sequences_of_several_lengths_are_known_by_name(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    for name, kind in (("site", Measurements), ("sequence", Sequences)):
        file.write_text(f"{name},label\n" + "ACGTAC,1\n" * 30 + "ACGTACG,0\n")
        assert kind_of_file(file) is kind


@pytest.mark.parametrize(
    ("header", "last", "kind"),
    [
        ("dose (µM),response (%),well", "A{n}", Curve),
        ("dose (µM),response (%),replicate", "{n3}", Curve),
        ("a,b,note", "n{n}", Curve),
        ("a,b,grade", "{n3}", Measurements),  # a few whole numbers beside two columns
        ("dose (µM),response (%),strain", "s{n2}", Measurements),
        ("dose (µM),response (%),strain", "s{n}", Measurements),  # too few rows of each
        ("a,b,c", "{n}.5", Measurements),
        ("a,time,c", "{n}.5", Curve),
    ],
)
def test_a_curve_has_no_classes(
    tmp_path: Path, header: str, last: str, kind: type[OwnData]
) -> None:
    file = tmp_path / "table.csv"
    rows = [
        f"{n / 4},{n / (5 + n)},{last.format(n=n, n2=n % 2, n3=n % 3)}"
        for n in range(1, 61)
    ]
    file.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    assert kind_of_file(file) is kind
