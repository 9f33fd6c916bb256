"""To collect the tests is to read them: nothing is trained and no experiment runs."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Whatever takes long is replaced by an error before the first test file is imported.
COLLECT = """
import importlib, pathlib, sys
import pytest

def block(module, name):
    def refuse(*args, **kwargs):
        raise AssertionError(f"{module}.{name} runs while tests are collected")
    found = importlib.import_module(module)
    setattr(found, name, refuse)

for module, name in [
    ("nnsim.training.loop", "train"),
    ("nnsim.training.walks", "walk"),
    ("nnsim.classical.models", "fit"),
    ("nnsim.classical.endgame", "solve"),
    ("scenes.caching.results", "cached_run"),
]:
    block(module, name)
for file in pathlib.Path("nnsim/experiments").glob("*/experiment.py"):
    package = f"nnsim.experiments.{file.parent.name}"
    block(f"{package}.experiment", "run")
    block(package, "run")
sys.exit(pytest.main(["--collect-only", "-qq", *sys.argv[1:]]))
"""


def collect(*paths: str | Path) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-c", COLLECT, *map(str, paths)]
    return subprocess.run(program, cwd=ROOT, capture_output=True, text=True)


def test_collecting_computes_nothing() -> None:
    found = collect("tests/nnsim")
    assert found.returncode == 0, found.stdout[-3000:]


def test_a_run_at_import_would_be_found(tmp_path: Path) -> None:
    eager = tmp_path / "test_eager.py"
    eager.write_text("from nnsim.experiments import neuron\nRESULT = neuron.run()\n")
    found = collect(eager)
    assert found.returncode != 0
    assert "runs while tests are collected" in found.stdout
