"""Workers take job after job; one that breaks off is reported, and another goes on."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from slides.engine import process
from slides.engine.jobs import Call, Event, Failed, Reached, Result
from slides.engine.pool import Order, Pool

# Does as the names of the jobs say, and notes in a file which process did which.
WORKER = """
import os, sys, time
from slides.engine.jobs import *
def tell(event):
    sys.stdout.write(encode(event))
    sys.stdout.flush()
print("started", file=sys.stderr, flush=True)
while line := sys.stdin.readline():
    name = decode_job(line).place
    with open("done.txt", "a") as file:
        print(os.getpid(), name, file=file)
    if name == "half":
        sys.stdout.write(encode(Result())[:-9])
        sys.exit()
    if name == "exit":
        sys.exit("out of memory")
    if name == "babble":
        print("hello", flush=True)
        time.sleep(60)
    while name == "wait" and not os.path.exists("go"):
        time.sleep(0.01)
    if name == "sleep":
        time.sleep(60)
    if name == "leave":
        tell(Result())
        sys.exit()
    if name == "fail":
        tell(Failed("it went wrong"))
        continue
    tell(Reached(1))
    tell(Result())
"""
Told = dict[str, list[Event]]
Do = Callable[..., Told]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder in which workers note what they did; they do as they are told."""
    program = tmp_path / "worker.py"
    program.write_text(WORKER)
    real = process.subprocess.Popen

    def start(_: object, **options: object) -> object:
        return real([sys.executable, str(program)], **{**options, "cwd": tmp_path})

    monkeypatch.setattr(process.subprocess, "Popen", start)
    return tmp_path


def work(
    names: list[str], jobs: int = 1, orders: dict[str, Order] | None = None
) -> Told:
    """Let workers do jobs of these names; return what is told of each."""
    told: Told = {name: [] for name in names}
    with Pool(jobs) as pool:
        for name in names:
            pool.add(
                Call(name, {}), told[name].append, (orders or {}).get(name, (0.0,))
            )
        pool.run()
    return told


def done(folder: Path) -> list[tuple[str, str]]:
    """Return which process did which job, in the order in which they were begun."""
    lines = (folder / "done.txt").read_text().splitlines()
    return [(pid, name) for pid, name in map(str.split, lines)]


def test_one_worker_does_many_jobs(folder: Path) -> None:
    told = work(["a", "b", "c"])
    assert all(events == [Reached(1), Result()] for events in told.values())
    assert [name for _, name in done(folder)] == ["a", "b", "c"]
    assert len({pid for pid, _ in done(folder)}) == 1


def test_no_more_workers_than_jobs_and_than_asked_for(folder: Path) -> None:
    work(["a"], jobs=4)
    assert len(done(folder)) == 1
    work([f"{n}" for n in range(30)], jobs=2)
    assert len({pid for pid, _ in done(folder)[1:]}) <= 2


def test_what_comes_first_in_the_order_is_begun_first(folder: Path) -> None:
    orders = {"b": (1, -9.0), "c": (0, -1.0), "d": (0, -2.0), "e": (0, -1.0)}
    with Pool(1) as pool:
        pool.add(Call("wait", {}), lambda event: None)
        for name, order in orders.items():
            pool.add(Call(name, {}), lambda event: None, order)
        (folder / "go").touch()
        pool.run()
    assert [name for _, name in done(folder)] == ["wait", "d", "c", "e", "b"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("exit", "the worker ended with code 1: out of memory"),
        ("half", "the worker ended with code 0: it left no message"),
        ("babble", "what the worker told cannot be read: Expecting value: "
         "line 1 column 1 (char 0)"),
        ("fail", "it went wrong"),
    ],
)  # fmt: skip
def test_after_a_failure_another_worker_goes_on(
    folder: Path, name: str, why: str
) -> None:
    told = work(["a", name, "b"])
    (failed,) = told[name]
    assert isinstance(failed, Failed)
    assert failed.why == why
    assert told["a"] == told["b"] == [Reached(1), Result()]
    (first, _), (second, _), (third, _) = done(folder)
    assert first == second != third


def test_a_death_is_told_without_what_was_written_before(folder: Path) -> None:
    (failed,) = work(["a", "exit"])["exit"]
    assert isinstance(failed, Failed)
    assert failed.traceback == "out of memory\n"  # and not that it had started


def test_a_worker_that_left_between_jobs_fails_none(folder: Path) -> None:
    with Pool(1) as pool:
        told: list[Event] = []

        def then(event: Event) -> None:
            pid = int(done(folder)[0][0])
            while Path(f"/proc/{pid}").exists() and _is_running(pid):
                time.sleep(0.01)
            pool.add(Call("b", {}), told.append)

        pool.add(Call("leave", {}), then)
        pool.run()
    assert told == [Reached(1), Result()]


def _is_running(pid: int) -> bool:
    """Tell whether a process has not ended."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"


def test_whatever_happens_no_worker_outlives_the_pool(folder: Path) -> None:
    def fail(event: Event) -> None:
        raise RuntimeError("heard")

    def begin() -> None:
        with Pool(2) as pool:
            pool.add(Call("sleep", {}), fail)
            while not (folder / "done.txt").exists():
                time.sleep(0.01)
            pool.add(Call("a", {}), fail)
            pool.run()

    with pytest.raises(RuntimeError, match="heard"):
        begin()
    for pid, _ in done(folder):
        with pytest.raises(ProcessLookupError):
            os.kill(int(pid), signal.SIG_DFL)


def test_a_worker_that_cannot_start_fails_the_job_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(process.subprocess, "Popen", refuse)
    for events in work(["a", "b"]).values():
        assert events == [Failed("the worker could not start: no more processes")]
