"""Ctrl-C at any moment of any command, also twice, gives one line and its code."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.fuzz.test_kills import WORDS
from tests.slides.building.test_killed import needs_proc, workers
from tests.slides.conftest import ROOT, Project

pytestmark = [needs_proc, pytest.mark.slow]
SETTINGS = ("--config", "lecture.toml")
COMMANDS = (
    ("build", "alpha", *SETTINGS),
    ("check", "alpha", "--theme", "dark", "--aspect", "1:1", *SETTINGS),
    ("numbers", "alpha", *SETTINGS),
    ("embed", "notes", "--format", "html", "--clip", "alpha/why", *SETTINGS),
    ("list", *SETTINGS),
    ("doctor",),
)
# Presses Ctrl-C as the nth module is looked for, once the command has begun; or tells
# how many there are.
HOOK = """
import os, signal, sys, time
nth, times = map(int, os.environ.get("STOP", "0 0").split())
class Counting:
    count = 0
    def find_spec(self, name, path=None, target=None):
        if name == "slides.commands.cli" or self.count:
            self.count += 1
            if self.count == nth:
                for _ in range(times):
                    os.kill(os.getpid(), signal.SIGINT)
if "slides.engine.worker" not in sys.orig_argv:
    sys.meta_path.insert(0, Counting())
    if not nth:
        import atexit
        atexit.register(lambda: print("modules", sys.meta_path[0].count))
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = Project(tmp_path_factory.mktemp("stops") / "project")
    (made.folder / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
    return made


def start(
    project: Project, command: tuple[str, ...], stop: str
) -> "subprocess.Popen[str]":
    path = os.pathsep.join([str(project.folder), str(ROOT)])
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "slides", *command],
        cwd=project.folder,
        env={**os.environ, "PYTHONPATH": path, "NO_COLOR": "1", "STOP": stop},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_any_command_is_stopped_in_one_line(
    project: Project,
    command: tuple[str, ...],
    rounds: Callable[[int, int], range],
    rng: random.Random,
    tell: Callable[[str], None],
) -> None:
    whole = start(project, command, "0 0")
    printed, errors = whole.communicate(timeout=120)
    assert whole.returncode == (command[0] == "doctor"), errors
    n_modules = int(printed.split("modules ")[1])
    n_stopped = 0
    for _ in rounds(2, 40):
        for folder in (project.out, project.cache, project.folder / "notes"):
            shutil.rmtree(folder, ignore_errors=True)
        moment = rng.randint(1, n_modules)
        process = start(project, command, f"{moment} {rng.randint(1, 2)}")
        _, errors = process.communicate(timeout=120)
        # Some are looked for only while the process ends, when all is done.
        assert (process.returncode, errors) in ((130, WORDS), (whole.returncode, "")), (
            moment
        )
        n_stopped += process.returncode == 130
        assert not workers(project)
    tell(f"{n_stopped} stopped of {len(rounds(2, 40))}, at one of {n_modules} modules")
    assert n_stopped
