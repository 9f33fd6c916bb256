"""Settings that hold old names of beats are read, with a word on each."""

from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from scenes.renamed import NOW, PLACES, present, told
from slides.base.errors import UsageError
from slides.settings.lecture import read
from slides.settings.values import Lecture
from tests.scenes.beat_names import EVER
from tests.scenes.test_renamed import CHAPTERS

HEAD = f'title = "T"\nauthor = "A"\nlanguage = "en"\nchapters = {CHAPTERS}\n'
SAID = "Look here."


def settings(tmp_path: Path, text: str, *overrides: str) -> Lecture:
    file = tmp_path / "lecture.toml"
    file.write_text(f"{HEAD}{text}", encoding="utf-8")
    return read(file, overrides)


def warned(lecture: Lecture) -> list[str]:
    """Return the warnings, of a file by its lines behind the head."""
    parts = [line.rpartition("lecture.toml:")[2] for line in lecture.warnings]
    n_head = HEAD.count("\n")
    return [
        f"{int(line) - n_head}: {why}" if line.isdecimal() else part
        for part in parts
        for line, _, why in [part.partition(": ")]
    ]


def test_stills_may_have_any_name_ever(tmp_path: Path) -> None:
    lines = "".join(f'  "{name}",\n' for name in EVER)
    lecture = settings(tmp_path, f"stills = [\n{lines}]\n")
    assert lecture.stills == tuple(dict.fromkeys(map(present, EVER)))
    assert warned(lecture) == [
        f"{n}: {told(name)}" for n, name in enumerate(EVER, 2) if name in NOW
    ]


def test_two_names_of_a_beat_are_one_still(tmp_path: Path) -> None:
    lecture = settings(tmp_path, 'stills = ["neuron/bird", "neuron/sample"]\n')
    assert lecture.stills == ("neuron/sample",)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_words_may_stand_at_any_name_ever(tmp_path: Path, chapter: str) -> None:
    names = [name for name in EVER if name.startswith(f"{chapter}/")]
    said = "".join(f'{name.partition("/")[2]} = "{SAID}"\n' for name in names)
    lecture = settings(tmp_path, f"[{chapter}.say]\n{said}")
    found = {
        f"{c}/{beat}": text
        for c, table in lecture.settings.items()
        for beat, text in table.get("say", {}).items()
    }
    assert found == dict.fromkeys(map(present, names), SAID)
    assert warned(lecture) == [
        f"{n}: {told(name)}" for n, name in enumerate(names, 2) if name in NOW
    ]


@pytest.mark.parametrize(
    ("said", "overrides", "expected", "warnings"),
    [
        (
            {"bird": "Old.", "sample": "New."}, [], "New.",
            [
                "2: neuron/bird is now neuron/sample: write that",
                "2: neuron.say.bird is not said: neuron.say.sample is, and both are of "
                "one beat",
            ],
        ),
        (
            {"sample": "New.", "bird": "Old."}, [], "Old.",
            [
                "2: neuron.say.sample is not said: neuron.say.bird is, and both are of "
                "one beat",
                "3: neuron/bird is now neuron/sample: write that",
            ],
        ),
        (
            {"sample": "New."}, ["neuron.say.bird=Mine."], "Mine.",
            [
                "2: neuron.say.sample is not said: neuron.say.bird is, and both are of "
                "one beat",
                "--set neuron.say.bird=Mine.: neuron/bird is now neuron/sample: write "
                "that",
            ],
        ),
        (
            {"bird": "Old.", "sample": "New."}, ["neuron.say.bird=Mine."], "Mine.",
            [
                "3: neuron.say.sample is not said: neuron.say.bird is, and both are of "
                "one beat",
                "--set neuron.say.bird=Mine.: neuron/bird is now neuron/sample: write "
                "that",
            ],
        ),
    ],
)  # fmt: skip
def test_of_two_words_for_a_beat_the_last_are_said(
    tmp_path: Path,
    said: dict[str, str],
    overrides: list[str],
    expected: str,
    warnings: list[str],
) -> None:
    lines = "".join(f'{beat} = "{text}"\n' for beat, text in said.items())
    lecture = settings(tmp_path, f"[neuron.say]\n{lines}", *overrides)
    assert lecture.settings["neuron"]["say"] == {"sample": expected}
    assert warned(lecture) == warnings


def test_words_follow_a_beat_into_another_chapter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    patch: Any = NOW
    monkeypatch.setitem(patch, "neuron/gone", "layers/count")
    lecture = settings(tmp_path, f'[neuron.say]\ngone = "{SAID}"\n')
    assert lecture.settings["layers"]["say"] == {"count": SAID}
    assert "say" not in lecture.settings["neuron"]


def test_what_is_wrong_at_an_old_name_has_its_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        settings(tmp_path, 'stills = ["neuron/bird"]\n[neuron.say]\n\nbird = 3\n')
    (line,) = caught.value.lines
    place = f"lecture.toml:{HEAD.count(chr(10)) + 4}: neuron.say.bird: must be words"
    assert place in line


def test_words_may_be_filled_from_places_of_before(tmp_path: Path) -> None:
    lecture = settings(
        tmp_path,
        '[loss.say]\nguess = "{enzyme.losses[0]:.2f}, {birds.n_birds}, '
        '{enzyme_like}"\n[neuron.say]\nbird = "{adelie.length:.1f}, {n_birds}"\n',
    )
    assert lecture.settings["loss"]["say"] == {
        "guess": "{curve.losses[0]:.2f}, {birds.n_birds}, {enzyme_like}"
    }
    assert lecture.settings["neuron"]["say"] == {
        "sample": "{other.first:.1f}, {question.n_samples}"
    }
    assert warned(lecture) == [
        "2: {enzyme.losses[0]} is now {curve.losses[0]}: write that",
        "4: neuron/bird is now neuron/sample: write that",
        "4: {adelie.length} is now {other.first}: write that",
        "4: {n_birds} is now {question.n_samples}: write that",
    ]


def test_places_of_now_are_there() -> None:
    for chapter, now in (("loss", "curve"), ("neuron", "other"), ("neuron", "asked")):
        assert now in PLACES[chapter].values()
        run = import_module(f"nnsim.experiments.{chapter}").run
        names = {one.name for one in fields(get_type_hints(run)["return"])}
        assert now in names
        assert not names & {*PLACES[chapter]}
