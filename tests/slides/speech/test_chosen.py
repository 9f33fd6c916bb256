"""What may stand in ``[voice]``, and which voice it chooses."""

from pathlib import Path
from typing import Any

import pytest

from slides.base.errors import UsageError
from slides.settings.lecture import read
from slides.speech.chosen import voice_faults, voice_of
from slides.speech.voice import SPEAKING, Voice

HEAD = 'title = "T"\nauthor = "A"\nlanguage = "en"\nchapters = ["neuron"]\n'


@pytest.mark.parametrize(
    ("table", "key", "why"),
    [
        (3, "voice", "must be a table"),
        ({}, "voice.engine", "is missing: one of kokoro, nanotts, command"),
        ({"engine": "kokro"}, "voice.engine", "unknown engine of speech 'kokro'; did"),
        ({"engine": 3}, "voice.engine", "must be a text, not 3"),
        ({"engine": "kokoro", "vice": "x"}, "voice.vice", "unknown key 'vice'; did"),
        ({"engine": "kokoro", "voice": "x"}, "voice.voice", "unknown voice 'x'"),
        ({"engine": "kokoro", "speed": 3}, "voice.speed", "must be a number from 0.5"),
        ({"engine": "kokoro", "speed": True}, "voice.speed", "must be a number"),
        ({"engine": "command"}, "voice.command", 'goes with engine = "command"'),
        ({"engine": "takes", "denoise": 1}, "voice.denoise", "must be true or false"),
        (
            {"engine": "takes", "stale_takes": "kokro"},
            "voice.stale_takes",
            "unknown engine of speech 'kokro'; did",
        ),
        (
            {"engine": "takes", "stale_takes": "takes"},
            "voice.stale_takes",
            'must be "stop", "silent" or another engine',
        ),
        (
            {"engine": "takes", "stale_takes": "kokoro", "voice": "x"},
            "voice.voice",
            "unknown voice 'x'",
        ),
        ({"engine": "kokoro", "command": ["a"]}, "voice.command", "goes with engine"),
        ({"engine": "command", "command": "a"}, "voice.command", "must be a list"),
        ({"engine": "kokoro", "words": 3}, "voice.words", "must be a table"),
        ({"engine": "kokoro", "speaks": "deck"}, "voice.speaks", "must be a list of"),
        ({"engine": "kokoro", "speaks": [3]}, "voice.speaks", "must be names of"),
        (
            {"engine": "kokoro", "speaks": ["video", "decks"]},
            "voice.speaks",
            "unknown output that can speak 'decks'; did you mean 'deck'?",
        ),
        ({"engine": "kokoro", "words": {"a b": "c"}}, "voice.words.a b", "must be one"),
        ({"engine": "kokoro", "words": {"a": 3}}, "voice.words.a", "must be words"),
        ({"engine": "kokoro", "words": {"a": "3"}}, "voice.words.a", "must be plain"),
        (
            {"engine": "kokoro", "words": {"a": "/g/"}},
            "voice.words.a",
            "has 'g', wh",
        ),
        (
            {"engine": "kokoro", "words": {"a": "/ɡ"}},
            "voice.words.a",
            "must end with",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_key(table: Any, key: str, why: str) -> None:
    ((names, told),) = voice_faults(table)
    assert ".".join(names) == key
    assert told.startswith(why)


def test_a_table_chooses_a_voice(tmp_path: Path) -> None:
    words = {"ReLU": "ray loo", "Adélie": "/ədˈAli/"}
    table = {"engine": "kokoro", "voice": "bf_emma", "speed": 1.1, "words": words}
    assert not [*voice_faults({**table, "model": "kokoro.onnx"})]
    chosen = voice_of({**table, "model": "kokoro.onnx"}, tmp_path)
    assert chosen == Voice(
        "kokoro", "bf_emma", 1.1, words, model=str(tmp_path / "kokoro.onnx")
    )
    assert voice_of({}, tmp_path) == Voice()
    own = voice_of({"engine": "takes", "stale_takes": "silent"}, tmp_path)
    assert (own.takes, own.stale_takes) == (str(tmp_path / "narration"), "silent")
    heard = voice_of({**table, "speaks": ["deck"]}, tmp_path)
    assert [kind for kind in SPEAKING if heard.speaks_in(kind)] == ["deck"]
    assert not any(map(Voice().speaks_in, SPEAKING))


def test_settings_hold_a_voice_and_words_for_it_alone(tmp_path: Path) -> None:
    file = tmp_path / "lecture.toml"
    file.write_text(
        f'{HEAD}[voice]\nengine = "kokoro"\n[voice.words]\nz = "zee"\n'
        '[neuron.speak]\nsum = "z is {other.z:.1f}."\n',
        "utf-8",
    )
    lecture = read(file, ["voice.speed=1.2", "voice.words.w=double you"])
    assert lecture.voice.words == {"z": "zee", "w": "double you"}
    assert (lecture.voice.engine, lecture.voice.speed) == ("kokoro", 1.2)
    assert lecture.speak == {"neuron": {"sum": "z is {other.z:.1f}."}}
    # No picture depends on either.
    file.write_text(HEAD, "utf-8")
    silent = read(file)
    assert silent.settings == lecture.settings
    assert (silent.voice, silent.speak) == (Voice(), {})


def test_faults_of_a_voice_name_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "lecture.toml"
    file.write_text(
        f'{HEAD}[voice]\nengine = "kokoro"\nspeed = 9\n[neuron.speak]\nsums = "x"\n',
        "utf-8",
    )
    with pytest.raises(UsageError) as error:
        read(file)
    assert [line.partition(" ")[0] for line in error.value.lines] == [
        f"{file}:7:", f"{file}:9:"
    ]  # fmt: skip
    assert "voice.speed: must be a number from 0.5 to 2, not 9" in error.value.lines[0]
    assert "neuron.speak.sums: unknown beat 'sums'" in error.value.lines[1]
