"""Time per network-step of several libraries, side by side, with ratios.

Each trains a network 4-16-16-3 (ReLU, softmax, cross-entropy, Adam), float32 unless
said, on one BLAS thread. Repeats of all libraries are interleaved, so that a slow
moment of the machine hits all alike, and medians are shown.
"""

import argparse
import os
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

# Before numpy and JAX are imported, so that their pools start with one thread.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from threadpoolctl import threadpool_limits

from benchmarks.contenders import CONTENDERS, Run, make_task


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark and print its table."""
    chosen = parse(arguments)
    one_thread_in_torch()
    with threadpool_limits(1):
        for n_networks in chosen.networks:
            for batch_size in chosen.batch:
                compare(n_networks, batch_size, chosen.repeats, chosen.seconds)


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="example: python benchmarks/training.py --networks 32 --batch 32",
    )
    parser.add_argument(
        "--networks", type=int, nargs="+", default=[1, 32], help="networks trained (S)"
    )
    parser.add_argument(
        "--batch", type=int, nargs="+", default=[32, 300], help="rows per step"
    )
    parser.add_argument(
        "--repeats", type=int, default=7, help="measurements per library (median)"
    )
    parser.add_argument(
        "--seconds", type=float, default=0.15, help="rough length of a measurement"
    )
    return parser.parse_args(arguments)


def one_thread_in_torch() -> None:
    """Hold PyTorch, where it is installed, to one thread."""
    try:
        import torch
    except ImportError:
        return
    torch.set_num_threads(1)


def compare(n_networks: int, batch_size: int, repeats: int, seconds: float) -> None:
    """Time all libraries on one task and print a table."""
    task = make_task(n_networks, batch_size)
    runs: dict[str, tuple[Run, int]] = {}
    for name, prepare in CONTENDERS.items():
        try:
            runs[name] = calibrated(prepare(task), seconds)
        except ImportError:
            continue
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(repeats):
        for name, (run, n_steps) in runs.items():
            times[name].append(timed(run, n_steps) / n_steps / n_networks)
    print(f"\n{n_networks} network(s), {batch_size} rows per step")
    print(f"{'':30}{'µs per network-step':>20}{'range':>20}{'ratio to nnsim':>16}")
    base = statistics.median(times["nnsim, step"])
    for name in CONTENDERS:
        print(row(name, times.get(name), base))


def calibrated(run: Run, seconds: float) -> tuple[Run, int]:
    """Warm up, and find the number of steps that lasts about this long."""
    n_steps = 10
    run(n_steps)
    while (elapsed := timed(run, n_steps)) < seconds / 4:
        n_steps *= 2
        run(n_steps)  # a library that compiles does so for each length
    n_steps = max(10, int(n_steps * seconds / elapsed) // 10 * 10)
    run(n_steps)
    return run, n_steps


def timed(run: Run, n_steps: int) -> float:
    """Measure the seconds that some steps take."""
    start = perf_counter()
    run(n_steps)
    return perf_counter() - start


def row(name: str, times: list[float] | None, base: float) -> str:
    """Write one row of the table."""
    if times is None:
        return f"{name:30}{'not installed':>20}"
    median = statistics.median(times)
    span = f"{1e6 * min(times):.1f}-{1e6 * max(times):.1f}"
    return f"{name:30}{1e6 * median:>20.1f}{span:>20}{median / base:>15.1f}x"


if __name__ == "__main__":
    main()
