"""Runs the command very often without loading it anew: each time in a fork.

Started within a project, it reads the arguments of each run as a line of JSON and
answers with another: the exit code, and what was printed. Scenes are rendered here and
not in workers, which are not what is tried.
"""

import json
import os
import signal
import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import Any

from slides.building import rehearsals, work
from slides.commands import cli
from slides.engine import render, worker
from slides.engine.jobs import Job, decode_job, encode
from slides.engine.pool import Hear, Order, Pool
from slides.engine.worker import failed

LOADED_ONCE = (
    "av", "typst", "numpy", "PIL.AvifImagePlugin", "pptx", "rich.progress", "filelock",
    "pydantic", "manim", "scenes.alpha.scene", "scenes.alpha.words",
    "scenes.beta.scene", "scenes.beta.words", "scenes.lesson.stills",
    "scenes.lesson.rehearsal", "slides.embed.embed", "slides.outputs.film.video",
    "slides.outputs.film.clips", "slides.outputs.deck.deck",
    "slides.outputs.pages.index", "slides.outputs.office.powerpoint",
    "slides.outputs.paper.pdf",
    "slides.outputs.paper.handout", "slides.outputs.pages.stills",
    "slides.settings.lecture",
)  # fmt: skip
SECONDS = 60  # a run that takes longer waits for something that never comes


class Here(Pool):
    """Does jobs one after another, in this process."""

    def add(self, job: Job, hear: Hear, order: Order = (0.0,)) -> None:
        self._waiting.put((order, next(self._numbers), (job, hear)))

    def run(self) -> None:
        while not self._waiting.empty():
            given = self._waiting.get()[2]
            assert given is not None
            job, hear = given
            try:
                hear(worker._ended(decode_job(encode(job)), hear))
            except Exception as error:
                hear(failed(error))


def run(arguments: list[str], printed: Path) -> int:
    """Run the command in a fork; return its exit code."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    signal.alarm(SECONDS)
    code: Any = 0
    try:
        with printed.open("w") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        sys.argv = ["lecture", *arguments]
        cli.main()
    except SystemExit as ended:
        code = ended.code
    except BaseException:
        traceback.print_exc()
        code = 70
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code or 0)


def main() -> None:
    for name in LOADED_ONCE:
        import_module(name)
    for module in (render, rehearsals, work):
        module.Pool = Here  # type: ignore[misc]
    printed = Path("printed.txt").absolute()
    with os.fdopen(os.dup(1), "w") as out:
        for line in sys.stdin:
            code = run(json.loads(line), printed)
            text = printed.read_text(encoding="utf-8", errors="replace")
            out.write(json.dumps([code, text]) + "\n")
            out.flush()


if __name__ == "__main__":
    main()
