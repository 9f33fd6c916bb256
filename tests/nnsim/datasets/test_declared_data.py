"""Modules say in their source which data files they read."""

import subprocess
import sys
from pathlib import Path

import pytest

from scenes.caching.facts import declared_data, read
from scenes.caching.sources import modules

ROOT = Path(__file__).resolve().parents[3]
DATASETS = ROOT / "nnsim" / "datasets"
WATCH = """
import sys
opened = set()
def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        opened.add(arguments[0])
sys.addaudithook(hook)
"""


def opened(code: str) -> set[Path]:
    """Run code in a new process; return the data files of nnsim that it opens."""
    printed = subprocess.check_output(
        [sys.executable, "-c", f"{WATCH}{code}\nprint(*opened, sep='\\n')"],
        cwd=ROOT, text=True,
    )  # fmt: skip
    files = {Path(line) for line in printed.splitlines()}
    return {f for f in files if f.is_relative_to(DATASETS) and ".py" not in f.suffix}


def declared(module: str) -> set[Path]:
    """Return the data files that a module, or what it imports, says it reads."""
    files = modules([module]).values()
    return {
        file.with_name(name) for file in files for name in declared_data(read(file))
    }


@pytest.mark.parametrize("chapter", ["neuron", "scale", "loss", "gradient_descent"])
def test_experiment_reads_only_files_that_it_declares(chapter: str) -> None:
    module = f"nnsim.experiments.{chapter}"
    read_files = opened(f"from {module} import run; run()")
    assert read_files
    assert read_files <= declared(module)


def test_credits_read_only_files_that_they_declare() -> None:
    module = "nnsim.datasets.credits"
    read_files = opened(f"from {module} import *; tables(), publications()")
    assert read_files <= declared(module)
    assert DATASETS / "SOURCES.md" in read_files


def test_every_table_is_declared_by_one_loader() -> None:
    names = [n for f in DATASETS.glob("*.py") for n in declared_data(read(f))]
    tables = [file.name for file in DATASETS.glob("*.csv")]
    assert sorted(names) == sorted([*tables, "SOURCES.md"])


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ('TABLE = Path(__file__).with_name("a.csv")', {"a.csv"}),
        ('def f(): return Path(__file__).with_name("a.csv").read_text()', {"a.csv"}),
        ('OTHER = TABLE.with_name("a.csv")', set()),
        ('"""Speaks of a.csv."""', set()),
        ("no Python", set()),
    ],
)
def test_declarations_are_read_from_the_source(source: str, names: set[str]) -> None:
    assert declared_data(source) == names
