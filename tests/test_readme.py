"""Every command that the README shows is run here, as a newcomer would."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nnsim.experiments import neuron
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


@pytest.mark.slow
def test_commands_run_in_a_fresh_copy(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
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
    for command in IN_VENV:
        ended = subprocess.run(
            command.split(), cwd=copy, env=environment, capture_output=True, text=True
        )
        assert ended.returncode == 0, f"{command}\n{ended.stdout}\n{ended.stderr}"
    made = {str(file.relative_to(copy)) for file in copy.rglob("build/**/*.*")}
    assert {"build/short/lecture.html", "build/neuron.html"} <= made


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
