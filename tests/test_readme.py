"""Every command that the README shows is run here, as a newcomer would."""

import ast
import os
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import NamedTuple

import av
import pytest
from bs4 import BeautifulSoup

from nnsim.experiments import neuron
from scenes.lesson.rehearsal import rehearse
from scenes.lookup import fill
from scenes.neuron.words import BEATS
from scenes.words import use, words_of
from slides.settings.lecture import read
from slides.settings.outline import beats
from tests.test_makefile import dry, make

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
PARTS = ("experiment", "scene")  # of a chapter, in its two packages
SHOWN = re.findall(r"`(?!nnsim|scenes|slides)(\w+)/(\w+)`", README)  # chapter/beat
COMMANDS = [line for block in BLOCKS for line in block.splitlines()]
IN_MAKE = [command for command in COMMANDS if command.split()[0] == "make"]
IN_VENV = [command for command in COMMANDS if command not in IN_MAKE]
NATIVE = [command for command in IN_VENV if command.startswith("manim")]
# A table as the README describes it.
CRABS = "species,carapace width (mm),carapace depth (mm)\n" + "".join(
    f"blue,{30 + n % 7},{14 + n % 5}\norange,{38 + n % 6},{13 + n % 4}\n"
    for n in range(40)
)


def test_there_are_commands_of_both_kinds() -> None:
    assert IN_MAKE
    assert {command.split()[0] for command in IN_VENV} == {
        "lecture", "manim", "manim-slides"
    }  # fmt: skip


@pytest.mark.parametrize("command", IN_MAKE)
def test_make_knows_the_target(command: str) -> None:
    words = [
        word.replace('"', "") for word in re.findall(r'(?:[^\s"]|"[^"]*")+', command)
    ]
    assert dry(*words[1:]) or "help" in words
    assert make("-n", "no-such-target").returncode != 0


def unignored(folder: Path) -> set[str]:
    """Return the files of a copy that ``.gitignore`` does not leave out."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = [line.strip("/") for line in lines]
    found = set()
    for place, inside, files in os.walk(folder):
        inside[:] = [n for n in inside if not any(fnmatch(n, i) for i in ignored)]
        found |= {os.path.join(place, n) for n in files}
    return found


rehearsed = cache(rehearse)


class Ran(NamedTuple):
    """What the commands have left behind."""

    copy: Path  # of the project, in which they ran
    littered: set[str]  # files by Manim and manim-slides that git does not ignore


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Run all commands, one after another, in a fresh copy."""
    copy = tmp_path_factory.mktemp("readme") / "copy"
    (copy / "notes").mkdir(parents=True)
    (copy / "notes" / "_config.yml").touch()  # a site, as Jekyll knows it
    for name in ("nnsim", "scenes", "slides", "manim.cfg", ".cache/results"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name)
        elif source.is_file():
            shutil.copy(source, copy / name)
    (copy / "crabs.csv").write_text(CRABS, encoding="utf-8")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(copy)}

    def run(command: str) -> None:
        ended = subprocess.run(
            command.split(), cwd=copy, env=environment, capture_output=True, text=True,
            timeout=900,
        )  # fmt: skip
        assert ended.returncode == 0, f"{command}\n{ended.stdout}\n{ended.stderr}"

    for command in IN_VENV:
        if command not in NATIVE:
            run(command)
    before = unignored(copy)
    for command in NATIVE:
        run(command)
    return Ran(copy, unignored(copy) - before)


@pytest.mark.slow
def test_commands_run_in_a_fresh_copy(ran: Ran) -> None:
    made = {str(file.relative_to(ran.copy)) for file in ran.copy.rglob("build/**/*.*")}
    assert {"build/short/lecture.html", "build/neuron.html"} <= made


@pytest.mark.slow
@pytest.mark.parametrize("scene", ["Backpropagation", "Neuron"])
def test_native_video_is_as_long_as_the_rehearsal(ran: Ran, scene: str) -> None:
    (file,) = ran.copy.glob(f"build/manim/videos/scene/*/{scene}.mp4")
    with av.open(str(file)) as video:
        stream = video.streams.video[0]
        assert stream.height == 480
        assert float(stream.average_rate) == pytest.approx(15, rel=1e-3)
        n_frames = sum(1 for _ in video.demux(stream)) - 1  # the last packet is empty
    # Each animation is cut to whole frames: a few of them get lost.
    expected = rehearsed(scene.lower()).duration
    assert n_frames / 15 == pytest.approx(expected, abs=1)


@pytest.mark.slow
def test_native_deck_has_a_slide_for_each_beat_with_its_notes(ran: Ran) -> None:
    file = ran.copy / "build/neuron.html"
    page = BeautifulSoup(file.read_text("utf-8"), "html.parser")
    slides = page.select(".slides section")
    told = rehearsed("neuron").beats
    notes = [slide.select_one("aside.notes").get_text().strip() for slide in slides]
    assert notes == [beat.say for beat in told]
    for slide, beat in zip(slides, told, strict=True):
        with av.open(str(file.parent / slide["data-background-video"])) as video:
            seconds = float(video.duration) / av.time_base
        assert seconds == pytest.approx(beat.motion, abs=1)  # without the hold


@pytest.mark.slow
def test_native_commands_leave_nothing_that_git_does_not_ignore(ran: Ran) -> None:
    assert not ran.littered


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_statements_of_the_note_have_beats_that_show_them() -> None:
    listed = read().chapters
    assert {chapter for chapter, _ in SHOWN} == set(listed)
    missing = [pair for pair in SHOWN if pair[1] not in beats(pair[0])]
    assert not missing


def test_own_words_of_the_example_are_taken(tmp_path: Path) -> None:
    example = README.partition("```toml\n[neuron.say]")[2].partition("```")[0]
    file = tmp_path / "lecture.toml"
    usual = (ROOT / "slides/lecture.toml").read_text(encoding="utf-8")
    file.write_text(f"{usual}\n[neuron.say]{example}", encoding="utf-8")
    say = read(file).settings["neuron"]["say"]
    result = neuron.run(neuron.Config(n_epochs=1))
    with use(say):
        words = words_of("sum", BEATS, neuron.CLAIMS, result)
    assert fill(words["say"], result)[0] == (
        "Both products and the bias add up: z = \u22126.6 for this bird."
    )


def test_voice_of_the_example_is_taken(tmp_path: Path) -> None:
    example = README.partition("```toml\n[voice]")[2].partition("```")[0]
    file = tmp_path / "lecture.toml"
    usual = (ROOT / "slides/lecture.toml").read_text(encoding="utf-8")
    file.write_text(f"{usual}\n[voice]{example}", encoding="utf-8")
    lecture = read(file)
    assert (lecture.voice.engine, lecture.voice.name) == ("kokoro", "af_heart")
    assert [*lecture.voice.words] == ["Vmax", "Adélie"]
    assert [*lecture.speak["neuron"]] == ["sum"]


def test_table_of_the_example_is_taken(tmp_path: Path) -> None:
    example = README.partition("```toml\n[data]")[2].partition("```")[0]
    usual = (ROOT / "slides/lecture.toml").read_text(encoding="utf-8")
    (tmp_path / "slides").mkdir()
    file = tmp_path / "slides/lecture.toml"
    file.write_text(f"{usual}\n[data]{example}", encoding="utf-8")
    (tmp_path / "crabs.csv").write_text(CRABS, encoding="utf-8")
    data = read(file).settings["neuron"]["data"]
    assert Path(data["file"]).samefile(tmp_path / "crabs.csv")
    assert (data["noun"], data["classes"]) == ("crab", ["blue", "orange"])


def test_every_chapter_has_a_row() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \|.*experiments/\1/experiment\.py.*scenes/\1/scene\.py",
        README,
        re.M,
    )
    assert tuple(rows) == tuple(read().chapters)


def test_every_room_has_a_row_that_says_what_its_package_says() -> None:
    packages = [
        path.parent.relative_to(ROOT)
        for package in ("nnsim", "scenes", "slides")
        for path in sorted((ROOT / package).glob("*/**/__init__.py"))
    ]
    sentences = {
        package.as_posix(): ast.get_docstring(
            ast.parse((ROOT / package / "__init__.py").read_text("utf-8"))
        ).split("\n")[0]
        for package in packages
        if not any((ROOT / package / f"{part}.py").exists() for part in PARTS)
    }
    rows = re.findall(
        r"^\| `((?:nnsim|scenes|slides)/[\w/]+)` \| (.+) \|$", README, re.M
    )
    assert {name: words.replace("`", "``") for name, words in rows} == sentences
