"""The benchmark runs and shows every library, installed or not."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_benchmark_prints_a_row_for_every_library() -> None:
    command = [sys.executable, ROOT / "benchmarks" / "training.py", "--networks", "2"]
    command += ["--batch", "4", "--repeats", "1", "--seconds", "0.001"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for name in ("nnsim, step", "train()", "numpy", "scikit", "eager", "vmap", "JAX"):
        assert name in shown
    assert "1.0x" in shown
