"""Tells when manim-slides works with Manim unaided, so that the adapter can go."""

from pathlib import Path

import pytest
from manim import tempconfig
from manim_slides import Slide
from manim_slides.slide.base import BaseSlide

from scenes.lesson.adapter import AdaptedSlide

GONE = "upstream works: delete scenes/lesson/adapter.py and derive Lesson from Slide"


class Plain(Slide):
    """A slide as the manual of manim-slides shows it."""

    def construct(self) -> None:
        self.wait(0.1)
        self.next_slide()
        self.wait(0.1)


class HalfAdapted(Plain):
    """Past the first of the two faults."""

    def __init__(self, folder: Path) -> None:
        BaseSlide.__init__(self, output_folder=folder)


class Adapted(AdaptedSlide):
    """The same with the adapter."""

    construct = Plain.construct


QUIET = {"dry_run": True, "verbosity": "ERROR", "progress_bar": "none"}


def fault(make_and_render: object) -> str:
    """Return what a call fails with; "" if it works."""
    try:
        with tempconfig(QUIET):
            make_and_render()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def test_upstream_still_fails_when_a_slide_is_made(tmp_path: Path) -> None:
    error = fault(lambda: Plain(output_folder=tmp_path))
    assert error, GONE
    assert "write_to_movie" in error


def test_upstream_still_fails_when_a_slide_is_rendered(tmp_path: Path) -> None:
    error = fault(lambda: HalfAdapted(tmp_path).render())
    assert error, GONE
    assert "max_files_cached" in error


def test_adapter_renders_the_same_scene() -> None:
    assert fault(lambda: Adapted(deck_folder=None).render()) == ""


@pytest.mark.slow
def test_adapter_writes_what_manim_slides_reads(tmp_path: Path) -> None:
    with tempconfig({**QUIET, "dry_run": False, "quality": "low_quality",
                     "media_dir": str(tmp_path / "media")}):  # fmt: skip
        scene = Adapted(deck_folder=tmp_path / "deck")
        scene.render()
    # The scene lists its slides itself; this one lists none beyond next_slide's.
    assert list((tmp_path / "deck").glob("*.json")) == [tmp_path / "deck/Adapted.json"]
