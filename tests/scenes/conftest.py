"""Rehearsals of the real chapters, each run once, and a media folder of the tests'."""

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from manim import tempconfig

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
def rehearsal() -> Callable[[str, str], Recording]:
    """Give a function that returns the rehearsal of a chapter in a theme."""
    return cache(lambda chapter, theme: rehearse(chapter, theme_name=theme))
