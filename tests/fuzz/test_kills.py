"""Whenever a build is killed, its files are whole, and the next is as any other."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pypdf import PdfReader

from scenes.caching.files import is_abandoned
from tests.fuzz.conftest import LONG
from tests.slides.building.test_killed import is_whole, needs_proc, wait, workers
from tests.slides.conftest import ROOT, Project

pytestmark = [needs_proc, pytest.mark.slow]
BUILD = ("build", "alpha", "--config", "lecture.toml")
WORDS = "stopped; the next build carries on from here\n"
# Ends a process as it does something to a file for the nth time: run when it starts.
HOOK = """
import os, signal, sys
nth, number, who = os.environ.get("KILL", "0 0 x").split()
count = 0
def counted(function):
    def call(*arguments, **options):
        global count
        count += 1
        if count == int(nth):
            os.kill(os.getpid(), int(number))
        return function(*arguments, **options)
    return call
is_worker = "slides.engine.worker" in sys.orig_argv
if int(nth) and (who == "worker") == is_worker:
    for name in ("fsync", "replace", "rename", "unlink"):
        setattr(os, name, counted(getattr(os, name)))
"""
CALLS = {"build": 90, "worker": 60}  # of the hook in one process, about


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project that was built without a fault."""
    project = Project(tmp_path_factory.mktemp("clean") / "project")
    (project.folder / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
    project.run("build", "alpha")
    return project


@pytest.fixture
def victim(clean: Project, tmp_path: Path) -> Iterator[Project]:
    """Give a copy of that project, in which nothing is built."""
    project = Project(tmp_path / "project")
    (project.folder / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
    yield project
    for number in workers(project):
        os.kill(int(number), signal.SIGKILL)


def contents(out: Path) -> dict[str, bytes]:
    """Return what the files of a build hold, but not when they were written."""
    return {
        file.relative_to(out).as_posix(): file.read_bytes()
        for file in out.rglob("*")
        if file.is_file() and file.name != ".lecture.json"
    }


def broken(out: Path) -> list[Path]:
    """Return those files of a build that are not whole."""
    return [
        file
        for file in out.rglob("*")
        if file.is_file() and not file.name.startswith(".partial-")
        if not _is_sound(file)
    ]


def _is_sound(file: Path) -> bool:
    """Tell whether a file can be read to its end."""
    try:
        match file.suffix:
            case ".mp4":
                return is_whole(file)
            case ".json":
                return bool(json.loads(file.read_text(encoding="utf-8")))
            case ".pdf":
                return bool(PdfReader(file, strict=True).pages)
            case ".pptx":
                return zipfile.ZipFile(file).testzip() is None
            case ".html":
                return file.read_text(encoding="utf-8").rstrip().endswith("</html>")
    except Exception:
        return False
    return file.stat().st_size > 0


def start(project: Project, kill: str = "0 0 x") -> "subprocess.Popen[str]":
    """Begin a build in a process group of its own; wait until it hears signals."""
    path = os.pathsep.join([str(project.folder), str(ROOT)])
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "slides", *BUILD],
        cwd=project.folder,
        env={**os.environ, "PYTHONPATH": path, "NO_COLOR": "1", "KILL": kill},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    wait(lambda: process.poll() is not None or _hears(process.pid))
    return process


def _hears(process: int) -> bool:
    """Tell whether a process has begun to hear what the system asks for."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return True
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt"))
    return bool(int(caught.split()[1], 16) >> (signal.SIGTERM - 1) & 1)


def kill(project: Project, rng: random.Random, length: float) -> str:
    """Kill a build in one of many ways; return which."""
    number = rng.choice((signal.SIGKILL, signal.SIGINT, signal.SIGTERM))
    who = rng.choice(("build", "build", "worker"))
    if rng.random() < 0.5:  # at one of the calls that change files
        nth = rng.randint(1, CALLS[who])
        process = start(project, f"{nth} {int(number)} {who}")
        how = f"{who} by {number.name} at a call"
    else:
        process = start(project)
        time.sleep(rng.uniform(0, length))
        if who == "worker":
            for one in workers(project):
                os.kill(int(one), signal.SIGKILL)
        else:
            twice = number == signal.SIGINT and rng.random() < 0.3  # in a row
            with suppress(ProcessLookupError):  # it has ended before
                for _ in range(1 + twice):
                    os.killpg(process.pid, number)
        how = f"{who} by {number.name} at a time"
    _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors
    if who == "build":
        assert process.returncode in (0, -9, 130, 143), errors
        assert errors == (WORDS if process.returncode > 0 else "")
    else:
        assert process.returncode in (0, 1), errors
    return f"{how}, {'ended before' if process.returncode == 0 else 'hit'}"


def test_any_kill_leaves_whole_files_and_no_process(
    clean: Project,
    victim: Project,
    rounds: Callable[[int, int], range],
    rng: random.Random,
    tell: Callable[[str], None],
) -> None:
    expected = contents(clean.out)
    begun = time.monotonic()
    shutil.rmtree(clean.out)
    clean.run("build", "alpha")
    length, ways = time.monotonic() - begun, Counter[str]()
    for n in rounds(20, 200):
        if rng.random() < 0.6:  # so that the outputs are next
            shutil.rmtree(victim.cache, ignore_errors=True)
            shutil.copytree(clean.cache, victim.cache)
        ways[kill(victim, rng, length)] += 1
        wait(lambda: not workers(victim), 5)
        assert not broken(victim.out), n
        if LONG or n % 5 == 4:
            victim.run("build", "alpha")
            assert contents(victim.out) == expected, n
            # Unless somebody else has the number of the killed process by now.
            left = [folder.name for folder in victim.cache.glob("scratch/*")]
            assert not [*filter(is_abandoned, left)], n
            shutil.rmtree(victim.out)
            shutil.rmtree(victim.cache)
    tell(f"{sum(ways.values())} kills: {dict(ways)}")
