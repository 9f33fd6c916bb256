"""Sequences that a lecturer brings, in place of the splice sites."""

from pathlib import Path

import pytest

from nnsim.experiments.features import Config, run
from nnsim.problems.own_data import Sequences, UnfitDataError


def test_other_dna_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "sites.fasta"
    file.write_text(">one yes\nACGT\n", encoding="utf-8")
    with pytest.raises(UnfitDataError, match="tells of splice sites"):
        run(Config(data=Sequences(file=str(file))))
