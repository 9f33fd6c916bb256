"""Lines for the settings: TOML that its reader takes, wherever the files lie."""

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slides.building.verdicts import Chosen, Verdict
from slides.commands.data.lines import Value, lines, place_of, quoted
from slides.settings.toml_text import parse

SAID: dict[str, Value] = {"file": "crabs.csv", "y": "species", "noun": "crab"}
WIDTH_DEPTH = Chosen(("width (mm)", "depth"), ("blue", "orange"), 200, 3)
WIDTH_LENGTH = Chosen(("width (mm)", "length"), ("blue", "orange"), 200, 0)


def verdict(chapter: str, chosen: Chosen | None = None, why: str = "") -> Verdict:
    return Verdict(chapter, why, chosen)


@given(st.text())
def test_any_text_is_read_back(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:  # half a character: no file holds it
        return
    written = quoted(text)
    assert tomllib.loads(f"a = {written}")["a"] == text
    assert written.isprintable()


def test_what_all_chapters_choose_stands_once() -> None:
    tried = [verdict("neuron", WIDTH_DEPTH), verdict("overfitting", WIDTH_DEPTH)]
    assert lines(SAID, tried) == (
        "[data]\n"
        'file = "crabs.csv"\n'
        'y = "species"\n'
        'noun = "crab"\n'
        'x = ["width (mm)", "depth"]\n'
        'classes = ["blue", "orange"]\n'
    )


def test_what_chapters_choose_for_themselves_stands_in_their_tables() -> None:
    tried = [verdict("neuron", WIDTH_DEPTH), verdict("overfitting", WIDTH_LENGTH)]
    assert parse(lines(SAID, tried)) == {
        "data": SAID,
        "neuron": {
            "data": {"x": ["width (mm)", "depth"], "classes": ["blue", "orange"]}
        },
        "overfitting": {
            "data": {"x": ["width (mm)", "length"], "classes": ["blue", "orange"]}
        },
    }


def test_what_the_user_says_stays_and_is_not_said_twice() -> None:
    said: dict[str, Value] = {**SAID, "classes": ("blue", "orange")}
    tried = [verdict("neuron", WIDTH_DEPTH), verdict("overfitting", WIDTH_LENGTH)]
    found = parse(lines(said, tried))
    assert found["data"]["classes"] == ["blue", "orange"]
    assert found["neuron"]["data"] == {"x": ["width (mm)", "depth"]}


def test_chapter_that_is_not_carried_can_be_given_its_own_data_back() -> None:
    tried = [verdict("neuron", WIDTH_DEPTH), verdict("overfitting", why="too easy")]
    text = lines(SAID, tried)
    assert parse(text).keys() == {"data"}
    bare = "\n".join(line.removeprefix("# ") for line in text.splitlines()[-2:])
    assert parse(bare) == {"overfitting": {"data": {"file": ""}}}


def test_chapter_that_would_end_a_build_keeps_its_own_data() -> None:
    wrong = Verdict("overfitting", "n_train: too many", is_fault=True)
    assert parse(lines(SAID, [verdict("neuron", WIDTH_DEPTH), wrong])) == {
        "data": {**SAID, "x": [*WIDTH_DEPTH.x], "classes": [*WIDTH_DEPTH.classes]},
        "overfitting": {"data": {"file": ""}},
    }


def test_no_chapter_no_lines() -> None:
    assert not lines(SAID, [verdict("neuron", why="too few rows")])


def test_untried_chapters_find_the_rest_for_themselves() -> None:
    assert parse(lines(SAID, [])) == {"data": SAID}


def test_usual_noun_says_what_to_write_there() -> None:
    assert 'noun = "sample"  # ' in lines({**SAID, "noun": "sample"}, [])


@pytest.mark.parametrize(
    ("file", "settings"),
    [
        ("crabs.csv", "lecture.toml"),
        ("crabs.csv", "slides/lecture.toml"),
        ("data/crabs.csv", "lecture.toml"),
        ("a/b/c/crabs.csv", "d/e/f/lecture.toml"),
        ("linked/crabs.csv", "far/lecture.toml"),
        ("crabs.csv", "linked/lecture.toml"),
    ],
)
def test_path_leads_from_the_settings_to_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, settings: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deep/in/it").mkdir(parents=True)
    (tmp_path / "linked").symlink_to(tmp_path / "deep/in/it")
    for name in (file, settings):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    place = place_of(Path(file), Path(settings))
    assert "\\" not in place
    found = os.path.join((tmp_path / settings).parent, place)
    assert Path(found).read_text() == file
