"""Tables of one's own are known by their digest, and read once."""

import hashlib
import os
from pathlib import Path

import pytest

from nnsim.datasets.own.own_table import OwnTable, read_own
from nnsim.errors import FileError, SettingsError
from nnsim.problems import own_data
from nnsim.problems.own_data import Measurements, Sequences, read_once


def test_a_table_is_read_again_only_when_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []

    def counted(file: Path, labels: Path | None = None) -> OwnTable:
        read.append(file)
        return read_own(file, labels)

    monkeypatch.setattr(own_data, "read_own", counted)
    file = tmp_path / "crabs.csv"
    file.write_text("width,kind\n" + "1.5,blue\n2.5,orange\n" * 20)
    first = read_once(file)
    os.utime(file, (1, 1))  # another time is no other table
    assert read_once(file) is first
    assert len(read) == 1
    file.write_text("width,kind\n" + "1.5,blue\n3.5,orange\n" * 20)
    assert read_once(file).column("width")[1] == "3.5"
    assert len(read) == 2


def test_the_digest_is_that_of_all_files(tmp_path: Path) -> None:
    sites, labels = tmp_path / "sites.fasta", tmp_path / "labels.csv"
    sites.write_text(">a\nACGT\n")
    labels.write_text("name,label\na,donor\n")
    each = [hashlib.sha256(one.read_bytes()).hexdigest() for one in (sites, labels)]
    assert Measurements(str(sites)).digest == each[0]
    data = Sequences(str(sites), labels=str(labels))
    assert data.digest == "+".join(each)
    assert Sequences(str(sites), data.digest, labels=str(labels)) == data
    labels.write_text("name,label\na,acceptor\n")
    with pytest.raises(FileError, match="has changed since"):
        Sequences(str(sites), data.digest, labels=str(labels))


def test_nothing_is_said_of_no_table() -> None:
    assert not Measurements().is_given
    with pytest.raises(SettingsError, match="noun: needs file"):
        Measurements(noun="crab")
