"""One worker process: started, given its tasks, listened to, ended."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from slides.project import ROOT

# Workers fill the cores by themselves; networks as small as ours gain nothing from
# threads inside a matrix product.
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def start(errors: Any) -> "subprocess.Popen[str]":
    """Start a worker that finds the same packages as this process."""
    path = os.pathsep.join(os.path.abspath(entry) for entry in sys.path)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "slides.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        encoding="utf-8",
        cwd=ROOT,  # where Manim looks for manim.cfg
        env={**ONE_THREAD, **os.environ, "PYTHONPATH": path},
        start_new_session=True,  # Ctrl-C reaches this process, which ends them
    )


def talk(process: "subprocess.Popen[str]", tasks: Sequence[Any]) -> Iterator[Any]:
    """Give a worker its tasks and yield what it tells."""
    assert process.stdin is not None
    assert process.stdout is not None
    with process.stdin as stdin, process.stdout as stdout:
        stdin.write(json.dumps([asdict(task) for task in tasks]) + "\n")
        stdin.flush()
        yield from map(json.loads, stdout)


def death(code: int, log: Path) -> dict[str, Any]:
    """Say how a worker ended that did not finish its tasks."""
    text = log.read_text(encoding="utf-8", errors="replace")
    last = text.strip().splitlines()[-1:] or ["it left no message"]
    how = f"was killed by signal {-code}" if code < 0 else f"ended with code {code}"
    return {"why": f"the worker {how}: {last[0]}", "traceback": text}


def kill(process: "subprocess.Popen[str]") -> None:
    """End a worker and all that it started."""
    try:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except ProcessLookupError:
        return
