"""Engines besides Kokoro: a small one, any program, and those of other packages."""

import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import numpy as np
import pytest

from slides.base.errors import LectureError, UsageError
from slides.speech.engines import registry
from slides.speech.engines.registry import engine_class, engine_names, make_engine
from slides.speech.voice import Voice

SPEAK = """
import sys, wave
words = sys.stdin.read()
with wave.open(sys.argv[1], "wb") as out:
    out.setnchannels(2), out.setsampwidth(2), out.setframerate(8000)
    out.writeframes(b"\\0\\x40\\0\\0" * len(words))
"""


def command(code: str, *options: str) -> Voice:
    return Voice("command", command=(sys.executable, "-c", code, *options))


def test_a_program_is_given_words_and_writes_a_sound() -> None:
    sound = make_engine(command(SPEAK, "{out}")).say("eighty-four é")
    assert (sound.rate, len(sound.samples), sound.words) == (8000, 13, ())
    np.testing.assert_allclose(sound.samples, 0.25, atol=1e-4)  # of two channels


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import sys; sys.exit('no such voice')", "did not speak: no such voice"),
        ("", "did not speak: it wrote no file"),
        ("import sys; open(sys.argv[1], 'w').write('x')", "wrote is no WAV file"),
    ],
)
def test_a_program_that_does_not_speak_is_told_of(code: str, why: str) -> None:
    with pytest.raises(LectureError, match=why):
        make_engine(command(code, "{out}")).say("one")


def test_a_program_that_is_not_there_is_told_of() -> None:
    with pytest.raises(UsageError, match=r"no program 'no-such-program'"):
        make_engine(Voice("command", command=("no-such-program", "{out}")))
    with pytest.raises(UsageError, match=r"needs a command that names \{out\}"):
        make_engine(command(SPEAK))


def test_the_recipe_changes_with_words_and_with_what_says_them() -> None:
    first = make_engine(command(SPEAK, "{out}"))
    assert first.recipe("one") == make_engine(command(SPEAK, "{out}")).recipe("one")
    assert first.recipe("one") != first.recipe("two")
    assert first.recipe("one") != make_engine(command("", "{out}")).recipe("one")


@pytest.mark.skipif(sys.platform == "darwin", reason="has no wheel for macOS")
def test_the_small_engine_speaks() -> None:
    engine = make_engine(Voice("nanotts"))
    sound = engine.say("The sum is minus six point six.")
    fast = make_engine(Voice("nanotts", "en-GB", speed=1.5)).say("The sum is six.")
    assert sound.rate == 16_000
    assert 1.5 < sound.duration < 4
    assert np.abs(sound.samples).max() > 0.1
    assert fast.duration < sound.duration
    assert not engine.unknown("blorptang")


OURS = "kokoro", "nanotts", "command", "takes"


def test_other_packages_bring_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        EntryPoint("beeps", "tests.slides.speech.conftest:Beeps", registry.GROUP),
        EntryPoint("broken", "no_such_module:Engine", registry.GROUP),
    ]
    monkeypatch.setattr(registry, "entry_points", lambda group: found)
    assert engine_names() == [*OURS, "beeps", "broken"]
    assert engine_class("beeps").voices == ("low", "high")
    with pytest.raises(UsageError, match="'broken' cannot be loaded: No module"):
        engine_class("broken")
    with pytest.raises(UsageError, match="unknown engine of speech 'beep'; did you"):
        engine_class("beep")


def test_what_the_extra_brings_is_named_where_it_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "py_nanotts", None)
    with pytest.raises(LectureError, match=r"nanotts is not installed: pip install"):
        make_engine(Voice("nanotts"))
