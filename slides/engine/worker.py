"""A worker process: does one job after another, tells of each in lines of JSON.

Its standard input stays open as long as the process that started it lives; when
it closes, the worker ends, so that a killed build leaves nobody working.
"""

import gc
import os
import queue
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from typing import TextIO

from slides.engine.failed import failed
from slides.engine.jobs import Call, Ended, Event, Job, decode_job, encode

Lines = queue.SimpleQueue[str]


def main() -> None:
    """Do the jobs that stand in the lines of the standard input."""
    # Manim and others may write to the standard output: keep the line to the
    # parent apart and send the rest where errors go.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as out:
        os.dup2(2, 1)
        lines = Lines()
        threading.Thread(target=_read, args=(lines,), daemon=True).start()
        while True:
            _do(decode_job(lines.get()), out)
            gc.collect()  # a scene's parts know each other, so none goes by itself


def _read(lines: Lines) -> None:
    """Take what is to do until the parent has no more or is gone, then end at once."""
    while line := sys.stdin.readline():
        lines.put(line)
    os._exit(0)  # without waiting for threads of a failed rendering


def _do(job: Job, out: TextIO) -> None:
    """Do one job and tell how it went."""

    def tell(event: Event) -> None:
        out.write(encode(event))
        out.flush()

    try:
        tell(_ended(job, tell))
    except Exception as error:
        tell(failed(error))


def _ended(job: Job, tell: Callable[[Event], None]) -> Ended:
    """Do one job; return how it ended."""
    if isinstance(job, Call):
        module, _, name = job.place.partition(":")
        ended: Ended = getattr(import_module(module), name)(**job.arguments)
        return ended
    from slides.engine.scene_job import do  # loads what checks settings

    return do(job, tell)


if __name__ == "__main__":
    main()
