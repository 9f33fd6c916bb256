"""Spreads tasks over worker processes, hears what they tell, and ends them."""

import json
import os
import queue
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from slides.settings.project import ROOT
from slides.settings.variants import Variant

# Workers fill the cores by themselves; networks as small as ours gain nothing from
# threads inside a matrix product.
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def start(errors: Any) -> "subprocess.Popen[str]":
    """Start a worker that finds the same packages as this process."""
    path = os.pathsep.join(os.path.abspath(entry) for entry in sys.path)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "slides.engine.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        encoding="utf-8",
        cwd=ROOT,  # where Manim looks for manim.cfg
        env={**ONE_THREAD, **os.environ, "PYTHONPATH": path},
        start_new_session=True,  # Ctrl-C reaches this process, which ends them
    )


def talk(process: "subprocess.Popen[str]", jobs: Sequence[Any]) -> Iterator[Any]:
    """Give a worker its tasks and yield what it tells."""
    assert process.stdin is not None
    assert process.stdout is not None
    with process.stdin as stdin, process.stdout as stdout:
        stdin.write(json.dumps([asdict(job) for job in jobs]) + "\n")
        stdin.flush()
        yield from map(json.loads, stdout)


def death(code: int, log: Path) -> dict[str, Any]:
    """Say how a worker ended that did not finish its tasks."""
    text = log.read_text(encoding="utf-8", errors="replace")
    last = text.strip().splitlines()[-1:] or ["it left no message"]
    how = f"was killed by signal {-code}" if code < 0 else f"ended with code {code}"
    return {"why": f"the worker {how}: {last[0]}", "traceback": text}


def kill(process: "subprocess.Popen[str]") -> None:
    """End a worker and all that it started."""
    try:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except ProcessLookupError:
        return


@dataclass(frozen=True)
class Job:
    """A rendering or a rehearsal of one chapter."""

    chapter: str
    table: dict[str, Any]  # settings of its experiment
    variant: Variant
    folder: str  # where the worker may write
    rehearse: bool = False
    expected: float | None = None  # s, length of the video if it is known


@dataclass
class Outcome:
    """How a task ended."""

    job: Job
    result: Any = None  # what the worker gave back
    failure: dict[str, Any] | None = None  # None if it went well


Hear = Callable[[Job, dict[str, Any]], None]
_DONE: dict[str, Any] = {}  # said by a thread when its worker has ended


@dataclass
class Pool:
    """Worker processes, at most `jobs` at a time.

    Used as a context: whatever happens in the block, no worker outlives it.
    """

    jobs: int
    _running: set["subprocess.Popen[str]"] = field(default_factory=set)
    _stopped: bool = False

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *error: object) -> None:
        self._stopped = True
        for process in list(self._running):
            kill(process)

    def do(self, groups: Sequence[Sequence[Job]], hear: Hear) -> list[Outcome]:
        """Do groups of tasks, each group in a process of its own.

        Parameters
        ----------
        groups
            The tasks.
        hear
            Is told, in this thread, what the workers tell meanwhile.
        """
        events: queue.Queue[tuple[int, dict[str, Any]]] = queue.Queue()
        outcomes = [[Outcome(job) for job in group] for group in groups]
        with ThreadPoolExecutor(max(1, self.jobs)) as pool:
            for number, group in enumerate(groups):
                pool.submit(self._attend, number, group, events)
            try:
                self._listen(outcomes, events, hear)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                self.__exit__()
                raise
        return [outcome for group in outcomes for outcome in group]

    @staticmethod
    def _listen(
        outcomes: list[list[Outcome]],
        events: "queue.Queue[tuple[int, dict[str, Any]]]",
        hear: Hear,
    ) -> None:
        """Take events until all workers have ended."""
        waiting = len(outcomes)
        while waiting:
            number, event = events.get()
            if event is _DONE:
                waiting -= 1
                continue
            outcome = outcomes[number][event.pop("task")]
            if "result" in event or "failure" in event:
                outcome.result = event.get("result")
                outcome.failure = event.get("failure")
            hear(outcome.job, event)

    def _attend(
        self,
        number: int,
        group: Sequence[Job],
        events: "queue.Queue[tuple[int, dict[str, Any]]]",
    ) -> None:
        """Run one worker to its end; pass on what it tells."""
        open_tasks = set(range(len(group)))
        log = Path(group[0].folder, "worker.log")
        try:
            with log.open("w") as errors:
                process = start(errors)
                self._running.add(process)
                if self._stopped:
                    kill(process)
                for event in talk(process, group):
                    if "result" in event or "failure" in event:
                        open_tasks.discard(event["task"])
                    events.put((number, event))
                self._running.discard(process)
                code = process.wait()
            for job in sorted(open_tasks):
                events.put((number, {"task": job, "failure": death(code, log)}))
        except OSError as error:
            for job in sorted(open_tasks):
                failure = {"why": f"the worker could not start: {error}"}
                events.put((number, {"task": job, "failure": failure}))
        finally:
            events.put((number, _DONE))
