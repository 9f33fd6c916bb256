"""Rehearsals of the real chapters, each run once, and a media folder of the tests'."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from manim import config

from scenes.lesson.lesson import load_lesson
from scenes.lesson.rehearsal import rehearse
from scenes.record import Recording

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = tomllib.loads((ROOT / "slides/lecture.toml").read_text("utf-8"))["chapters"]


# What Manim caches of texts and formulas stays out of the repository, and each test
# process has its own; already now, since some tests draw while they are collected.
_MEDIA = TemporaryDirectory()
config.media_dir = _MEDIA.name


@pytest.fixture(scope="session")
def rehearsal() -> Callable[..., Recording]:
    """Give a function of chapter, theme and changed settings that rehearses once."""

    @cache
    def run(
        chapter: str, theme: str, aspect: str = "16:9", **changed: float
    ) -> Recording:
        config = replace(load_lesson(chapter).experiment.Config(), **changed)
        return rehearse(chapter, config, theme, aspect)

    return run
