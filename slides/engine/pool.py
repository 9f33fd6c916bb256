"""Spreads jobs over worker processes, hears what they tell, and ends them."""

import queue
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from threading import Thread

from slides.engine.jobs import Event, Failed, Job, Result
from slides.engine.process import Process

Order = tuple[float, ...]
Hear = Callable[[Event], object]
_Given = tuple[Job, Hear]
_Told = tuple[Hear, Event] | BaseException  # what went wrong in a thread of ours


@dataclass
class Pool:
    """Worker processes, at most `jobs`, which do one job after another.

    Used as a context: whatever happens in the block, no worker outlives it.
    """

    jobs: int
    _waiting: "queue.PriorityQueue[tuple[Order, int, _Given | None]]" = field(
        default_factory=queue.PriorityQueue
    )
    _told: "queue.SimpleQueue[_Told]" = field(default_factory=queue.SimpleQueue)
    _threads: list[Thread] = field(default_factory=list)
    _running: set[Process] = field(default_factory=set)
    _numbers: "count[int]" = field(default_factory=count)
    _n_open: int = 0  # jobs that have not ended
    _is_stopped: bool = False

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *error: object) -> None:
        self._is_stopped = True
        for process in list(self._running):
            process.kill()
        for _ in self._threads:
            self._waiting.put(((), next(self._numbers), None))
        for thread in self._threads:
            thread.join()

    def add(self, job: Job, hear: Hear, order: Order = (0.0,)) -> None:
        """Let a worker do a job as soon as one is free.

        Parameters
        ----------
        job
            What to do.
        hear
            Is told, within :meth:`run`, what the worker tells of it.
        order
            Of the jobs that wait, the one with the least is begun.
        """
        self._n_open += 1
        self._waiting.put((order, next(self._numbers), (job, hear)))
        if len(self._threads) < self.jobs:
            self._threads.append(Thread(target=self._attend))
            self._threads[-1].start()

    def run(self) -> None:
        """Hear what is told until all jobs have ended, those too that hearers add."""
        while self._n_open:
            told = self._told.get()
            if isinstance(told, BaseException):
                raise told
            hear, event = told
            self._n_open -= isinstance(event, Result | Failed)
            hear(event)

    def _attend(self) -> None:
        """Give one worker jobs until the pool is left; pass on what it tells."""
        process: Process | None = None
        try:
            while given := self._waiting.get()[2]:
                job, hear = given
                if process is None or not process.takes(job):
                    self._end(process)
                    process = self._begin(hear)
                for event in process.do(job) if process else ():
                    self._told.put((hear, event))
                    if isinstance(event, Failed):
                        # Nobody knows in which state it is: another goes on.
                        self._end(process)
                        process = None
        except BaseException as error:
            self._told.put(error)
        finally:
            self._end(process)

    def _begin(self, hear: Hear) -> Process | None:
        """Start a worker; if that cannot be, the job that waits for it has failed."""
        try:
            process = Process()
        except OSError as error:
            self._told.put((hear, Failed(f"the worker could not start: {error}")))
            return None
        self._running.add(process)
        if self._is_stopped:
            process.kill()
        return process

    def _end(self, process: Process | None) -> None:
        """Let nothing of a worker remain."""
        if process is not None:
            self._running.discard(process)
            process.end()
