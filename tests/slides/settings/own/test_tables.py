"""Data of one's own in the settings: who is given what, and what is refused."""

import hashlib
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nnsim.bounds import Settings
from nnsim.problems.own_data import Measurements, Sequences
from slides.base.errors import UsageError
from slides.settings.lecture import read
from slides.settings.own.tables import dealt
from slides.settings.schema import changed, configure
from slides.settings.values import Table, own_files

HEAD = 'title = "T"\nauthor = "A"\nlanguage = "en"\nchapters = ["neuron", "summary"]\n'
CRABS = "carapace (mm),claw (mm),species\n" + "".join(
    f"{n * 3 % 47},{n % 7 + 20 * (n % 2)},{('blue', 'orange')[n % 2]}\n"
    for n in range(10, 60)
)
SITES = "sequence,label\n" + "".join(
    f"{'ACGTAC'[n % 6 :]}{'ACGTAC'[: n % 6]},{n % 2}\n" for n in range(40)
)


@dataclass(frozen=True)
class Measured(Settings):
    data: Measurements = field(default_factory=Measurements)


@dataclass(frozen=True)
class Sequenced(Settings):
    data: Sequences = field(default_factory=Sequences)


@dataclass(frozen=True)
class Own(Settings):
    rate: float = 1.0


@pytest.fixture
def chapters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be two chapters about measurements, one about sequences, and one."""
    kinds = {"one": Measured, "two": Measured, "sites": Sequenced, "kept": Own}
    for name, config in kinds.items():
        module: Any = SimpleNamespace(Config=config)
        monkeypatch.setitem(sys.modules, f"nnsim.experiments.{name}", module)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "crabs.csv").write_text(CRABS)
    (tmp_path / "sites.csv").write_text(SITES)
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables/crabs.csv").write_text(CRABS + "99,99,blue\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def faults(text: str, *overrides: str) -> list[str]:
    Path("lecture.toml").write_text(HEAD + text)
    with pytest.raises(UsageError) as caught:
        read(Path("lecture.toml"), overrides)
    assert caught.value.exit_code == 2
    return list(caught.value.lines)


def data(text: str, *overrides: str, chapter: str = "neuron") -> Table:
    Path("lecture.toml").write_text(HEAD + text)
    found: Table = read(Path("lecture.toml").absolute(), overrides).settings[chapter]
    return found


def test_a_table_for_all_goes_to_the_chapters_of_its_kind(
    chapters: None, folder: Path
) -> None:
    crabs, sites = (
        {"file": str(folder / f"{name}.csv")} for name in ("crabs", "sites")
    )
    every = ["one", "kept", "sites", "two"]
    assert dealt(crabs, {}, every) == ({"one": crabs, "two": crabs}, [])
    assert dealt(sites, {}, every) == ({"sites": sites}, [])
    assert dealt(None, {}, every) == ({}, [])


def test_a_chapters_own_keys_go_first(chapters: None, folder: Path) -> None:
    crabs = {"file": str(folder / "crabs.csv"), "noun": "crab", "y": "species"}
    sites = {"file": str(folder / "sites.csv"), "y": "label"}
    own = {"two": {"noun": "animal"}, "sites": sites}
    found, wrong = dealt(crabs, own, ["one", "two", "sites"])
    assert not wrong
    assert found == {"one": crabs, "two": {**crabs, "noun": "animal"}, "sites": sites}
    alone = {"file": crabs["file"]}  # one that names a file stands alone
    assert dealt(crabs, {"two": alone}, ["one", "two"])[0] == {
        "one": crabs,
        "two": alone,
    }
    (_, ((key, why),)) = dealt(None, {"kept": alone}, ["kept"])
    assert (key, why[:18]) == ("kept.data", "the chapter keeps ")
    kept = {"file": ""}
    assert dealt(crabs, {"two": kept}, ["two"])[0]["two"] == kept


def test_files_are_named_from_the_lecture_and_options_from_here(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = '[data]\nfile = "crabs.csv"\nnoun = "crab"\n'
    monkeypatch.chdir(folder / "tables")
    (folder / "tables/lecture.toml").touch()
    (folder / "lecture.toml").write_text(HEAD + text)
    found = read(folder / "lecture.toml").settings["neuron"]["data"]
    assert found["file"] == str(folder / "crabs.csv")
    assert found["digest"] == hashlib.sha256(CRABS.encode()).hexdigest()
    for option in ("data.file=crabs.csv", "neuron.data.file=crabs.csv"):
        settings = read(folder / "lecture.toml", [option]).settings["neuron"]
        assert settings["data"]["file"] == str(folder / "tables/crabs.csv")
        assert settings["data"]["noun"] == ("crab" if option[0] == "d" else "")
        ((file, digest),) = own_files(settings)
        assert digest == hashlib.sha256(file.read_bytes()).hexdigest()
        assert configure("neuron", settings).data.digest == digest


def test_a_chapter_that_quotes_another_is_told_of_its_data(folder: Path) -> None:
    text = '[data]\nfile = "crabs.csv"\n'
    quoted = data(text, chapter="summary")["neuron"]
    assert quoted == data(text)
    assert quoted["data"]["file"] == str(folder / "crabs.csv")


def test_settings_are_told_without_folders(folder: Path) -> None:
    settings = data('[data]\nfile = "crabs.csv"\nnoun = "crab"\n')
    assert changed("neuron", settings) == {
        "data.file": "crabs.csv",
        "data.noun": "crab",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[data]\nfile = "none.csv"', ["6: data.file: none.csv: no such file"]),
        (
            '[data]\nnuon = "x"\nfile = "none.csv"\n[neuron]\nn_epoch = 4\n'
            "[neuron.data]\nx = 3",
            [
                "7: data.file: none.csv: no such file",
                "6: data.nuon: unknown setting 'nuon'; did you mean 'noun'?",
                "11: neuron.data.x: should be a valid array, not 3",
                "9: neuron.n_epoch: unknown setting 'n_epoch'; did you mean 'n_ep",
            ],
        ),
        (
            '[data]\nfile = "crabs.csv"\nx = ["clow (mm)"]\ny = "specie"',
            [
                "7: data.x.0: unknown column 'clow (mm)'; did you mean 'claw (mm)'?",
                "8: data.y: unknown column 'specie'; did you mean 'species'?",
            ],
        ),
        (
            '[data]\nfile = "crabs.csv"\nclasses = [\n"blue",\n"ornge"]',
            ["9: data.classes.1: unknown class 'ornge'; did you mean 'orange'?"],
        ),
        ('[data]\nfile = "crabs.csv"\ndigest = "0"', ["7: data.digest: unknown set"]),
        ("[data]\nfile = 2026-01-01", ["6: data.file: must be a text: put the"]),
        ('[data]\nnoun = "crab"', ["6: data.noun: needs file"]),
        ('[neuron.data]\nnoun = "crab"', ["6: neuron.data.noun: needs file"]),
        ("[neuron]\ndata = 3", ["6: neuron.data: must be a table: write [neuron.da"]),
        (
            '[data]\nfile = "sites.csv"',
            ["6: data.file: holds labelled sequences: no chapter of the lecture is"],
        ),
        ('[summary.neuron.data]\nfile = "crabs.csv"', ["5: summary.neuron: the chap"]),
    ],
)
def test_what_is_wrong_is_told_at_once(
    folder: Path, text: str, told: list[str]
) -> None:
    found = faults(text)
    assert len(found) == len(told), found
    for line, begin in zip(found, told, strict=True):
        assert line.startswith(f"lecture.toml:{begin}")


def test_what_is_no_table_and_names_of_options_are_told(folder: Path) -> None:
    (told,) = faults("", "dta.file=crabs.csv")
    assert told.endswith("unknown chapter 'dta'; did you mean 'data'?")
    (told,) = faults("", "data.file=nothing.csv")
    assert told.endswith("data.file: nothing.csv: no such file")
    Path("lecture.toml").write_text(f"data = 3\n{HEAD}")
    with pytest.raises(UsageError) as caught:
        read(Path("lecture.toml"))
    (told,) = caught.value.lines
    assert told.startswith("lecture.toml:1: data: must be a table")


def test_a_fault_within_a_table_names_the_table(folder: Path) -> None:
    few = "".join(CRABS.splitlines(keepends=True)[:20])
    Path("few.csv").write_text(few)
    (told,) = faults('[data]\nfile = "few.csv"')
    assert told.startswith("lecture.toml:6: data.file: few.csv: has 19 rows")


CURVE = "dose (µM),response,well\n" + "".join(
    f"{d},{9 * d / (3 + d):.3f},A{d}{n}\n" for d in (1, 2, 4, 8, 16) for n in "ab"
)


def test_a_curve_for_all_goes_to_the_loss_alone(folder: Path) -> None:
    (folder / "doses.csv").write_text(CURVE, encoding="utf-8")
    for said in ("", 'x = "dose (µM)"\ny = "response"\n'):
        text = HEAD.replace('"neuron"', '"neuron", "loss"')
        Path("lecture.toml").write_text(f'{text}[data]\nfile = "doses.csv"\n{said}')
        found = read(Path("lecture.toml").absolute()).settings
        assert found["loss"]["data"]["file"] == str(folder / "doses.csv")
        assert not found["neuron"]["data"]["file"]
    settings = read(Path("lecture.toml").absolute(), ["loss.data.file=crabs.csv"])
    assert settings.settings["loss"]["data"]["file"] == str(folder / "crabs.csv")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('x = "dos (µM)"', "7: loss.data.x: unknown column 'dos (µM)'; did you mean"),
        ('y = "reponse"', "7: loss.data.y: unknown column 'reponse'; did you mean"),
        ('x = ["dose (µM)"]', "7: loss.data.x: "),
        ('classes = ["a", "b"]', "7: loss.data.classes: unknown setting"),
        ('x = "well"', "6: loss.data.file: doses.csv:2: column 'well': 'A1a' is no"),
    ],
)
def test_what_is_wrong_with_a_curve_is_told(folder: Path, text: str, told: str) -> None:
    (folder / "doses.csv").write_text(CURVE, encoding="utf-8")
    (line,) = faults(f'[loss.data]\nfile = "doses.csv"\n{text}\n')
    assert told in line
