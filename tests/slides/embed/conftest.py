"""Recordings made without Manim for the clips that tests/site uses, and that site."""

import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser
from rich.console import Console

from scenes.record import Beat, Receipt, Recording
from slides.building.plan import Plan
from slides.embed.embed import embed
from slides.embed.request import Options
from slides.engine.progress import Progress
from slides.engine.targets import Target, targets_of
from slides.settings.variants import Variant
from tests.conftest import find_program
from tests.slides.conftest import ROOT, film
from tests.slides.embed.browsing import Visit, visits

SITE = ROOT / "tests" / "site"
TOML = 'title = "A <lecture>"\nauthor = "A"\nlanguage = "en"\n' + (
    'chapters = ["neuron", "backpropagation"]\nstills = ["neuron/line"]\n'
)
BEATS = {
    "neuron": ("sample", "sum", "line", "learn"),
    "backpropagation": ("hidden_blame", "train"),
}
# What would break HTML, Liquid, YAML, Markdown or a formula if it were not escaped.
NASTY = "A \"b\" 'c' <b>d</b> &amp; {{ site.title }} {% if x %} e: f # g \\ $h$ *i* |"
SAYING = "The bill is 39.1 mm long and 18.7 deep. " + NASTY
PAPER = {"dark": (16, 21, 29), "light": (255, 255, 255)}
FPS, MOVING, HELD = 15, 24, 9  # pictures
Run = Callable[..., str]


def publish(plan: Plan, wanted: Target, folder: Path) -> None:
    """Put a recording into the cache in which a bar moves over the theme's paper."""
    rendering = folder / wanted.chapter / wanted.variant.name
    rendering.mkdir(parents=True)
    names, beats, frames = [], [], []
    for n, name in enumerate(BEATS[wanted.chapter]):
        start, first = n * (MOVING + HELD) / FPS, 2 * n
        beats.append(Beat(name, "Start", SAYING, False, False, start, MOVING / FPS,
                          HELD / FPS, first, first + 1, first + 2))  # fmt: skip
        for count in (MOVING, HELD):
            names.append(f"{len(names)}.mp4")
            frames.append(count)
            record(rendering / names[-1], count, PAPER[wanted.variant.theme])
        draw(rendering / f"{name}.png")
        (rendering / f"{name}.svg").write_text('<svg viewBox="0 0 16 9"><g/></svg>')
    receipts = (
        Receipt(wanted.chapter, beats[0].name, 0.5, "x[0]", 39.1, (), "39.1"),
        Receipt(wanted.chapter, beats[0].name, 0.6, 'W["<a>"]', None, (60, 2), ""),
    )
    recording = Recording(wanted.chapter, "One & <all>", wanted.variant.theme, 9.0,
                          tuple(beats), receipts, (), tuple(names))  # fmt: skip
    (rendering / "recording.json").write_text(recording.to_json())
    notes = {"frames": frames, "duration": 9.0}
    (rendering / "rendering.json").write_text(json.dumps(notes))
    parts = wanted.parts
    plan.recordings.publish(
        rendering, wanted.chapter, wanted.variant, parts, wanted.key
    )


def record(path: Path, count: int, paper: tuple[int, int, int]) -> None:
    """Encode as the scenes are encoded: a bar moves, then stands."""
    pictures = np.full((count, 180, 320, 3), paper, np.uint8)
    for n, picture in enumerate(pictures):
        left = 10 * n if count == MOVING else 10 * (MOVING - 1)
        picture[60:120, left : left + 40] = (10, 100, 168)
    film(path, pictures, FPS, crf="20")


def draw(path: Path) -> None:
    """Draw a still."""
    Image.new("RGB", (32, 18), (10, 100, 168)).save(path)


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Give a plan whose cache holds all recordings."""
    folder = tmp_path_factory.mktemp("embed")
    (folder / "lecture.toml").write_text(TOML)
    plan = Plan(
        variant=Variant("draft"), cache=folder / "cache", config=folder / "lecture.toml"
    )
    lecture = plan.read()
    for theme in PAPER:
        for quality in ("draft", "still"):
            for wanted in targets_of(
                lecture, lecture.chapters, Variant(quality, theme)
            ):
                publish(plan, wanted, folder / "rendered")
    return plan


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a site of the test's own."""
    return shutil.copytree(SITE, tmp_path / "site")


@pytest.fixture
def run(plan: Plan) -> Run:
    """Give the command: it returns what it says."""

    def run(target: Path, **options: object) -> str:
        printed = io.StringIO()
        with Progress(Console(file=printed, width=200)) as progress:
            embed(plan, Options(target, **options), progress)  # type: ignore[arg-type]
        return printed.getvalue()

    return run


@pytest.fixture(scope="session")
def jekyll() -> Callable[..., Path]:
    """Give a function that builds a site and returns where the pages lie."""
    program = find_program(["jekyll"], "make test-tools")

    def build(site: Path, *options: str) -> Path:
        out = site.parent / "public" / "notes"
        command = [program, "build", "--safe", "--destination", out, *options]
        words = {**os.environ, "LC_ALL": "C.UTF-8"}
        ended = subprocess.run(
            command, cwd=site, env=words, capture_output=True, text=True
        )
        assert ended.returncode == 0, ended.stderr
        return out

    return build


@pytest.fixture(scope="session")
def embedded(plan: Plan) -> Callable[..., Path]:
    """Give a function that puts the clips of its notes into a site."""

    def embedded(site: Path, **options: object) -> Path:
        with Progress(Console(file=io.StringIO())) as progress:
            embed(plan, Options(site, **options), progress)  # type: ignore[arg-type]
        return site

    return embedded


@pytest.fixture(scope="session")
def published(
    embedded: Callable[..., Path],
    jekyll: Callable[[Path], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """Give the built site, to look at, not to touch."""
    site = shutil.copytree(SITE, tmp_path_factory.mktemp("site") / "site")
    return jekyll(embedded(site, stills=("neuron=images/map.png",)))


def has_gem(name: str) -> bool:
    """Tell whether a library of Ruby's is installed."""
    command = ["ruby", "-e", f"gem '{name}'"]
    return subprocess.run(command, capture_output=True).returncode == 0


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    """Give a function that opens the pages at the address that a module serves."""
    with visits(chromium, address) as visit:
        yield visit
