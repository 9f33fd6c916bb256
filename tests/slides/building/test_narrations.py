"""What beats say aloud, and what is told of what cannot be said."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from slides.base.errors import LectureError, UsageError
from slides.building.narrations import narrations, speech_faults, tell
from slides.building.plan import Plan
from slides.building.speaking.one_beat import say
from slides.commands.check import show
from slides.engine.jobs import Result
from slides.settings.lecture import read
from slides.speech.sound import from_wav
from slides.speech.voice import Voice
from slides.takes import speakers
from tests.slides.speech.conftest import Beeps
from tests.slides.speech.conftest import narrations as written

HEAD = 'title = "T"\nauthor = "A"\nlanguage = "en"\nchapters = ["neuron"]\n'
VOICE = '[voice]\nengine = "kokoro"\n[voice.words]\nz = "zee"\n'


@pytest.fixture
def beeps(monkeypatch: pytest.MonkeyPatch) -> list[Beeps]:
    """Let every voice beep."""
    made: list[Beeps] = []

    def make(voice: Voice) -> Beeps:
        made.append(Beeps(voice))
        return made[-1]

    monkeypatch.setattr(speakers, "make_engine", make)
    return made


def plan(tmp_path: Path, more: str = "") -> Plan:
    file = tmp_path / "lecture.toml"
    file.write_text(HEAD + VOICE + more, "utf-8")
    return Plan(config=file, cache=tmp_path / "cache", jobs=1)


def test_a_chapter_says_its_narration_filled_in_and_in_spoken_words() -> None:
    table: dict[str, Any] = read().settings["neuron"]
    ended = tell("neuron", table, {"sum": "It is {other.z:.1f}."}, {"It": "Zed"})
    assert isinstance(ended, Result)
    assert ended.told is not None
    beats = ended.told["beats"]
    assert [*beats] == [*written("neuron")]
    shown = [one[0] for one in beats["weights"]["said"]]
    assert shown == written("neuron")["weights"].split()
    aloud = " ".join(one[1] for one in beats["sum"]["said"])
    assert aloud == "Zed is minus six point six."


def test_chapters_are_asked_in_processes_of_their_own() -> None:
    lecture = read()
    found = narrations(lecture, ["scale", "neuron"], jobs=2)
    assert [*found] == ["scale", "neuron"]
    assert found["scale"]["worm"].text.startswith(
        "The worm C elegans has three hundred"
    )
    wrong = replace(lecture, speak={"neuron": {"sum": "{nowhere}"}})
    with pytest.raises(UsageError, match="'neuron', beat 'sum': cannot say"):
        narrations(wrong, ["neuron"], jobs=1)


def test_signs_and_words_that_cannot_be_said_are_told(
    tmp_path: Path, beeps: list[Beeps], capsys: pytest.CaptureFixture[str]
) -> None:
    lecture = plan(tmp_path, '[neuron.speak]\nsum = "mum is @ home"\n').read()
    found = narrations(lecture, ["neuron"], jobs=1)
    faults = [*speech_faults(found, lecture.voice)]
    assert [(f.scene, f.beat, f.mobject) for f in faults] == [
        ("neuron", "sum", "narration")
    ] * 2
    assert faults[0].problem == "'@' (commercial at): no rule says it"
    assert faults[1].problem.startswith("the voice does not know 'mum': give it a")
    told = [{"theme": "", "aspect": "", **vars(fault)} for fault in faults]
    show({"faults": told, "left_out": {}, "chapters": 1, "themes": [], "aspects": [],
          "beats": 0})  # fmt: skip
    first = capsys.readouterr().out.split("\n")[0]
    assert first == "neuron, beat 'sum': narration: " + faults[0].problem


def test_a_beat_is_said_once_and_written_as_often_as_asked(
    tmp_path: Path, beeps: list[Beeps]
) -> None:
    one = plan(tmp_path)
    for name in ("a.wav", "b.wav"):
        words, sound = say(one, "neuron/sum", tmp_path / name)
        assert words.endswith(
            "What is left is zee equals minus six point six, below zero."
        )
        assert sound.duration == len(words.split()) / 100
        heard = from_wav((tmp_path / name).read_bytes())
        assert heard.duration == sound.duration
    assert sum(engine.n_said for engine in beeps) == 1


@pytest.mark.parametrize(
    ("beat", "more", "why"),
    [
        ("neurons/sum", "", "unknown chapter 'neurons'"),
        ("neuron/sums", "", "neuron/sums: unknown beat 'sums'; did you mean 'sum'?"),
        (
            "neuron/sum",
            '[neuron.speak]\nsum = "mum"\n',
            "the voice does not know 'mum'",
        ),
    ],
)
def test_what_is_not_there_to_be_said_is_told(
    tmp_path: Path, beeps: list[Beeps], beat: str, more: str, why: str
) -> None:
    with pytest.raises(LectureError) as error:
        say(plan(tmp_path, more), beat, tmp_path / "a.wav")
    assert why in error.value.lines[0]
    assert not (tmp_path / "a.wav").exists()


def test_without_a_voice_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no voice is chosen: --voice kokoro"):
        say(Plan(cache=tmp_path), "neuron/sum", tmp_path / "a.wav")
