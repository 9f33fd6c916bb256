"""Settings: every fault is told at once, with its line."""

import json
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

import pytest

from nnsim.errors import unknown
from slides.base.errors import UsageError
from slides.settings.lecture import read
from slides.settings.schema import configure, resolve
from slides.settings.toml_lines import key_lines
from tests.slides.conftest import ROOT

GOOD = """title = "T"
author = "A"
language = "en"
chapters = [
    "neuron",
    "backpropagation",
]

[neuron]
n_epochs = 7
"""


def faults(tmp_path: Path, text: str, *overrides: str) -> list[str]:
    file = tmp_path / "lecture.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read(file, overrides)
    assert caught.value.exit_code == 2
    return [line.removeprefix(f"{tmp_path}/") for line in caught.value.lines]


def test_our_own_settings_are_the_defaults_of_every_chapter() -> None:
    lecture = read()
    experiments = (ROOT / "nnsim/experiments").glob("*/experiment.py")
    assert sorted(lecture.chapters) == sorted(file.parent.name for file in experiments)
    for chapter, settings in lecture.settings.items():
        config = import_module(f"nnsim.experiments.{chapter}").Config()
        assert settings == json.loads(json.dumps(asdict(config))), chapter


def test_settings_are_resolved(tmp_path: Path) -> None:
    file = tmp_path / "lecture.toml"
    file.write_text(GOOD, encoding="utf-8")
    neuron = read(file, ["neuron.bias=-25", "neuron.w_depth = -2.5"]).settings["neuron"]
    assert (neuron["n_epochs"], neuron["bias"], neuron["w_depth"]) == (7, -25, -2.5)
    assert neuron["w_length"] == 1.0  # the experiment's default


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("title", "titel", "lecture.toml: title: is missing"),
        ("title", "titel", "lecture.toml:1: titel: unknown key or chapter 'titel'"),
        ('"A"', "7", "lecture.toml:2: author: should be a valid string, not 7"),
        ('"en"', '"e n"', "lecture.toml:3: language: String should match pattern"),
        (
            '"en"',
            '"en"\nsite = "ftp://x"',
            "lecture.toml:4: site: should be a web addr",
        ),
        ('"en"', '"en"\nsite = "https://x y"', "lecture.toml:4: site: should be a web"),
        ("neuron", "nuron", "lecture.toml:5: chapters.0: unknown chapter 'nuron'; did"),
        ('"backpropagation"', '"neuron"', "lecture.toml:6: chapters.1: 'neuron' is l"),
        ("= 7", "= 7.5", "lecture.toml:10: neuron.n_epochs: should be a valid integ"),
        ("= 7", "= '7'", "lecture.toml:10: neuron.n_epochs: should be a valid integ"),
        ("n_epochs", "epochs", "lecture.toml:10: neuron.epochs: unknown setting 'ep"),
        ("[neuron]", "neuron = 1", "lecture.toml:9: neuron: must be a table"),
        ("7", "7\n[practice]", "lecture.toml:11: practice: unknown key or chapter"),
        (
            "[neu",
            "minutes = 0\n[neu",
            "lecture.toml:9: minutes: must be a number above",
        ),
        ("[neu", "minutes = true\n[neu", "lecture.toml:9: minutes: must be a number"),
        ("7", "7\n[minutes]\nneuron = '4'", "lecture.toml:12: minutes.neuron: must be"),
        ("7", "7\n[minutes]\nnuron = 4", "lecture.toml:12: minutes.nuron: unknown ch"),
        ("= 7", "= ", "lecture.toml: Invalid value (at line 10, column"),
    ],
)
def test_fault_names_its_line(tmp_path: Path, old: str, new: str, fault: str) -> None:
    text = GOOD.replace(old, new, 1)
    assert any(line.startswith(fault) for line in faults(tmp_path, text))


def test_site_has_no_slash_behind(tmp_path: Path) -> None:
    file = tmp_path / "lecture.toml"
    file.write_text('site = "https://example.org/a/"\n' + GOOD, encoding="utf-8")
    assert read(file).site == "https://example.org/a"


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("title", "titel").replace("= 7", "= 'x'\nbais = 1")
    told = faults(tmp_path, text, "neuron", "nuron.x=1", "neuron.bias=x")
    assert len(told) == 7


def test_fault_of_an_override_names_the_override(tmp_path: Path) -> None:
    (told,) = faults(tmp_path, GOOD, "neuron.bias=big")
    expected = "--set neuron.bias=big: neuron.bias: should be a valid number, not 'big'"
    assert told == expected


QUOTING = GOOD.replace('"neuron",', '"neuron", "gradient_descent", "summary",')


def test_quoted_chapters_have_the_settings_of_their_own_tables(tmp_path: Path) -> None:
    file = tmp_path / "lecture.toml"
    file.write_text(QUOTING, encoding="utf-8")
    settings = read(file, ["backpropagation.b2=[0.5]", "layers.seed=9"]).settings
    summary = settings["summary"]
    assert summary["neuron"] == settings["neuron"]
    assert summary["neuron"]["n_epochs"] == 7
    assert configure("summary", summary).neuron.n_epochs == 7
    assert summary["layers"]["seed"] == 9  # set, though the lecture has no such chapter
    for chapter in ("summary", "gradient_descent"):
        quoted = settings[chapter]["backpropagation"]
        assert list(quoted) == ["W1", "b1", "W2", "b2"]  # no more than is used
        assert quoted["b2"] == [0.5]
    assert summary["training"] == resolve("training", {})


@pytest.mark.parametrize(
    ("table", "override", "place"),
    [
        ("[summary.neuron]\nn_epochs = 4", [], "lecture.toml:11: summary.neuron"),
        ("[summary]\nneuron = 4", [], "lecture.toml:12: summary.neuron"),
        ("", ["summary.neuron.n_epochs=4"], "--set summary.neuron.n_epochs=4: summary"),
    ],
)
def test_quoted_chapters_are_set_in_their_own_tables(
    tmp_path: Path, table: str, override: list[str], place: str
) -> None:
    (told,) = faults(tmp_path, f"{QUOTING}{table}", *override)
    assert told.startswith(place)
    assert told.endswith("the chapter takes it from [neuron]: set it there")


def test_fault_of_a_quoted_chapter_is_told_once(tmp_path: Path) -> None:
    (told,) = faults(tmp_path, QUOTING.replace("= 7", "= 'x'"))
    assert told.startswith("lecture.toml:10: neuron.n_epochs")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", None),
        ("minutes = 45\n[neuron]", 45),
        ("[minutes]\nneuron = 4.5\n[neuron]", {"neuron": 4.5}),
    ],
)
def test_minutes_are_planned(tmp_path: Path, text: str, minutes: object) -> None:
    file = tmp_path / "lecture.toml"
    file.write_text(GOOD.replace("[neuron]", text or "[neuron]"), encoding="utf-8")
    assert read(file).minutes == minutes


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read(tmp_path / "none.toml")


def test_lines_of_keys() -> None:
    text = "a = 1\n# b = 2\n[t] # table\n'c' = 3\n[t.u]\nd=4\n"
    assert key_lines(text) == {"a": 1, "t": 3, "t.c": 4, "t.u": 5, "t.u.d": 6}


def test_unknown_without_a_near_name_lists_all() -> None:
    told = unknown("theme", "purple", ["dark", "light"])
    assert told == "unknown theme 'purple'; there are: dark, light"


def test_written_default_makes_no_difference() -> None:
    default = read().settings["neuron"]["n_epochs"]
    written = read(overrides=[f"neuron.n_epochs={default}"])
    assert written == read()
