"""A build speaks what its films need, once, and draws nothing for it."""

import json
import sys
from pathlib import Path

from tests.slides.building.speaking.conftest import Told
from tests.slides.conftest import Project

FILMS = ("build", "alpha", "--only", "video")
FIRST = "The seed is one. a less than B, says the text."
WHY = "It was chosen, so that the test can find it again."


def drawn(project: Project) -> dict[Path, int]:
    """Return the pictures of the project, and when each was drawn."""
    return {
        file: file.stat().st_mtime_ns
        for file in project.cache.glob("recordings/**/*.mp4")
    }


def test_one_sentence_is_spoken_anew_when_one_changes_and_no_picture_for_a_voice(
    speaking: Project, said: Told
) -> None:
    speaking.run(*FILMS, "--set", "voice.speaks=[]")
    pictures = drawn(speaking)
    assert not said()
    speaking.run(*FILMS)
    assert sorted(said()) == sorted([FIRST, "Why is that so?", WHY])
    assert speaking.run(*FILMS) == "build is up to date\n"
    speaking.run(*FILMS, "--set", "voice.words.again=afresh")
    assert said() == [WHY.replace("again", "afresh")]
    assert drawn(speaking) == pictures


def test_what_does_not_speak_knows_nothing_of_a_voice(
    speaking: Project, said: Told
) -> None:
    silent = ("--only", "clips,pdf", "--set", "voice.speaks=[]")
    speaking.run("build", "alpha", *silent)
    notes = speaking.out / ".lecture.json"
    before = json.loads(notes.read_text())["value"]
    speaking.run("build", "alpha", "--only", "clips,pdf")
    assert json.loads(notes.read_text())["value"] == before
    assert not said()


def test_a_beat_that_cannot_be_spoken_is_named_and_no_film_of_it_is_made(
    speaking: Project,
) -> None:
    printed = speaking.run(*FILMS, "--set", "voice.words.again=nobody", code=2)
    told = [line for line in printed.splitlines() if line.startswith("error: ")]
    assert told == [
        f"error: chapter 'alpha', beat 'why': {sys.executable} did not speak: that "
        "name is not spoken",
        "error: not made without what failed: video, video alpha",
    ]
    assert not [*speaking.out.rglob("*.mp4")]


def test_an_engine_that_is_not_there_is_told_before_anything_is_drawn(
    project: Project,
) -> None:
    (project.folder / "onnxruntime.py").write_text("raise ImportError")
    printed = project.run(*FILMS, "--voice", "kokoro", code=2)
    assert "is not installed: pip install 'deep-learning" in printed
    assert not drawn(project)
