"""One worker process, as the process that started it sees it."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress

from slides.engine.jobs import Call, Event, Failed, Job, Result, decode_event, encode
from slides.settings.project import ROOT

# Workers fill the cores by themselves; networks as small as ours gain nothing from
# threads inside a matrix product.
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
# What they tell and write is UTF-8, whatever the terminal is used to.
UTF_8 = {"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}


class Process:
    """A worker that finds the same packages as this process.

    Raises
    ------
    OSError
        If it cannot be started.
    """

    def __init__(self) -> None:
        self._ran_a_scene = False
        path = os.pathsep.join(os.path.abspath(entry) for entry in sys.path)
        with ExitStack() as opened:
            self._errors = opened.enter_context(tempfile.TemporaryFile())
            self._process = opened.enter_context(
                subprocess.Popen(
                    [sys.executable, "-P", "-m", "slides.engine.worker"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=self._errors,
                    text=True,
                    encoding="utf-8",
                    cwd=ROOT,  # where Manim looks for manim.cfg
                    env={**ONE_THREAD, **os.environ, **UTF_8, "PYTHONPATH": path},
                    # Ctrl-C reaches this process, which ends them.
                    start_new_session=True,
                )
            )
            self._opened = opened.pop_all()

    def takes(self, job: Job) -> bool:
        """Tell whether it still lives, and has not loaded what the job can do without.

        One that ran scenes holds hundreds of megabytes that calls do not need.
        """
        is_light = isinstance(job, Call)
        return self._process.poll() is None and not (is_light and self._ran_a_scene)

    def do(self, job: Job) -> Iterator[Event]:
        """Give it a job and yield what it tells, until the job has ended."""
        self._ran_a_scene |= not isinstance(job, Call)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        begun = os.fstat(self._errors.fileno()).st_size
        # One that has died takes no jobs, and tells nothing of them.
        with suppress(OSError):
            self._process.stdin.write(encode(job))
            self._process.stdin.flush()
        for line in self._process.stdout:
            if not line.endswith("\n"):  # it was killed meanwhile
                break
            try:
                event = decode_event(line)
            except ValueError as error:
                self.kill()  # it may go on for long
                event = Failed(f"what the worker told cannot be read: {error}")
            yield event
            if isinstance(event, Result | Failed):
                return
        yield self._death(begun)

    def _death(self, begun: int) -> Failed:
        """Say how it ended; what it wrote before, of other jobs, does not count."""
        code = self._process.wait()
        self._errors.seek(begun)
        text = self._errors.read().decode("utf-8", errors="replace")
        last = text.strip().splitlines()[-1:] or ["it left no message"]
        how = f"was killed by signal {-code}" if code < 0 else f"ended with code {code}"
        return Failed(f"the worker {how}: {last[0]}", traceback=text)

    def kill(self) -> None:
        """End it and all that it started."""
        with suppress(ProcessLookupError):
            if os.name == "posix":
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def end(self) -> None:
        """End it, and let nothing of it remain."""
        self.kill()
        with suppress(OSError):  # what it has not taken it never will
            self._opened.close()
