"""The same command with the real scenes' base, Manim and a browser."""

import json
import sys

import av
import numpy as np
import pytest
from playwright.sync_api import Browser

from tests.slides.conftest import TOML, Project, add_line, real_project
from tests.slides.reading import greys

SCENE = '''"""A scene as small as can be."""

from manim import Circle, Create

from nnsim.experiments import alpha
from scenes.lesson.lesson import Lesson


class Alpha(Lesson):
    """Nothing to remember."""

    experiment = alpha

    def construct(self) -> None:
        self.beat("first")
        self.at("seed")
        self.play(Create(Circle()), run_time=0.4)
        self.beat("second", loop=True)
        self.wait(0.2)
'''
WORDS = '''"""Words as few as can be."""

TITLE = "Alpha"
BEATS = {
    "first": {"say": "The {{mark:seed}}seed is {seed:d}."},
    "second": {"say": "It stays.", "claims": ("is_small",)},
}
'''
CLAIMS = """
from nnsim.claims import Claim

CLAIMS = {"is_small": Claim("the seed is small", lambda r: r.seed < 12, "it is {seed}")}
"""

# Hums for 8 s, whatever the words.
SPEAKER = """
import sys, wave
with wave.open(sys.argv[1], "wb") as out:
    out.setnchannels(1), out.setsampwidth(2), out.setframerate(8000)
    out.writeframes(b"\\0\\x20\\0\\xe0" * 32000)
"""


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project of the real scenes' base and one small chapter, built."""
    project = real_project(tmp_path_factory.mktemp("real") / "project", SCENE, WORDS)
    add_line("nnsim/experiments/alpha/__init__.py", CLAIMS)(project.folder)
    project.run("build")
    return project


@pytest.mark.slow
def test_real_scene_becomes_video_and_clips(real: Project) -> None:
    with av.open(str(real.out / "videos/01-alpha.mp4")) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height, stream.average_rate) == (854, 480, 15)
        assert len(container.chapters()) == 2
        assert stream.codec_context.colorspace == 6  # SMPTE 170M, see manim.cfg
        assert sum(1 for _ in container.decode(video=0)) == stream.frames
    words = (real.out / "clips/alpha/first.txt").read_text()
    assert words == "The seed is 1.\n"
    assert real.run("build") == "build is up to date\n"


@pytest.mark.slow
def test_a_motion_waits_for_its_word_and_no_picture_is_drawn_for_it(
    real: Project,
) -> None:
    recordings = real.cache / "recordings"
    before = {file: file.stat().st_mtime_ns for file in recordings.rglob("*")}
    (real.folder / "speaker.py").write_text(SPEAKER)
    program = [sys.executable, str(real.folder / "speaker.py"), "{out}"]
    with (real.folder / "spoken.toml").open("w", encoding="utf-8") as file:
        file.write(f'{TOML}[voice]\nengine = "command"\ncommand = {program}\n')
    options = ("--config", "spoken.toml", "--only", "video", "--out", "spoken")
    real.run("build", *options)
    assert before == {f: f.stat().st_mtime_ns for f in recordings.rglob("*")}
    films = [
        greys(real.folder / n / "videos/01-alpha.mp4") for n in ("build", "spoken")
    ]
    silent, spoken = (np.array(film, int) for film in films)
    # "seed" is said about 2 s after "The" has begun; the circle waits as long.
    at_rest = np.abs(spoken[10:25] - spoken[10]).max()
    assert at_rest < 10 < 100 < np.abs(spoken[60] - spoken[10]).max()
    assert np.abs(silent[10:25] - silent[10]).max() > 100


@pytest.mark.slow
def test_real_scene_is_checked_and_counted(real: Project) -> None:
    assert real.run("check", "--theme", "dark").startswith("0 faults")
    receipts = json.loads(real.run("numbers", "alpha", "--json"))
    assert ("seed", 1) in {(r["path"], r["value"]) for r in receipts}


@pytest.mark.slow
def test_deck_of_a_real_scene_plays(real: Project, chromium: Browser) -> None:
    page = chromium.new_context(offline=True).new_page()
    page.goto((real.out / "lecture.html").as_uri() + "#/alpha-second")
    page.wait_for_function("() => stage.video?.loop && stage.video.currentTime > 0")
    page.keyboard.press("PageUp")
    page.wait_for_function("() => stage.video.currentTime === stage.video.duration")
    assert page.evaluate("Reveal.getCurrentSlide().id") == "alpha-first"
    page.context.close()


@pytest.mark.slow
def test_presenter_runs_through_all_slides(
    real: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    real.run("present", "--skip-all")
    listed = json.loads((real.out / "qt/alpha.json").read_text())
    assert [slide["loop"] for slide in listed["slides"]] == [False, True]
    assert all((real.out / slide["rev_file"]).is_file() for slide in listed["slides"])


@pytest.mark.slow
@pytest.mark.parametrize("command", ["build", "check", "numbers"])
def test_an_experiment_without_a_result_says_why(real: Project, command: str) -> None:
    printed = real.run(command, "alpha", "--set", "alpha.seed=13", code=1)
    assert (
        "chapter 'alpha' cannot be computed with seed = 13: RuntimeError: thirteen is "
        "not allowed" in printed
    )


@pytest.mark.slow
@pytest.mark.parametrize("command", ["build", "check"])
def test_what_the_result_does_not_show_is_not_said(real: Project, command: str) -> None:
    printed = real.run(command, "alpha", "--set", "alpha.seed=12", code=2)
    assert (
        "chapter 'alpha', beat 'second' with seed = 12 says that the seed is small, "
        "but it is 12\n" in printed
    )


@pytest.mark.slow
def test_own_words_are_said_in_all_outputs(real: Project) -> None:
    own = 'alpha.say.second="All of {seed:d} stays."'
    real.run("build", "--set", own, "--out", "own", "--only", "clips")
    words = (real.folder / "own/clips/alpha/second.txt").read_text()
    assert words == "All of 1 stays.\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("say", "told"),
    [
        ("alpha.say.first=All of it.", "alpha.say.first: says 'all', and nothing that"),
        (
            "alpha.say.first=It is {sed}.",
            "chapter 'alpha', beat 'first' cannot say 'It is {sed}.': nothing at 'sed'",
        ),
    ],
)
def test_own_words_that_cannot_be_said_are_refused(
    real: Project, say: str, told: str
) -> None:
    assert told in real.run("check", "alpha", "--set", say, code=2)
