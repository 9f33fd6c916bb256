"""One build at a time uses a cache, and a killed one lets go of it."""

import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from slides.engine.recordings import Recordings
from tests.slides.conftest import ROOT

HOLDER = """
import sys
from pathlib import Path
from slides.engine.recordings import Recordings
with Recordings(Path(sys.argv[1])).alone(print):
    print("held", flush=True)
    sys.stdin.readline()
print("left", flush=True)
"""
Holder = subprocess.Popen[str]


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[Holder]:
    """Give another process that uses the cache until it reads a line or is killed."""
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", HOLDER, tmp_path],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def use(folder: Path, told: "queue.Queue[str]") -> threading.Thread:
    """Use the cache here, in a thread that tells what happens."""

    def work() -> None:
        with Recordings(folder).alone(told.put):
            told.put("held here")

    thread = threading.Thread(target=work)
    thread.start()
    return thread


@pytest.mark.parametrize("end", ["let go", "killed"])
def test_second_build_waits_for_the_first(
    holder: Holder, tmp_path: Path, end: str
) -> None:
    told: queue.Queue[str] = queue.Queue()
    second = use(tmp_path, told)
    assert told.get(timeout=10) == f"waiting for another build that uses {tmp_path}"
    with pytest.raises(queue.Empty):
        told.get(timeout=0.3)
    if end == "killed":
        holder.kill()
    else:
        assert holder.stdin is not None
        holder.stdin.write("\n")
        holder.stdin.flush()
    assert told.get(timeout=10) == "held here"
    second.join()


def test_cache_is_free_again_afterwards(tmp_path: Path) -> None:
    said: list[str] = []
    for _ in range(2):
        with Recordings(tmp_path).alone(said.append):
            pass
    assert not said


def test_cache_is_free_again_after_a_failure(tmp_path: Path) -> None:
    said: list[str] = []

    def fail() -> None:
        with Recordings(tmp_path).alone(said.append):
            raise ValueError("no luck")

    for _ in range(2):
        with pytest.raises(ValueError, match="no luck"):
            fail()
    assert not said
