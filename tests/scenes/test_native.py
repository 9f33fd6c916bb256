"""The commands of Manim and manim-slides, as anyone would type them at the root."""

import os
import subprocess
import sys
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

import av
import pytest
from bs4 import BeautifulSoup

from scenes.record import Recording
from tests.scenes.conftest import ROOT

pytestmark = pytest.mark.slow
Rehearsal = Callable[..., Recording]


class Rendered(NamedTuple):
    """What the native commands have left behind."""

    media: Path  # Manim's media folder
    deck: Path  # HTML written by manim-slides
    littered: set[str]  # files new at the root that git does not ignore


def run(*command: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert ended.returncode == 0, ended.stdout[-2000:] + ended.stderr[-2000:]


def unignored() -> set[str]:
    """Return the files of the project that ``.gitignore`` does not leave out."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = [".git", *(line.strip("/") for line in lines)]
    found = set()
    for folder, inside, files in os.walk(ROOT):
        inside[:] = [n for n in inside if not any(fnmatch(n, i) for i in ignored)]
        # Somebody may be writing code while the tests run; Manim writes none.
        found |= {os.path.join(folder, n) for n in files if not n.endswith(".py")}
    return found


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """Render one chapter with each command, and convert to a deck."""
    folder = tmp_path_factory.mktemp("native")
    media, deck, before = folder / "media", folder / "deck.html", unignored()
    quick = ("-ql", "--media_dir", str(media))
    run("manim", *quick, "scenes/backpropagation/scene.py", "Backpropagation")
    run("manim_slides", "render", *quick, "scenes/neuron/scene.py", "Neuron")
    run("manim_slides", "convert", "--folder", "build/slides", "Neuron", str(deck))
    return Rendered(media, deck, unignored() - before)


@pytest.mark.parametrize(
    ("chapter", "scene"),
    [("backpropagation", "Backpropagation"), ("neuron", "Neuron")],
)
def test_video_is_as_long_as_the_rehearsal(
    chapter: str, scene: str, rendered: Rendered, rehearsal: Rehearsal
) -> None:
    (file,) = rendered.media.glob(f"videos/scene/*/{scene}.mp4")
    with av.open(str(file)) as video:
        stream = video.streams.video[0]
        assert stream.height == 480
        assert float(stream.average_rate) == pytest.approx(15, rel=1e-3)
        n_frames = sum(1 for _ in video.demux(stream)) - 1  # the last packet is empty
    # Each animation is cut to whole frames: a few of them get lost.
    expected = rehearsal(chapter, "dark").duration
    assert n_frames / 15 == pytest.approx(expected, abs=1)


def test_deck_has_a_slide_for_each_beat_with_its_notes(
    rendered: Rendered, rehearsal: Rehearsal
) -> None:
    page = BeautifulSoup(rendered.deck.read_text("utf-8"), "html.parser")
    slides = page.select(".slides section")
    beats = rehearsal("neuron", "dark").beats
    notes = [slide.select_one("aside.notes").get_text().strip() for slide in slides]
    assert notes == [beat.say for beat in beats]
    for slide, beat in zip(slides, beats, strict=True):
        file = rendered.deck.parent / slide["data-background-video"]
        with av.open(str(file)) as video:
            seconds = float(video.duration) / av.time_base
        assert seconds == pytest.approx(beat.motion, abs=1)  # without the hold


def test_nothing_is_left_that_git_does_not_ignore(rendered: Rendered) -> None:
    assert not rendered.littered
