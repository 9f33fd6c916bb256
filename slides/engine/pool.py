"""Spreads jobs over worker processes, hears what they tell, and ends them."""

import os
import queue
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from slides.engine.jobs import (
    Ended,
    Event,
    Failed,
    Job,
    Result,
    decode_event,
    encode_jobs,
)
from slides.settings.project import ROOT

# Workers fill the cores by themselves; networks as small as ours gain nothing from
# threads inside a matrix product.
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
# What they tell and write is UTF-8, whatever the terminal is used to.
UTF_8 = {"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}


@dataclass(frozen=True)
class Outcome:
    """How a job ended."""

    job: Job
    ended: Ended


Hear = Callable[[Job, Event], None]
_Told = tuple[int, int, Event]  # number of the group, number of the job in it
_Events = queue.Queue[_Told | None]  # None: one worker has ended


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
            _kill(process)

    def do(self, groups: Sequence[Sequence[Job]], hear: Hear) -> list[Outcome]:
        """Do groups of jobs, each group in a process of its own.

        Parameters
        ----------
        groups
            The jobs.
        hear
            Is told, in this thread, what the workers tell meanwhile.
        """
        events = _Events()
        ended: dict[tuple[int, int], Ended] = {}
        with ThreadPoolExecutor(max(1, self.jobs)) as threads:
            attending = [
                threads.submit(self._attend, number, group, events)
                for number, group in enumerate(groups)
            ]
            try:
                for number, n, event in _told(events, len(groups)):
                    if isinstance(event, Result | Failed):
                        ended[number, n] = event
                    hear(groups[number][n], event)
                for one in attending:
                    one.result()  # raises what went wrong in the thread
            except BaseException:
                threads.shutdown(wait=False, cancel_futures=True)
                self.__exit__()
                raise
        return [
            Outcome(job, ended[number, n])
            for number, group in enumerate(groups)
            for n, job in enumerate(group)
        ]

    def _attend(self, number: int, group: Sequence[Job], events: _Events) -> None:
        """Run one worker to its end; pass on what it tells."""
        unfinished = set(range(len(group)))
        log = group[0].folder / "worker.log"
        death = Failed("the worker was not heard to its end")
        try:
            with log.open("w") as errors, _start(errors) as process:
                self._running.add(process)
                if self._stopped:
                    _kill(process)
                for n, event in _talk(process, group):
                    if isinstance(event, Result | Failed):
                        unfinished.discard(n)
                    events.put((number, n, event))
                self._running.discard(process)
                death = _death(process.wait(), log)
        except OSError as error:
            death = Failed(f"the worker could not start: {error}")
        except ValueError as error:
            death = Failed(f"what the worker told cannot be read: {error}")
        finally:
            # Told in any case: whoever listens waits for it.
            for n in sorted(unfinished):
                events.put((number, n, death))
            events.put(None)


def _told(events: _Events, n_workers: int) -> Iterator[_Told]:
    """Yield what is told until all workers have ended."""
    while n_workers:
        told = events.get()
        if told is None:
            n_workers -= 1
        else:
            yield told


def _start(errors: Any) -> "subprocess.Popen[str]":
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
        env={**ONE_THREAD, **os.environ, **UTF_8, "PYTHONPATH": path},
        start_new_session=True,  # Ctrl-C reaches this process, which ends them
    )


def _talk(
    process: "subprocess.Popen[str]", jobs: Sequence[Job]
) -> Iterator[tuple[int, Event]]:
    """Give a worker its jobs and yield what it tells."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(BrokenPipeError), process.stdin as stdin, process.stdout as stdout:
        # One that has died takes no jobs; what it told is heard all the same.
        with suppress(BrokenPipeError):
            stdin.write(encode_jobs(jobs))
            stdin.flush()
        try:
            # A worker that is killed may leave half a line.
            yield from (decode_event(line) for line in stdout if line.endswith("\n"))
        except ValueError:
            _kill(process)  # it may go on for long
            raise


def _death(code: int, log: Path) -> Failed:
    """Say how a worker ended that did not finish its jobs."""
    text = log.read_text(encoding="utf-8", errors="replace")
    last = text.strip().splitlines()[-1:] or ["it left no message"]
    how = f"was killed by signal {-code}" if code < 0 else f"ended with code {code}"
    return Failed(f"the worker {how}: {last[0]}", traceback=text)


def _kill(process: "subprocess.Popen[str]") -> None:
    """End a worker and all that it started."""
    try:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except ProcessLookupError:
        return
