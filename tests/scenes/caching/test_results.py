"""A result is kept once, found again, and never mistaken for another."""

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from scenes.caching import results, sources
from scenes.caching.results import cached_run

TABLE = "experiments/table.csv"
NAME = "nnsim.experiments.toy"
TOY = '''"""An experiment."""
from dataclasses import dataclass
from pathlib import Path
import numpy as np
from nnsim import helper

calls = []
TABLE = Path(__file__).with_name("table.csv")

@dataclass(frozen=True)
class Quoted:
    n_epochs: int = 7

@dataclass(frozen=True)
class Config:
    n: int = 3
    quoted: Quoted = Quoted()

@dataclass(frozen=True, eq=False)
class Result:
    rows: np.ndarray
    columns: tuple[np.ndarray, ...]

def run(config):
    calls.append(config)
    rows = np.arange(4.0 * config.n).reshape(4, -1)
    return Result(rows, (rows.T, rows[:, 0]))
'''
ROOT = Path(__file__).resolve().parents[3]


def write(file: Path, text: str) -> None:
    """Write a source that is older than this process."""
    file.write_text(text)
    os.utime(file, (1e9, 1e9 + len(text)))


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give an experiment with a helper and a table in a package of its own."""
    folder = tmp_path / "nnsim"
    (folder / "experiments").mkdir(parents=True)
    for name in ("__init__.py", "experiments/__init__.py", "helper.py", TABLE):
        write(folder / name, "")
    write(folder / "experiments/toy.py", TOY)
    monkeypatch.setattr(sources, "package_folder", {"nnsim": folder}.get)
    monkeypatch.setattr(results, "WORTH_KEEPING", 0.0)
    monkeypatch.delenv(results.SWITCH, raising=False)
    monkeypatch.setitem(sys.modules, "nnsim.helper", ModuleType("nnsim.helper"))
    monkeypatch.setattr("nnsim.helper", sys.modules["nnsim.helper"], raising=False)
    spec = importlib.util.spec_from_file_location(NAME, folder / "experiments/toy.py")
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, NAME, module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def run(toy: ModuleType, tmp_path: Path) -> Callable[..., Any]:
    return lambda n=3: cached_run(toy, toy.Config(n), tmp_path / "cache")


def kept(tmp_path: Path) -> list[Path]:
    return [*(tmp_path / "cache").rglob("*.*")]


def test_second_run_is_read_and_is_the_same(
    toy: ModuleType, run: Callable[..., Any]
) -> None:
    first, second = run(), run()
    assert len(toy.calls) == 1
    assert first is not second
    assert np.array_equal(first.rows, second.rows)
    assert np.array_equal(first.columns[0], second.columns[0])


def test_arrays_are_read_only_at_first_and_later(run: Callable[..., Any]) -> None:
    for result in (run(), run()):
        for array in (result.rows, *result.columns):
            assert not array.flags.writeable


@pytest.mark.parametrize("name", ["helper.py", TABLE, "experiments/toy.py"])
def test_changed_file_is_a_new_run(
    toy: ModuleType, run: Callable[..., Any], tmp_path: Path, name: str
) -> None:
    run()
    file = tmp_path / "nnsim" / name
    write(file, file.read_text() + "\n")
    run()
    assert len(toy.calls) == 2


def test_other_settings_and_numpy_are_a_new_run(
    toy: ModuleType, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(3), run(4), run(3), run(3.0)
    assert [config.n for config in toy.calls] == [3, 4, 3.0]
    monkeypatch.setattr(np, "__version__", "99")
    run(4)
    assert len(toy.calls) == 4


def test_other_settings_of_a_quoted_chapter_are_a_new_run(
    toy: ModuleType, tmp_path: Path
) -> None:
    for n_epochs in (7, 8, 7):
        config = toy.Config(quoted=toy.Quoted(n_epochs))
        cached_run(toy, config, tmp_path / "cache")
    assert [config.quoted.n_epochs for config in toy.calls] == [7, 8]


def test_source_edited_after_the_start_is_not_trusted(
    toy: ModuleType, run: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "nnsim/helper.py").write_text("x = 1\n")
    os.utime(tmp_path / "nnsim/helper.py", (time.time() + 9, time.time() + 9))
    run(), run()
    assert len(toy.calls) == 2
    assert not kept(tmp_path)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:-40] + b"x" + data[-39:],
        lambda data: data.partition(b"\n\n")[2],  # a pickle from elsewhere
        lambda data: b"hello\n\n",
    ],
)
def test_spoilt_file_is_made_good(
    toy: ModuleType,
    run: Callable[..., Any],
    tmp_path: Path,
    spoil: Callable[[bytes], bytes],
) -> None:
    run()
    (file,) = kept(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(spoil(whole))
    assert np.array_equal(run().rows, np.arange(12.0).reshape(4, 3))
    assert len(toy.calls) == 2
    assert file.read_bytes() == whole


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: (file.unlink(), file.mkdir(), (file / "x").touch()),
        lambda file: (file.unlink(), os.mkfifo(file)),
        lambda file: (file.unlink(), file.symlink_to("/dev/zero")),
        lambda file: (shutil.rmtree(file.parent), file.parent.touch()),
        lambda file: (shutil.rmtree(file.parents[1]), file.parents[1].touch()),
    ],
)
def test_what_is_no_file_is_made_good(
    toy: ModuleType,
    run: Callable[..., Any],
    tmp_path: Path,
    spoil: Callable[[Path], object],
) -> None:
    run()
    (file,) = kept(tmp_path)
    spoil(file)
    run(), run()
    assert len(toy.calls) == 2
    assert results.is_whole(file)


def test_who_may_only_read_has_the_result_all_the_same(
    toy: ModuleType, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    run()
    monkeypatch.setattr(os, "utime", refuse)
    run()
    assert len(toy.calls) == 1


def test_result_under_another_name_is_not_taken(
    toy: ModuleType, run: Callable[..., Any], tmp_path: Path
) -> None:
    run(3)
    (three,) = kept(tmp_path)
    run(4)
    (four,) = {*kept(tmp_path)} - {three}
    three.replace(four)
    assert run(4).rows.shape == (4, 4)
    assert len(toy.calls) == 3


def test_failed_writer_leaves_nothing(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    run()
    assert not kept(tmp_path)


KILLED = """
import os, sys
from pathlib import Path
from scenes.caching import results
os.replace = lambda *_: os.kill(os.getpid(), 9)
results._write(Path(sys.argv[1], "a.result"), "a", list(range(9)))
"""


def test_killed_writer_leaves_nothing_that_is_read(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", KILLED, tmp_path], cwd=ROOT)
    assert ended.returncode == -9
    (partial,) = tmp_path.iterdir()
    assert partial.name.startswith(".partial")
    results._write(tmp_path / "b.result", "b", [1])
    assert [file.name for file in tmp_path.iterdir()] == ["b.result"]
    assert results._read(tmp_path / "b.result", "b") == [1]


WRITER = """
import sys
from pathlib import Path
from scenes.caching import results
file = Path(sys.argv[1], "a.result")
for _ in range(150):
    results._write(file, "a", list(range(20000)))
    assert len(results._read(file, "a")) == 20000
"""


def test_two_writers_do_not_disturb_each_other(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, tmp_path]
    both = [subprocess.Popen(command, cwd=ROOT) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    assert [file.name for file in tmp_path.iterdir()] == ["a.result"]


def test_old_results_are_dropped(run: Callable[..., Any], tmp_path: Path) -> None:
    for n in range(1, results.KEEP + 4):
        run(n)
    assert len(kept(tmp_path)) == results.KEEP


def test_nothing_is_kept_when_it_should_not_be(
    toy: ModuleType,
    run: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(results.SWITCH, "1")
    run(), run()
    monkeypatch.delenv(results.SWITCH)
    cached_run(toy, toy.Config(), None)
    monkeypatch.setattr(results, "WORTH_KEEPING", 60.0)  # s; it took less
    run()
    assert len(toy.calls) == 4
    assert not kept(tmp_path)


def test_made_up_experiment_runs(tmp_path: Path) -> None:
    made_up = ModuleType("made.up")
    made_up.run = lambda config: (config, np.zeros(2))
    assert cached_run(made_up, 7, tmp_path)[0] == 7
