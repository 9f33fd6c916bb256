"""The same command with the real scenes' base, Manim and a browser."""

import json
import shutil
import subprocess
from pathlib import Path

import av
import pytest
from bs4 import BeautifulSoup

from tests.slides.conftest import ROOT, Project

SCENE = '''"""A scene as small as can be."""

from manim import Circle, Create

from nnsim.experiments import alpha
from scenes.lesson import Lesson


class Alpha(Lesson):
    """Nothing to remember."""

    experiment = alpha
    title = "Alpha"

    def construct(self) -> None:
        self.beat("first", say="The seed is {seed:d}.")
        self.play(Create(Circle()), run_time=0.4)
        self.beat("second", say="It stays.", loop=True)
        self.wait(0.2)
'''
TOML = 'title = "T"\nauthor = "A"\nlanguage = "en"\nchapters = ["alpha"]\n'


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project of the real scenes' base and one small chapter, built."""
    project = Project(tmp_path_factory.mktemp("real") / "project")
    experiment = project.folder / "nnsim/experiments/alpha.py"
    kept = experiment.read_text()
    for name in ("scenes", "nnsim"):
        shutil.rmtree(project.folder / name)
        shutil.copytree(ROOT / name, project.folder / name)
    (project.folder / "manim.py").unlink()
    experiment.write_text(kept.replace("helper.same(config.seed)", "config.seed")
                          .replace("from nnsim import helper\n", ""))  # fmt: skip
    (project.folder / "scenes/alpha.py").write_text(SCENE)
    (project.folder / "lecture.toml").write_text(TOML)
    project.run("build")
    return project


@pytest.mark.slow
def test_real_scene_becomes_video_and_clips(real: Project) -> None:
    with av.open(str(real.out / "videos/01-alpha.mp4")) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height, stream.average_rate) == (854, 480, 15)
        assert len(container.chapters()) == 2
        assert sum(1 for _ in container.decode(video=0)) == stream.frames
    words = (real.out / "clips/alpha/first.txt").read_text()
    assert words == "The seed is 1.\n"
    assert real.run("build") == "build is up to date\n"


@pytest.mark.slow
def test_real_scene_is_checked_and_counted(real: Project) -> None:
    assert real.run("check", "--theme", "dark").startswith("0 faults")
    receipts = json.loads(real.run("numbers", "alpha", "--json"))
    assert ("seed", 1) in {(r["path"], r["value"]) for r in receipts}


@pytest.mark.slow
def test_deck_plays_in_a_browser(real: Project, tmp_path: Path, browser: str) -> None:
    deck = (real.out / "lecture.html").as_uri()
    command = [
        browser, "--headless", "--no-sandbox", "--disable-gpu",
        f"--user-data-dir={tmp_path}", "--virtual-time-budget=3000", "--dump-dom",
        "--enable-logging=stderr", f"{deck}#/alpha-second",
    ]  # fmt: skip
    ended = subprocess.run(command, capture_output=True, text=True, timeout=90)
    page = BeautifulSoup(ended.stdout, "html.parser")
    assert [section["id"] for section in page.select("section.present")] == [
        "alpha-second"
    ]
    assert page.select_one(".slide-background.present video source[src^=blob]")
    assert "Uncaught" not in ended.stderr


@pytest.mark.slow
def test_presenter_runs_through_all_slides(
    real: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    real.run("present", "--skip-all")
    listed = json.loads((real.out / "qt/alpha.json").read_text())
    assert [slide["loop"] for slide in listed["slides"]] == [False, True]
    assert all((real.out / slide["rev_file"]).is_file() for slide in listed["slides"])
