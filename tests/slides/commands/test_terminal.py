"""What is printed arrives: in every encoding, through pipes, on narrow terminals."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.slides.conftest import ROOT, Project

TITLE = "深度 \N{MINUS SIGN}1 ′"
SETTINGS = ("--config", "lecture.toml")
COMMANDS = (
    ("list", *SETTINGS),
    ("list", "--json", *SETTINGS),
    ("numbers", "alpha", *SETTINGS),
    ("check", "alpha", "--theme", "dark", "--aspect", "16:9", *SETTINGS),
    ("build", "alpha", "--only", "clips", "--explain", *SETTINGS),
    ("doctor",),
    ("build", "--help"),
)
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="a device of Linux")


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project, built, with a title that few encodings know."""
    project = Project(tmp_path_factory.mktemp("foreign") / "project")
    project.edit("scenes/alpha/words.py", "Chapter Alpha & more", TITLE)
    project.run("build", "alpha", "--only", "clips")
    return project


def tell(
    project: Project, *arguments: str, stdout: Any = subprocess.PIPE, **variables: str
) -> "subprocess.CompletedProcess[bytes]":
    """Run a command in an environment of its own."""
    path = os.pathsep.join([str(project.folder), str(ROOT)])
    return subprocess.run(
        [sys.executable, "-P", "-W", "error", "-m", "slides", *arguments],
        cwd=project.folder, env={**os.environ, "PYTHONPATH": path, **variables},
        stdout=stdout, stderr=subprocess.PIPE, timeout=120,
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_character_is_an_error(
    foreign: Project, command: tuple[str, ...], encoding: str
) -> None:
    ended = tell(foreign, *command, PYTHONIOENCODING=encoding)
    # Some of what the doctor looks for has only a stand-in here.
    assert ended.returncode == (command[0] == "doctor"), ended.stderr
    assert ended.stdout.decode(encoding).strip()
    assert not ended.stderr


def test_what_has_no_place_in_an_encoding_is_named(foreign: Project) -> None:
    shown = tell(foreign, "list", *SETTINGS, PYTHONIOENCODING="cp1252").stdout
    assert rb"\N{MINUS SIGN}1 \N{PRIME}" in shown
    plain = tell(foreign, "list", "--json", *SETTINGS, PYTHONIOENCODING="cp1252")
    assert json.loads(plain.stdout.decode("ascii"))[0]["title"] == TITLE


def test_files_and_pipes_get_utf_8_where_nothing_else_is_asked_for(
    foreign: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert TITLE in tell(foreign, "list", *SETTINGS, **plain).stdout.decode()
    assert tell(foreign, "build", "深度", *SETTINGS, **plain).returncode == 2


def test_a_row_is_whole_in_a_pipe(foreign: Project) -> None:
    shown = tell(foreign, "list", *SETTINGS, COLUMNS="20").stdout.decode()
    assert len(shown.splitlines()) == 3  # the headings and two chapters


def on_a_terminal(project: Project, *arguments: str, **variables: str) -> str:
    """Run a command on a terminal; return what stands there then."""
    ours, its = pty.openpty()
    ended = tell(project, *arguments, stdout=its, **variables)
    os.close(its)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert ended.returncode == 0, ended.stderr
    return shown


@pytest.mark.parametrize("columns", ["0", "1", "-3", "wide"])
def test_a_terminal_of_no_width_is_written_on(foreign: Project, columns: str) -> None:
    assert "alpha" in on_a_terminal(foreign, "list", *SETTINGS, COLUMNS=columns)
    words = on_a_terminal(foreign, "build", "--help", COLUMNS=columns)
    assert "Make only these outputs." in " ".join(words.split())


@pytest.mark.parametrize("variable", [{"TERM": "dumb"}, {"NO_COLOR": "1"}])
def test_a_plain_terminal_gets_no_colours(
    foreign: Project, variable: dict[str, str]
) -> None:
    shown = on_a_terminal(foreign, "list", *SETTINGS, **variable)
    assert "\x1b[3" not in shown


@needs_full
@pytest.mark.parametrize(
    ("command", "unbuffered"),
    [*zip(COMMANDS[:4], ("", "1", "", "1"), strict=True)],
)
def test_a_full_disk_is_told_in_a_sentence(
    foreign: Project, command: tuple[str, ...], unbuffered: str
) -> None:
    with FULL.open("w") as full:
        ended = tell(foreign, *command, stdout=full, PYTHONUNBUFFERED=unbuffered)
    assert ended.returncode == 1
    said = b"error: the output cannot be written: No space left on device\n"
    assert ended.stderr == said


def test_nobody_needs_to_listen(foreign: Project) -> None:
    for arguments in (("list", *SETTINGS), ("build", "--help")):
        read, write = os.pipe()
        os.close(read)
        assert tell(foreign, *arguments, stdout=write).stderr == b""
        os.close(write)


def test_no_stream_needs_to_be_open(foreign: Project) -> None:
    code = (
        "import os, sys\n"
        "for number in (0, 1, 2): os.close(number)\n"
        f"os.execv(sys.executable, [sys.executable, '-P', '-m', 'slides', 'list', "
        f"'--config', {str(foreign.folder / 'lecture.toml')!r}])"
    )
    path = os.pathsep.join([str(foreign.folder), str(ROOT)])
    ended = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path}
    )
    assert ended.returncode == 0
