"""A program that speaks in the miniature project: it beeps, and notes what it says."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.slides.conftest import Project

# A tenth of a second for each word.
SPEAKER = """
import sys, wave
words = sys.stdin.read()
if "nobody" in words.lower():
    sys.exit("that name is not spoken")
with open(sys.argv[1], "a") as notes:
    notes.write(words + "\\n")
with wave.open(sys.argv[2], "wb") as out:
    out.setnchannels(1), out.setsampwidth(2), out.setframerate(8000)
    out.writeframes(b"\\0\\x20\\0\\xe0" * 400 * len(words.split()))
"""
Told = Callable[[], list[str]]


@pytest.fixture
def speaking(project: Project) -> Project:
    """Let the films of the miniature project speak, and nothing else."""
    (project.folder / "speaker.py").write_text(SPEAKER)
    program = [sys.executable, str(project.folder / "speaker.py")]
    command = [*program, str(project.folder / "notes"), "{out}"]
    with (project.folder / "lecture.toml").open("a", encoding="utf-8") as file:
        file.write(f'[voice]\nengine = "command"\ncommand = {command}\n')
        file.write('speaks = ["video"]\n')
    return project


@pytest.fixture
def said(speaking: Project) -> Told:
    """Return what tells what was said since it was asked last."""
    notes: Path = speaking.folder / "notes"

    def told() -> list[str]:
        words = notes.read_text().splitlines() if notes.exists() else []
        notes.unlink(missing_ok=True)
        return words

    return told
