"""What a worker did before does not show in what it does."""

from pathlib import Path

import pytest

from slides.engine.jobs import Draw, Event, Failed, Rehearse, Render
from slides.engine.pool import Pool
from slides.settings.variants import Variant
from tests.slides.conftest import real_project

SHOWN = ("formula", "number", "sequence", "field", "logo")
SCENE = '''"""Components of many kinds, one after another."""

from manim import FadeIn

from nnsim.experiments import alpha
from scenes.alpha.words import BEATS
from scenes.gallery import make_example
from scenes.lesson.lesson import Lesson


class Alpha(Lesson):
    """Nothing to remember."""

    experiment = alpha

    def construct(self) -> None:
        for name in BEATS:
            self.beat(name)
            shown = make_example(name)
            self.play(FadeIn(shown), run_time=0.2)
            self.remove(shown)
'''
SAYING = {"say": "The seed is {seed:d}."}
BEATS = {name: {**SAYING, "title": name} for name in SHOWN}
BEATS["number"]["question"] = "Which is it?"
WORDS = f'TITLE = "Alpha"\nBEATS = {BEATS}\n'
TABLE = {"seed": 1, "rates": (0.1, 0.2), "delay": 0.0}
FILM = Variant("draft", "dark")
DRAWING = Variant("drawing", "print")


def work(folder: Path, *variants: Variant | None) -> None:
    """Let one worker draw the chapter in these variants, one after another."""
    heard: list[Event] = []
    with Pool(1) as pool:
        for n, variant in enumerate(variants):
            place = folder / str(n)
            place.mkdir(parents=True)
            kind = Draw if variant and variant.is_still else Render if variant else None
            job = (kind or Rehearse)("alpha", TABLE, variant or Variant(), place)
            pool.add(job, heard.append)
        pool.run()
    assert not [event for event in heard if isinstance(event, Failed)]


def made(folder: Path) -> dict[str, bytes]:
    """Return what a worker left for the cache."""
    rendering = folder / "rendering"
    return {
        file.relative_to(rendering).as_posix(): file.read_bytes()
        for file in sorted(rendering.rglob("*"))
        if file.is_file()
    }


@pytest.mark.slow
def test_the_third_job_is_done_as_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = real_project(tmp_path / "project", SCENE, WORDS)
    monkeypatch.syspath_prepend(project.folder)
    work(tmp_path / "film", FILM)
    work(tmp_path / "drawing", DRAWING)
    work(tmp_path / "all", Variant("draft", "light", "4:3"), None, DRAWING, FILM)
    film, drawing = made(tmp_path / "film/0"), made(tmp_path / "drawing/0")
    assert {f"{name}.svg" for name in SHOWN} < drawing.keys() & film.keys()
    assert "segments/00000.mp4" in film
    assert made(tmp_path / "all/2") == drawing
    assert made(tmp_path / "all/3") == film
