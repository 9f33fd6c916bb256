"""A worker process: does the tasks it reads, tells of each in lines of JSON.

Its standard input stays open as long as the process that started it lives; when
it closes, the worker ends, so that a killed build leaves nobody working.
"""

import json
import os
import sys
import threading
import traceback
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from scenes.caching.sources import package_folder
from slides.engine.scene_job import SceneJob
from slides.settings.variants import Variant


def main() -> None:
    """Do all tasks that stand in the first line of the standard input."""
    # Manim and others may write to the standard output: keep the line to the
    # parent apart and send the rest where errors go.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as out:
        os.dup2(2, 1)
        jobs = json.loads(sys.stdin.readline())
        threading.Thread(target=_end_with_parent, daemon=True).start()
        for number, job in enumerate(jobs):
            _do(number, job, out)
    sys.stderr.flush()
    os._exit(0)  # without waiting for threads of a failed rendering


def _end_with_parent() -> None:
    """Wait until the parent is gone, then end at once."""
    sys.stdin.read()
    os._exit(1)


def _do(number: int, job: dict[str, Any], out: TextIO) -> None:
    """Do one task and tell how it went."""

    def tell(event: dict[str, Any]) -> None:
        out.write(json.dumps({"task": number, **event}) + "\n")
        out.flush()

    variant = Variant(**job["variant"])
    scene_job = SceneJob(job["chapter"], job["table"], Path(job["folder"]))
    try:
        if job["rehearse"]:
            tell({"result": asdict(scene_job.rehearse(variant))})
        elif variant.is_still:
            scene_job.draw(variant, tell)
            tell({"result": None})
        else:
            scene_job.render(variant, job["expected"], tell)
            tell({"result": None})
    except Exception as error:
        tell({"failure": _failure(error)})


def _failure(error: Exception) -> dict[str, Any]:
    """Say where in the project's sources a task failed, and why."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _is_ours(frame.filename)] or frames
    file, line = ours[-1].filename, ours[-1].lineno
    if isinstance(error, SyntaxError):
        file, line = error.filename or file, error.lineno
    return {
        "beat": _beat(error.__traceback__),
        "file": file,
        "line": line,
        "why": f"{type(error).__name__}: {error}",
        "traceback": "".join(traceback.format_exception(error)),
    }


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
