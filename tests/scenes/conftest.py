"""Rehearsals of the real chapters, each run once, and a media folder of the tests'.

The first rehearsal of a chapter, in its usual look, also keeps what each beat shows,
and what is wrong with its motion.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from manim import config

from scenes.lesson.lesson import Lesson, load_lesson
from scenes.lesson.rehearsal import rehearse, rehearse_lesson
from scenes.record import Recording
from tests.drawn.found import Shown, read_beat
from tests.drawn.parts import remember_parts
from tests.scenes.moving import watched

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = tomllib.loads((ROOT / "slides/lecture.toml").read_text("utf-8"))["chapters"]


# What Manim caches of texts and formulas stays out of the repository, and each test
# process has its own; already now, since some tests draw while they are collected.
_MEDIA = TemporaryDirectory()
config.media_dir = _MEDIA.name


class Seen(NamedTuple):
    """What a rehearsal of a lesson tells."""

    recording: Recording
    drawn: Mapping[str, Shown]  # by beat, as it ends
    bad_motion: list[str]  # in between, in words


def rehearse_and_read(lesson: type[Lesson], config: object = None) -> Seen:
    """Rehearse a lesson, and read what is on screen when each beat ends."""
    drawn: dict[str, Shown] = {}
    with remember_parts() as memory:
        scene = rehearse_lesson(
            watched(lesson),
            config,
            at_end_of_beat=lambda beat, mobjects: drawn.update(
                {beat: read_beat(mobjects, memory)}
            ),
        )
    return Seen(scene.recording, drawn, scene.bad_motion)


@cache
def usual_look(chapter: str) -> Seen:
    """Rehearse a chapter with its defaults, dark and wide."""
    return rehearse_and_read(load_lesson(chapter))


@pytest.fixture(scope="session")
def rehearsal() -> Callable[..., Recording]:
    """Give a function of chapter, theme and changed settings that rehearses once."""

    @cache
    def run(
        chapter: str, theme: str, aspect: str = "16:9", **changed: float
    ) -> Recording:
        if (theme, aspect, changed) == ("dark", "16:9", {}):
            return usual_look(chapter).recording
        config = replace(load_lesson(chapter).experiment.Config(), **changed)
        return rehearse(chapter, config, theme, aspect)

    return run


@pytest.fixture(scope="session")
def drawn() -> Callable[[str], Mapping[str, Shown]]:
    """Give a function of a chapter: what each of its beats shows, by name."""
    return lambda chapter: usual_look(chapter).drawn
