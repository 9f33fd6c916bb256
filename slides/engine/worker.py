"""A worker process: does one job after another, tells of each in lines of JSON.

Its standard input stays open as long as the process that started it lives; when
it closes, the worker ends, so that a killed build leaves nobody working.
"""

import gc
import os
import queue
import sys
import threading
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TextIO

from nnsim.errors import ComputationError, FileError, InputError
from scenes.caching.sources import package_folder
from scenes.words import WordsError
from slides.engine.jobs import Call, Ended, Event, Failed, Job, decode_job, encode

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


def failed(error: Exception) -> Failed:
    """Say where in the project's sources a job failed, and why."""
    text = "".join(traceback.format_exception(error))
    if isinstance(error, ComputationError):
        refused = isinstance(error.__cause__, InputError)
        return Failed(str(error), traceback=text, computing=True, refused=refused)
    if isinstance(error, WordsError):
        return Failed(str(error), error.beat, traceback=text, untrue=True)
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _is_ours(frame.filename)] or frames
    file, line = ours[-1].filename, ours[-1].lineno
    if isinstance(error, SyntaxError):
        file, line = error.filename or file, error.lineno
    why = f"{type(error).__name__}: {error}"
    if isinstance(error, FileError):  # a file that people bring: no fault of sources
        file, line, why = str(error.file), error.line, error.why
    return Failed(
        why,
        _beat(error.__traceback__),
        file,
        line,
        text,
    )


def _beat(trace: TracebackType | None) -> str:
    """Return the beat in which a running scene failed; "" outside of any."""
    name = ""
    while trace is not None:
        scene = trace.tb_frame.f_locals.get("self")
        writer = getattr(getattr(scene, "renderer", None), "file_writer", None)
        if sections := getattr(writer, "sections", None):
            name = sections[-1].name
        trace = trace.tb_next
    return "" if name == "autocreated" else name  # Manim's name before the first


def _is_ours(file: str) -> bool:
    """Tell whether a file belongs to the project's simulation or scenes."""
    folders = [package_folder(name) for name in ("scenes", "nnsim")]
    return any(Path(file).is_relative_to(folder) for folder in folders if folder)


if __name__ == "__main__":
    main()
