"""The runner as the command sees it: started, told what to do, heard, ended."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from slides.engine.process import ONE_THREAD, UTF_8
from slides.playing.orders import Event, Order, Watch, decode, encode
from slides.settings.project import ROOT


class Runner:
    """The process that has Manim loaded, and all that it forks.

    Used as a context: none of them outlives it.

    Parameters
    ----------
    watch
        What is watched.
    """

    def __init__(self, watch: Watch) -> None:
        self._log = Path(watch.folder) / "runner.log"
        path = os.pathsep.join(os.path.abspath(entry) for entry in sys.path)
        with self._log.open("wb") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "slides.playing.runner"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                bufsize=0,
                cwd=ROOT,  # where Manim looks for manim.cfg
                env={**ONE_THREAD, **os.environ, **UTF_8, "PYTHONPATH": path},
                start_new_session=True,  # Ctrl-C reaches this process, which ends them
            )
        self._send(encode(watch))

    def __enter__(self) -> "Runner":
        return self

    def __exit__(self, *error: object) -> None:
        self.end()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def end(self) -> None:
        """End it and all that it forked."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def order(self, order: Order) -> None:
        """Give an order."""
        self._send(encode(order))

    def _send(self, line: bytes) -> None:
        """Write a line to it; that it has ended is noticed elsewhere."""
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.write(line)

    def events(self) -> Iterator[Event]:
        """Yield what is told, until nobody is left to tell anything."""
        assert self._process.stdout is not None
        with os.fdopen(os.dup(self._process.stdout.fileno()), "rb") as told:
            for line in told:
                yield decode(line)

    def last_words(self) -> str:
        """Return what it wrote last."""
        text = self._log.read_text(encoding="utf-8", errors="replace")
        last = text.strip().splitlines()[-1:] or ["it left no message"]
        return f"the process that draws has ended: {last[0]}"
