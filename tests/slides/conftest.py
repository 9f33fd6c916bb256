"""A miniature project for the build engine, and recordings made without Manim."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from scenes.caching import sources
from scenes.caching.facts import PACKAGES
from scenes.record import Beat, Receipt, Recording
from slides.engine.recorded import Rendering
from slides.outputs.context import Context
from slides.settings.values import Lecture
from slides.settings.variants import Variant

ROOT = Path(__file__).resolve().parents[2]
FPS = 10
SAYINGS = (
    "The bill is 39.1 mm long; can a machine tell the species from this alone?",
    "It can: Gentoo & Adelie differ, <b> and all. " * 3,
)
SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90">
<rect width="160" height="90" fill="navy"/></svg>"""
# Of a project with one chapter.
TOML = 'title = "T"\nauthor = "A"\nlanguage = "en"\nchapters = ["alpha"]\n'
SHARED = (
    "nnsim/claims.py",
    "nnsim/errors.py",
    "nnsim/texts.py",
    "scenes/lookup.py",
    "scenes/record.py",
    "scenes/renamed.py",
    "scenes/spelling.py",
    "scenes/words.py",
)
Run = Callable[..., "subprocess.CompletedProcess[str]"]


class Project:
    """The miniature project in a folder of the test's own, and its command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(Path(__file__).parent / "standin", folder)
        # What the engine needs of the packages for which stand-ins stand.
        shutil.copytree(ROOT / "scenes/caching", folder / "scenes/caching")
        for name in SHARED:
            shutil.copy(ROOT / name, folder / name)

    @property
    def out(self) -> Path:
        return self.folder / "build"

    @property
    def cache(self) -> Path:
        return self.folder / ".cache" / "lecture"

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        path = os.pathsep.join([str(self.folder), str(ROOT)])
        return subprocess.Popen(
            [sys.executable, "-P", "-W", "error", "-m", "slides", *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": path, "NO_COLOR": "1", "COLUMNS": "200"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, command: str, *arguments: str, code: int = 0) -> str:
        """Run a command on the project's lecture; return all that it prints."""
        process = self.start(command, "--config", "lecture.toml", *arguments)
        printed = "".join(process.communicate(timeout=120))
        assert process.returncode == code, printed
        assert "Traceback" not in printed
        return printed

    def edit(self, name: str, old: str, new: str) -> None:
        file = self.folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


def real_project(folder: Path, scene: str, words: str) -> Project:
    """Return a project of the real scenes' base, and of this chapter alpha."""
    project = Project(folder)
    chapter = folder / "nnsim/experiments/alpha"
    kept = {file.name: file.read_text() for file in chapter.glob("*.py")}
    for name in ("scenes", "nnsim"):
        shutil.rmtree(folder / name)
        shutil.copytree(ROOT / name, folder / name)
    (folder / "manim.py").unlink()
    chapter.mkdir()
    for name, source in kept.items():
        source = source.replace("helper.same(config.seed)", "config.seed")
        (chapter / name).write_text(source.replace("from nnsim import helper\n", ""))
    (folder / "scenes/alpha").mkdir()
    (folder / "scenes/alpha/__init__.py").touch()
    (folder / "scenes/alpha/scene.py").write_text(scene)
    (folder / "scenes/alpha/words.py").write_text(words)
    (folder / "lecture.toml").write_text(TOML)
    return project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "project")


@pytest.fixture
def house(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Let the miniature project and a copy of ``slides`` stand where ours do."""
    shutil.copytree(ROOT / "slides", project.folder / "slides")
    find = {name: project.folder / name for name in PACKAGES}.get
    monkeypatch.setattr(sources, "package_folder", find)
    return project


def add_line(name: str, line: str) -> Callable[[Path], object]:
    """Return what adds a line to a file of a project."""

    def edit(folder: Path) -> None:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(line)

    return edit


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give the project as built once: tests may look, not touch."""
    project = Project(tmp_path_factory.mktemp("built") / "project")
    project.run("build")
    return project


def film(path: Path, pictures: Iterable[np.ndarray], fps: int, **options: str) -> str:
    """Write pictures (height, width, 3) as Manim does: H.264, some out of order."""
    path.parent.mkdir(parents=True, exist_ok=True)
    first, *rest = pictures
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=fps, options=options)
        stream.height, stream.width, _ = first.shape
        stream.pix_fmt = "yuv420p"
        for picture in (first, *rest):
            out.mux(stream.encode(av.VideoFrame.from_ndarray(picture)))
        out.mux(stream.encode(None))
    return str(path)


def encode(
    path: Path,
    n_frames: int,
    shade: int = 128,
    fps: int = FPS,
    held: int | None = None,  # number of the picture that stands
) -> str:
    """Write a small video of a bar that moves, or stands."""
    pictures = np.full((n_frames, 48, 64, 3), shade, np.uint8)
    for n, picture in enumerate(pictures):
        picture[:, : 4 * ((n if held is None else held) % 16)] = 255 - shade
    return film(path, pictures, fps, preset="veryfast")


@pytest.fixture(scope="session")
def rendering(tmp_path_factory: pytest.TempPathFactory) -> Rendering:
    """Give a recording of two beats, each of two motions and a hold."""
    folder = tmp_path_factory.mktemp("recording")
    frames = (5, 7, 11, 1, 4, 20)
    segments = [encode(folder / f"{n}.mp4", f, 30 * n) for n, f in enumerate(frames)]
    for hold in (2, 5):  # of the last picture of the motion before it
        last = (frames[hold], 30 * (hold - 1), FPS, frames[hold - 1] - 1)
        encode(folder / f"{hold}.mp4", *last)
    beats = (
        Beat("one", "Start", SAYINGS[0], True, False, 0.0, 1.2, 1.1, 0, 2, 3),
        Beat("two", "Start", SAYINGS[1], False, True, 2.3, 0.5, 2.0, 3, 5, 6),
    )
    for beat in beats:  # how it ends, as the renderer draws it
        Image.new("RGB", (64, 36), "navy").save(folder / f"{beat.name}.png")
        (folder / f"{beat.name}.svg").write_text(SVG, encoding="utf-8")
    receipt = Receipt("neuron", "two", 2.5, "other.x[0]", 39.1, (), "39.1")
    recording = Recording(
        "neuron", "The neuron", "dark", 4.8, beats, (receipt,), (), tuple(segments)
    )
    return Rendering("key", recording, frames, FPS, folder)


@pytest.fixture
def context(rendering: Rendering, tmp_path: Path) -> Context:
    """Give a lecture of one chapter, ready to make outputs from."""
    lecture = Lecture(
        "A <lecture>", "Nobody", "en", ("neuron",), {"neuron": {}}, place="Hall 3"
    )
    return Context(
        lecture,
        Variant(),
        {"neuron": rendering},
        tmp_path / "out",
        tmp_path / "scratch",
        stills={("neuron", theme): rendering for theme in ("dark", "print")},
    )
