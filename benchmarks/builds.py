"""The same chapter built by stock manim and manim-slides, and by us, a command each.

A build is given a ``Task`` and returns what it cost and the film that it made. All make
the film of the chapter, a film for each slide, and the slides as HTML.
"""

import os
import sys
from collections.abc import Callable
from configparser import ConfigParser
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.cost import Cost, spend
from slides.settings.variants import Variant

ROOT = Path(__file__).resolve().parent.parent
AS_RELEASED = {"LECTURE_STOCK": "1"}  # Manim, see sample/sitecustomize.py


@dataclass(frozen=True)
class Task:
    """What to build, and where."""

    chapter: str  # "": the whole lecture
    quality: str  # as of lecture build
    every: int  # beats of which one is drawn; 0: the first alone
    folder: Path  # empty

    @property
    def environment(self) -> dict[str, str]:
        """What tells each Python which beats to draw, on one thread."""
        path = os.pathsep.join([str(ROOT / "benchmarks/sample"), str(ROOT)])
        threads = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        return {**threads, "PYTHONPATH": path, "LECTURE_SAMPLE": str(self.every)}


@dataclass(frozen=True)
class Built:
    """What a build cost, and what it made."""

    cost: Cost
    film: Path
    segments: tuple[Path, ...]  # files of which the film is joined, in order


Build = Callable[[Task], Built]


def stock(task: Task, *, is_best: bool) -> Built:
    """Build a chapter by ``manim-slides render`` and ``convert``.

    Parameters
    ----------
    task
        What to build.
    is_best
        Make no reversed slides, and encode with the options of our ``manim.cfg``;
        else as both programs do by default.
    """
    settings = ConfigParser()
    settings.read(ROOT / "manim.cfg", encoding="utf-8")
    extra = {**task.environment, **AS_RELEASED}
    if not is_best:
        settings.remove_section("video_encoder.options")
        extra["LECTURE_REVERSES"] = "1"
    with (task.folder / "manim.cfg").open("w", encoding="utf-8") as file:
        settings.write(file)
    picture = Variant(task.quality).picture
    program = [sys.executable, "-m", "manim_slides"]
    scene = str(ROOT / "scenes" / task.chapter / "scene.py")
    render = [*program, "render", scene, "--write_all", "--progress_bar", "none"]
    render += ["-r", f"{picture.width},{picture.height}", "--fps", str(picture.fps)]
    cost = spend(render, task.folder, extra)
    (slides,) = task.folder.glob("build/slides/*.json")
    convert = [*program, "convert", "--folder", str(slides.parent), slides.stem]
    cost += spend([*convert, "slides.html", "--to", "html"], task.folder, extra)
    (film,) = task.folder.glob("build/manim/videos/*/*/*.mp4")
    return Built(cost, film, tuple(sorted(film.parent.glob("partial*/*/*.mp4"))))


def ours(task: Task) -> Built:
    """Build a chapter by ``lecture build``, from nothing."""
    cost = lecture_build(task)
    (film,) = task.folder.glob("out/videos/*.mp4")
    segments = task.folder.glob(f"cache/recordings/{task.chapter}/*/*/segments/*.mp4")
    return Built(cost, film, tuple(sorted(segments)))


def lecture_build(task: Task) -> Cost:
    """Return what ``lecture build`` costs from nothing, for a chapter or for all."""
    command = [sys.executable, "-m", "slides", "build"]
    command += [task.chapter] if task.chapter else []
    command += ["--quality", task.quality, "--only", "video,deck,clips"]
    command += ["--jobs", "1", "--cache", "cache", "--out", "out"]
    return spend(command, task.folder, task.environment)


BUILDS: dict[str, Build] = {
    "stock": partial(stock, is_best=False),
    "best": partial(stock, is_best=True),
    "ours": ours,
}
