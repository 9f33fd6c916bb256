"""The command ``lecture data``: what it prints, and what it refuses."""

import csv
import hashlib
import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from slides.base.errors import UsageError
from slides.building.verdicts import judge
from slides.commands.cli import lecture
from slides.engine.jobs import Result
from slides.settings.lecture import read
from tests.oracles.curves import KNOWN as CURVES
from tests.oracles.curves import points
from tests.oracles.curves import write as write_curve

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


def test_object_holds_what_the_file_holds(folder: Path) -> None:
    found = json.loads(run("crabs.csv", "--json")[0])
    content = (folder / "crabs.csv").read_bytes()
    rows = [*csv.DictReader(content.decode().splitlines())]
    assert found["digest"] == hashlib.sha256(content).hexdigest()
    assert (found["file"], found["kind"], found["rows"]) == (
        "crabs.csv", "measurements", len(rows)
    )  # fmt: skip
    assert [one["name"] for one in found["columns"]] == [*rows[0]]
    assert [one["n_missing"] for one in found["columns"]] == [1, 0, 0]
    assert found["y"] == "species"
    classes = found["columns"][2]["classes"]
    assert classes == Counter(row["species"] for row in rows)
    assert found["others"] == ["scale"]
    assert found["chapters"] == [
        {
            "chapter": "neuron",
            "carried": True,
            "why": "",
            "chosen": {
                "x": [WIDTH, DEPTH],
                "classes": ["blue", "orange"],
                "n_rows": len(rows) - 1,
                "n_left_out": 1,
            },
            "left_out": {},
        }
    ]


def test_readers_object_has_the_keys_that_the_readme_names(folder: Path) -> None:
    found = json.loads(run("crabs.csv", "--json", "--quick")[0])
    readme = Path(__file__).parents[4].joinpath("README.md").read_text("utf-8")
    about = readme.partition("`lecture data --json`")[2].partition("\n\n")[0]
    for key in (*found, *found["columns"][0], *found["chapters"][0]):
        assert f"`{key}`" in about, key


def test_lines_are_taken_by_the_reader_of_settings(folder: Path) -> None:
    found = json.loads(run("crabs.csv", "--json", "--noun", "crab")[0])
    settings = folder / "talk/lecture.toml"
    settings.write_text(HEAD + found["lines"])
    table = read(settings).settings["neuron"]
    ended = judge("neuron", table)
    assert isinstance(ended, Result)
    assert ended.told is not None
    assert {**ended.told["chosen"]} == {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in found["chapters"][0]["chosen"].items()
    }
    data = table["data"]
    assert Path(data["file"]).samefile(folder / "crabs.csv")
    assert (data["x"], data["y"]) == ([WIDTH, DEPTH], "species")
    assert (data["classes"], data["noun"]) == (["blue", "orange"], "crab")


def test_what_is_printed_tells_it_in_words(folder: Path) -> None:
    printed, beside = run("crabs.csv")
    assert printed.startswith("crabs.csv: measurements with classes, 60 rows, 3 col")
    assert "blue 30, orange 30" in printed
    assert f"{WIDTH} and {DEPTH}; blue or orange; 59 rows; 1 left out" in printed
    assert "The other chapters keep their data: scale\n" in printed
    assert 'Lines for talk/lecture.toml:\n\n[data]\nfile = "../crabs.csv"\n' in printed
    assert "trying the chapters: 1 tried" in beside


def test_quick_look_tries_nothing(folder: Path) -> None:
    printed, beside = run("crabs.csv", "--quick")
    assert "neuron (not tried)" in printed
    assert not beside
    assert "x = " not in printed


def test_columns_and_classes_that_are_said_are_taken(folder: Path) -> None:
    found = json.loads(
        run(
            "crabs.csv", "--json", "--x", DEPTH, "--x", WIDTH,
            "--classes", "orange", "--classes", "blue",
        )[0]
    )  # fmt: skip
    chosen = found["chapters"][0]["chosen"]
    assert (chosen["x"], chosen["classes"]) == ([DEPTH, WIDTH], ["orange", "blue"])
    assert f'x = ["{DEPTH}", "{WIDTH}"]' in found["lines"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("crab.csv",), "crab.csv: no such file"),
        (("talk",), "talk: is a folder"),
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
    bare = (f"{ln.rpartition(',')[0]},{n % 7}.5" for n, ln in enumerate(lines))
    (folder / "bare.csv").write_text("\n".join(bare).replace(",0.5", ",claw (mm)", 1))
    bases = (f">s{n} {'ab'[n % 2]}\n{'ACGT' * 3}\n" for n in range(40))
    (folder / "sites.fa").write_text("".join(bases))
    with pytest.raises(UsageError) as error:
        run(*arguments)
    assert told in str(error.value)


def test_sequences_are_tried_with_the_chapter_about_them(folder: Path) -> None:
    rng = np.random.default_rng(3)
    bases = ["".join(rng.choice([*"ACGT"], 24)) for _ in range(240)]
    bases[7] = bases[7][:5] + "N" + bases[7][6:]
    with (folder / "sites.fa").open("w") as stream:
        for n, one in enumerate(bases):
            one = one[:8] + "TATAAT" + one[14:] if n % 2 else one
            stream.write(f">s{n} {('other', 'box')[n % 2]}\n{one}\n")
    settings = folder / "talk/lecture.toml"
    settings.write_text(HEAD.replace('"neuron"', '"features"'))
    quick = ("--set", "features.n_splits=1", "--set", "features.logo_epochs=5")
    found = json.loads(run("sites.fa", "--json", *quick)[0])
    assert (found["kind"], found["y"], found["rows"]) == ("sequences", "label", 240)
    (one,) = found["chapters"]
    assert (one["chapter"], one["carried"]) == ("features", True)
    assert one["chosen"] == {
        "x": [], "classes": ["other", "box"], "n_rows": 239, "n_left_out": 1
    }  # fmt: skip
    settings.write_text(settings.read_text() + found["lines"])
    data = read(settings).settings["features"]["data"]
    assert (data["noun"], data["classes"]) == ("sequence", ["other", "box"])


def test_noun_of_the_settings_is_that_of_their_table_alone(folder: Path) -> None:
    (folder / "leaves.csv").write_bytes((folder / "crabs.csv").read_bytes())
    settings = folder / "talk/lecture.toml"
    own = '[data]\nfile = "../crabs.csv"\nnoun = "crab fly"\nnouns = "crab flies"\n'
    settings.write_text(HEAD + own)
    told = json.loads(run("crabs.csv", "--json", "--quick")[0])["lines"]
    assert 'noun = "crab fly"\nnouns = "crab flies"\n' in told
    told = json.loads(run("crabs.csv", "--json", "--quick", "--noun", "crab")[0])
    assert 'noun = "crab"\n' in told["lines"]
    assert "nouns" not in told["lines"]
    told = json.loads(run("leaves.csv", "--json", "--quick")[0])["lines"]
    assert 'noun = "sample"' in told


def test_chapter_that_quotes_another_is_changed_as_well(folder: Path) -> None:
    settings = folder / "talk/lecture.toml"
    settings.write_text(HEAD.replace('"neuron"', '"neuron", "summary"'))
    found = json.loads(run("crabs.csv", "--json", "--quick")[0])
    assert [one["chapter"] for one in found["chapters"]] == ["neuron", "summary"]
    assert found["others"] == ["scale"]
    settings.write_text(settings.read_text() + found["lines"])
    assert read(settings).settings["summary"]["neuron"]["data"]["y"] == "species"


def test_chapter_that_cannot_be_told_has_its_reason(folder: Path) -> None:
    rng = np.random.default_rng(2)  # classes by lot, which no line parts
    rows = [f"{rng.normal():.2f},{rng.normal():.2f},{'ab'[n % 2]}" for n in range(60)]
    (folder / "lot.csv").write_text("\n".join(["length,depth,sex", *rows]))
    printed, _ = run("lot.csv")
    assert "neuron   no" in printed
    assert "says that" in printed
    assert printed.endswith("This table carries no chapter of the lecture.\n")
    found = json.loads(run("lot.csv", "--json")[0])
    assert not found["chapters"][0]["carried"]
    assert found["chapters"][0]["why"] in printed
    assert not found["lines"]


def test_a_curve_is_tried_with_the_loss(folder: Path) -> None:
    file = write_curve("doses", folder)
    settings = folder / "talk/lecture.toml"
    settings.write_text(HEAD.replace('"neuron"', '"neuron", "loss"'))
    found = json.loads(run(file.name, "--json")[0])
    x, y = CURVES["doses"][:2]
    assert (found["kind"], found["x"], found["y"]) == ("curve", x, y)
    n = len(points("doses")[0])
    assert found["chapters"] == [
        {
            "chapter": "loss", "carried": True, "why": "", "left_out": {},
            "chosen": {"x": [x, y], "classes": [], "n_rows": n, "n_left_out": 1},
        }
    ]  # fmt: skip
    assert found["others"] == ["scale", "neuron"]
    settings.write_text(settings.read_text() + found["lines"], encoding="utf-8")
    data = read(settings).settings["loss"]["data"]
    assert (data["x"], data["y"], data["noun"]) == (x, y, "measurement")
    printed, _ = run(file.name, "--x", x, "--y", y, "--noun", "animal")
    assert printed.startswith(f"doses.csv: a curve, {n + 1} rows, 2 columns\n")
    assert "x of the curve" in printed
    assert f"{x} and {y}; {n} rows; 1 left out" in printed
    with pytest.raises(UsageError, match="--classes: no option for a curve, which"):
        run(file.name, "--classes", "a", "--classes", "b")


def test_a_curve_that_does_not_bend_has_its_reason(folder: Path) -> None:
    lines = [f"{n},{3 * n + n % 2}" for n in range(12)]
    (folder / "line.csv").write_text("\n".join(["time (min),product", *lines]))
    settings = folder / "talk/lecture.toml"
    settings.write_text(HEAD.replace('"neuron"', '"neuron", "loss"'))
    printed, _ = run("line.csv")
    assert "loss     no       product shows no plateau" in printed
    assert printed.endswith("This table carries no chapter of the lecture.\n")
