"""The command ``lecture data``: what it prints, and what it refuses."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from slides.base.errors import UsageError
from slides.commands.cli import lecture

HEAD = 'title = "T"\nauthor = "A"\nlanguage = "en"\nchapters = ["scale", "neuron"]\n'
WIDTH, DEPTH = "carapace width (mm)", "carapace depth (mm)"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with settings of a lecture in one within, and a table."""
    (tmp_path / "talk").mkdir()
    (tmp_path / "talk/lecture.toml").write_text(HEAD)
    rng = np.random.default_rng(1)
    rows = [[WIDTH, DEPTH, "species"]]
    for n in range(60):
        kind = n % 2
        width = f"{rng.normal(30 + 12 * kind, 2):.1f}" if n != 5 else ""
        rows.append([width, f"{rng.normal(14, 2):.1f}", ("blue", "orange")[kind]])
    with (tmp_path / "crabs.csv").open("w", newline="") as stream:
        csv.writer(stream).writerows(rows)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[str, str]:
    """Run the command on the folder's lecture; return both its outputs."""
    result = CliRunner().invoke(
        lecture, ["data", *arguments, "--config", "talk/lecture.toml", "--jobs", "1"]
    )
    if result.exception is not None:
        raise result.exception
    return result.stdout, result.stderr


def test_readers_object_has_the_keys_that_the_readme_names(folder: Path) -> None:
    found = json.loads(run("crabs.csv", "--json", "--quick")[0])
    readme = Path(__file__).parents[4].joinpath("README.md").read_text("utf-8")
    about = readme.partition("`lecture data --json`")[2].partition("\n\n")[0]
    for key in (*found, *found["columns"][0], *found["chapters"][0]):
        assert f"`{key}`" in about, key


def test_quick_look_tries_nothing(folder: Path) -> None:
    printed, beside = run("crabs.csv", "--quick")
    assert "neuron (not tried)" in printed
    assert not beside
    assert "x = " not in printed


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("crabs.csv", "--y", "specis"), "did you mean 'species'?"),
        (("crabs.csv", "--x", "width", "--x", DEPTH), "unknown column 'width'"),
        (("crabs.csv", "--classes", "bleu", "--classes", "orange"), "'blue'?"),
        (("crabs.csv", "--y", DEPTH), "crabs.csv"),
        (("sites.fa", "--x", "name"), "--x: no option for labelled sequences"),
        (("crabs.csv", "--labels", "sites.fa"), "crabs.csv: no name has a label"),
        (("short.csv",), "short.csv: has 12 rows"),
        (("bare.csv",), "bare.csv: no column tells of which class a row is"),
    ],
)
def test_what_cannot_be_is_refused_with_the_remedy(
    folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    lines = (folder / "crabs.csv").read_text().splitlines()
    (folder / "short.csv").write_text("\n".join(lines[:13]))
    (folder / "bare.csv").write_text("\n".join(ln.rpartition(",")[0] for ln in lines))
    bases = (f">s{n} {'ab'[n % 2]}\n{'ACGT' * 3}\n" for n in range(40))
    (folder / "sites.fa").write_text("".join(bases))
    with pytest.raises(UsageError) as error:
        run(*arguments)
    assert told in str(error.value)
