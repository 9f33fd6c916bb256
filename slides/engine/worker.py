"""A worker process: does the jobs it reads, tells of each in lines of JSON.

Its standard input stays open as long as the process that started it lives; when
it closes, the worker ends, so that a killed build leaves nobody working.
"""

import os
import sys
import threading
from typing import TextIO

from slides.engine.failed import failed
from slides.engine.jobs import Event, Job, decode_jobs, encode_event
from slides.engine.scene_job import do


def main() -> None:
    """Do all jobs that stand in the first line of the standard input."""
    # Manim and others may write to the standard output: keep the line to the
    # parent apart and send the rest where errors go.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as out:
        os.dup2(2, 1)
        jobs = decode_jobs(sys.stdin.readline())
        threading.Thread(target=_end_with_parent, daemon=True).start()
        for number, job in enumerate(jobs):
            _do(number, job, out)
    sys.stderr.flush()
    os._exit(0)  # without waiting for threads of a failed rendering


def _end_with_parent() -> None:
    """Wait until the parent is gone, then end at once."""
    sys.stdin.read()
    os._exit(1)


def _do(number: int, job: Job, out: TextIO) -> None:
    """Do one job and tell how it went."""

    def tell(event: Event) -> None:
        out.write(encode_event(number, event))
        out.flush()

    try:
        tell(do(job, tell))
    except Exception as error:
        tell(failed(error))


if __name__ == "__main__":
    main()
