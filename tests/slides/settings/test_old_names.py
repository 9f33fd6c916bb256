"""Settings that hold old names of beats are read, with a word on each."""

from pathlib import Path
from typing import Any

import pytest

from scenes.renamed import NOW, present, told
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
