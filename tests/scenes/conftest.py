"""Rehearsals of the real chapters, each run once, and a media folder of the tests'."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from manim import tempconfig

from scenes.lesson import load_lesson
from scenes.record import Recording
from scenes.rehearsal import rehearse

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = tomllib.loads((ROOT / "slides/lecture.toml").read_text("utf-8"))["chapters"]


@pytest.fixture(scope="session", autouse=True)
def _media(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what Manim caches of texts and formulas out of the repository."""
    with tempconfig({"media_dir": str(tmp_path_factory.mktemp("media"))}):
        yield


@pytest.fixture(scope="session")
def rehearsal() -> Callable[..., Recording]:
    """Give a function of chapter, theme and changed settings that rehearses once."""

    @cache
    def run(chapter: str, theme: str, **changed: float) -> Recording:
        config = replace(load_lesson(chapter).experiment.Config(), **changed)
        return rehearse(chapter, config, theme)

    return run
