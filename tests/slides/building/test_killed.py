"""A build that is killed or interrupted leaves nothing half made."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import av
import pytest

from tests.slides.conftest import Project

SLOW = ("--set", "alpha.delay=0.4", "--set", "beta.delay=0.4")


def wait(ready: Callable[[], object], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.02)


def begin(project: Project) -> "subprocess.Popen[str]":
    """Start a slow build and return when its workers have begun to write."""
    process = project.start("build", "--config", "lecture.toml", *SLOW)
    wait(lambda: [*project.cache.glob("scratch/*/*/film/*.mp4")])
    return process


def workers(project: Project) -> list[str]:
    """Return the processes that work for this project."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            told = (folder / "environ").read_text(errors="replace")
            named = (folder / "cmdline").read_text(errors="replace")
        except OSError:
            continue
        if str(project.folder) in told and "slides.engine.worker" in named:
            found.append(folder.name)
    return found


def is_whole(file: Path) -> bool:
    """Tell whether a video can be read to its end."""
    with av.open(str(file)) as container:
        declared = container.streams.video[0].frames
        return sum(1 for _ in container.decode(video=0)) == declared


needs_proc = pytest.mark.skipif(
    not Path("/proc/self").exists(), reason="reads the list of processes"
)


@needs_proc
def test_killed_build_leaves_no_half_file_and_no_worker(project: Project) -> None:
    process = begin(project)
    assert workers(project)
    process.kill()
    process.communicate()
    wait(lambda: not workers(project))
    assert not [*project.out.rglob("*.mp4")]
    assert not [*project.cache.glob("recordings/*/draft-dark/*")]


def test_next_build_carries_on_and_cleans_up(project: Project) -> None:
    process = begin(project)
    process.kill()
    process.communicate()
    assert [*project.cache.glob("scratch/*")]
    project.run("build", *SLOW)
    assert not [*project.cache.glob("scratch/*")]
    assert all(is_whole(file) for file in project.out.rglob("*.mp4"))


def test_build_killed_when_all_is_made_is_cleaned_up(project: Project) -> None:
    project.run("build")
    with subprocess.Popen(["true"]) as dead:
        dead.wait()
    left = project.cache / "scratch" / f".partial-{dead.pid}-ab"
    left.mkdir(parents=True)
    assert "up to date" in project.run("build")
    assert not left.exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_build_ends_in_one_line(
    project: Project, number: signal.Signals
) -> None:
    process = begin(project)
    process.send_signal(number)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 128 + number
    assert errors == "stopped; the next build carries on from here\n"
    assert not [*project.cache.glob("scratch/*")]
    assert not workers(project)


def test_two_builds_at_once_wait_for_each_other(project: Project) -> None:
    first = begin(project)
    printed = project.run("build", "--set", "alpha.seed=5")
    assert "waiting for another build" in printed
    assert first.wait() == 0
    first.communicate()
    assert all(is_whole(file) for file in project.out.rglob("*.mp4"))


def test_names_of_the_living_are_not_abandoned() -> None:
    from scenes.caching.files import is_abandoned

    with subprocess.Popen(["true"]) as dead:
        dead.wait()
    assert is_abandoned(f".partial-{dead.pid}-ab-x.mp4")
    assert not is_abandoned(f".partial-{os.getpid()}-ab-x.mp4")
    assert not is_abandoned("x.mp4")
