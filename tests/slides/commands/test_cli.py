"""The command's outside: help, exit codes, and what it does not load."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from slides.base.errors import LectureError
from slides.commands import doctor
from slides.commands.cli import lecture
from tests.slides.conftest import ROOT, Project

COMMANDS = (
    "build", "check", "data", "doctor", "embed", "list", "numbers", "present",
    "record", "say", "serve", "watch",
)  # fmt: skip
HEAVY = ("manim", "manim_slides", "numpy", "pydantic", "av", "scenes.lesson")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(lecture, [*arguments])
    return result.exit_code, result.output


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(command: str) -> None:
    code, output = run(command, "--help")
    assert code == 0
    assert f"Examples:\n  lecture {command}" in output


def test_help_lists_all_commands() -> None:
    listed = run("--help")[1].partition("\nCommands:\n")[2].partition("\n\n")[0]
    assert tuple(line.split()[0] for line in listed.splitlines()) == COMMANDS


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("build", "--quality", "1080p"), "did you mean '1080p60'?"),
        (("build", "--theme", "lihgt"), "did you mean 'light'?"),
        (("build", "--only", "video,dekc"), "did you mean 'deck'?"),
        (("build", "--only", ","), "name at least one of "),
        (("build", "--out", ""), "name a folder"),
        (("build", "--cache", ""), "name a folder"),
        (("build", "--jobs", "0"), "'--jobs': 0 is not in the range"),
        (("biuld",), "Did you mean 'build'?"),
        (("build", "--qualty", "draft"), "'--quality'"),
    ],
)
def test_wrong_words_get_the_right_one(arguments: tuple[str, ...], told: str) -> None:
    code, output = run(*arguments)
    assert code == 2
    assert told in output


@pytest.mark.parametrize("command", [("--help",), ("list",), ("build",)])
def test_nothing_heavy_is_loaded_in_vain(
    built: Project, command: tuple[str, ...]
) -> None:
    settings = ["--config", "lecture.toml"] if command[0] != "--help" else []
    code = (
        f"import sys; sys.path[:0] = [{str(built.folder)!r}, {str(ROOT)!r}]\n"
        "from slides.commands.cli import lecture\n"
        f"lecture.main({[*command, *settings]}, standalone_mode=False)\n"
        f"sys.exit(', '.join(m for m in {HEAVY} if m in sys.modules))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=built.folder, capture_output=True, text=True
    )
    assert ended.stderr.strip() == ""


def test_folder_that_cannot_be_written_is_named(project: Project) -> None:
    (project.folder / "build").write_text("a file, not a folder")
    printed = project.run("build", "beta", "--out", "build/deep", code=1)
    assert "error: build: is no folder" in printed
    assert "rendered" not in printed


def test_doctor_finds_what_the_tests_need() -> None:
    code, output = run("doctor")
    assert code == 0, output
    assert "\n  ok       reveal.js: 5." in output
    assert output.endswith("all that is needed is there\n")


def test_doctor_names_what_is_missing_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken() -> str:
        raise LectureError("no such file")

    monkeypatch.setattr(doctor, "_reveal", broken)
    monkeypatch.setattr(doctor, "_qt", broken)
    monkeypatch.setattr(doctor, "gettempdir", broken)
    monkeypatch.setattr(doctor, "other_lecture", lambda: "another")
    code, output = run("doctor")
    assert code == 1
    assert "\n  missing  reveal.js: pip install sphinx-revealjs" in output
    assert "\n  missing  this lecture: make, in the folder" in output
    assert "\n  missing  temporary files: export TMPDIR=" in output
    assert "\n  optional Qt (lecture present): " in output  # works without it
    assert output.endswith("something is missing\n")


def test_list_of_our_own_chapters_is_complete(tmp_path: Path) -> None:
    code, output = run("list", "--json", "--cache", str(tmp_path))
    assert code == 0
    chapters = json.loads(output)
    assert [c["number"] for c in chapters] == [*range(1, len(chapters) + 1)]
    assert all(c["title"] and c["summary"] for c in chapters)
