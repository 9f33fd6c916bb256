"""What a command costs: time of processors and on the wall, and memory."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True)
class Cost:
    """What was spent."""

    cpu: float  # s, user and system
    wall: float  # s
    peak: float  # MiB, of the largest process

    def __add__(self, other: "Cost") -> "Cost":
        """Return the cost of one after the other."""
        peak = max(self.peak, other.peak)
        return Cost(self.cpu + other.cpu, self.wall + other.wall, peak)


def spend(command: Sequence[str], folder: Path, extra: Mapping[str, str]) -> Cost:
    """Run a command and return what it cost, with all processes that it waited for.

    Parameters
    ----------
    command
        What to run.
    folder
        Where to run it.
    extra
        Environment variables besides those that there are.

    Raises
    ------
    SystemExit
        If it fails; what it printed is shown.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as printed:
        begun = perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **extra},
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
        )
        try:
            _, status, used = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            raise
        wall = perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            printed.seek(0)
            tail = printed.read()[-4000:]
            sys.exit(f"{tail}\n{' '.join(command)} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)
