"""A file tells whether it holds measurements or sequences."""

from pathlib import Path

import pytest

from nnsim.problems.own_choice import kind_of_file
from nnsim.problems.own_data import Measurements, OwnData, Sequences


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
