"""Who speaks at each beat: takes that say the words of now, and nobody unasked."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from slides.base.errors import UsageError
from slides.speech.engines.takes import Takes
from slides.speech.voice import Voice
from slides.takes import speakers as module
from slides.takes.notes import read_notes
from slides.takes.speakers import speakers, takes_digests
from tests.slides.speech.conftest import Beeps
from tests.slides.takes.conftest import voice_like, write_wav

TEXTS = {"sample": "The bill is 39.1 mm long, so it may be.", "sum": "It is below."}
NEW = {**TEXTS, "sample": "The bill is 40.2 mm long, so it may be."}
BOTH = ("neuron/sample", "neuron/sum")
Record = Callable[..., Voice]


@pytest.fixture(autouse=True)
def beeps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every other engine beep."""
    monkeypatch.setattr(module, "make_engine", Beeps)


def refused(*arguments: Any) -> tuple[str, ...]:
    """Return why takes are refused."""
    with pytest.raises(UsageError) as error:
        speakers(*arguments)
    assert error.value.exit_code == 2
    return error.value.lines


def test_takes_say_their_beats_and_are_noted_with_the_words(recorded: Record) -> None:
    voice = recorded(*BOTH)
    engines, warnings = speakers(voice, "neuron", TEXTS)
    assert warnings == ()
    assert [*engines] == [*TEXTS]
    for beat, engine in engines.items():
        assert isinstance(engine, Takes)
        assert engine.file == Path(voice.takes, "neuron", f"{beat}.wav")
        assert engine.say("whatever").duration == pytest.approx(0.5, abs=0.03)
    notes = read_notes(Path(voice.takes, "neuron"))
    assert {beat: note.text for beat, note in notes.items()} == TEXTS


def test_a_take_of_other_words_is_named_with_the_old_and_the_new(
    recorded: Record,
) -> None:
    voice = recorded(*BOTH)
    speakers(voice, "neuron", TEXTS)
    stale, remedy = refused(voice, "neuron", NEW)
    assert "neuron/sample.wav: was spoken with other words: " in stale
    assert "“The bill is 39.1 mm long, so …”" in stale
    assert "“The bill is 40.2 mm long, so …”" in stale
    assert remedy.startswith("lecture record neuron; or [voice] stale_takes")
    assert not refused_after_new_recording(voice)


def refused_after_new_recording(voice: Voice) -> bool:
    """Record the take anew; tell whether anything is still wrong."""
    write_wav(Path(voice.takes, "neuron/sample.wav"), voice_like(0.7))
    engines, warnings = speakers(voice, "neuron", NEW)
    return len(engines) < 2 or bool(warnings)


def test_what_is_to_go_on_goes_on_as_told(recorded: Record) -> None:
    voice = recorded("neuron/sample", stale_takes="silent")
    engines, warnings = speakers(voice, "neuron", TEXTS)
    assert [*engines] == ["sample"]
    (told,) = warnings
    assert told.endswith("neuron/sum.wav: no such take: the beat is silent")
    both = speakers(replace(voice, stale_takes="kokoro"), "neuron", NEW)
    other = both.engines["sample"]
    assert isinstance(other, Beeps)
    assert other.voice.engine == "kokoro"
    assert [line.rpartition(": ")[2] for line in both.warnings] == ["kokoro speaks"] * 2


def test_missing_takes_stop_where_nothing_else_is_told(recorded: Record) -> None:
    first, second, _ = refused(recorded(), "neuron", TEXTS)
    assert first.endswith("narration/neuron/sample.wav: no such take")
    assert second.endswith("narration/neuron/sum.wav: no such take")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("neuron/smu", "unknown beat 'smu'; did you mean 'sum'?"),
        ("neuron/bird", "the beat 'bird' is now 'sample': rename the file"),
        ("nueron/sum", "unknown chapter 'nueron'; did you mean 'neuron'?"),
        ("sum", "of a beat it is narration/CHAPTER/BEAT"),
    ],
)
def test_files_with_the_name_of_no_beat_are_told(
    recorded: Record, name: str, why: str
) -> None:
    (told,) = refused(recorded(*BOTH, name), "neuron", TEXTS)
    assert told.endswith(why)


def test_two_takes_of_a_beat_are_told_and_other_files_let_be(
    recorded: Record,
) -> None:
    voice = recorded(*BOTH)
    folder = Path(voice.takes, "neuron")
    (folder / "notes.txt").write_text("Speak slowly.")
    (folder / "sum.aup3").write_bytes(b"an editor's own")
    assert len(speakers(voice, "neuron", TEXTS).engines) == 2
    (folder / "sum.flac").write_bytes((folder / "sum.wav").read_bytes())
    (told,) = refused(voice, "neuron", TEXTS)
    assert told.endswith("sum.flac and sum.wav: two takes of one beat; keep one")


def test_poor_takes_are_told_once_and_bad_ones_always(recorded: Record) -> None:
    voice = recorded(*BOTH)
    write_wav(Path(voice.takes, "neuron/sum.wav"), voice_like(0.5, 8000), 8000)
    (poor,) = speakers(voice, "neuron", TEXTS).warnings
    assert "sum.wav: has 8,000 samples a second" in poor
    assert speakers(voice, "neuron", TEXTS).warnings == ()
    Path(voice.takes, "neuron/sum.wav").write_text("It is below.")
    for _ in range(2):
        (bad,) = refused(voice, "neuron", TEXTS)
        assert "sum.wav: is no sound that can be read" in bad


def test_notes_that_are_damaged_are_told(recorded: Record) -> None:
    voice = recorded(*BOTH)
    Path(voice.takes, "neuron/takes.json").write_text("{")
    (told,) = refused(voice, "neuron", TEXTS)
    assert "takes.json: is cut or holds no JSON; without it" in told


def test_an_output_is_made_anew_for_a_new_take_alone(recorded: Record) -> None:
    voice = recorded(*BOTH)
    before = takes_digests(voice, "neuron")
    write_wav(Path(voice.takes, "neuron/sum.wav"), voice_like(0.7))
    after = takes_digests(voice, "neuron")
    assert after["sample"] == before["sample"]
    assert after["sum"] != before["sum"]
    assert takes_digests(Voice("kokoro"), "neuron") == {}
