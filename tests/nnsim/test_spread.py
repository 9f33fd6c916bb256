"""One summary of repeats, against the standard library and sums by hand."""

import ast
import math
import statistics
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.spread import Spread

NNSIM = Path(__file__).resolve().parents[2] / "nnsim"
numbers = st.lists(st.floats(-1e6, 1e6, allow_subnormal=False), min_size=2, max_size=30)


@given(numbers)
def test_agrees_with_the_standard_library(each: list[float]) -> None:
    found = Spread.of(each)
    assert found.mean == pytest.approx(statistics.fmean(each), abs=1e-6)
    assert found.sd == pytest.approx(statistics.stdev(each), rel=1e-6, abs=1e-6)
    assert found.n == len(each)


@pytest.mark.parametrize("axis", [0, 1, -1])
def test_agrees_with_sums_by_hand(axis: int) -> None:
    each = np.random.default_rng(0).normal(3, 2, (4, 6))
    found = Spread.of(each, axis)
    n = each.shape[axis]
    mean = each.sum(axis) / n
    gaps = np.moveaxis(each, axis, 0) - mean
    sd = np.sqrt((gaps**2).sum(0) / (n - 1))
    np.testing.assert_allclose(found.mean, mean)
    np.testing.assert_allclose(found.sd, sd)
    np.testing.assert_allclose(found.low, mean - sd)
    np.testing.assert_allclose(found.high, mean + sd)
    np.testing.assert_array_equal(found.each, each)
    assert found.n == n


def test_of_one_repeat_there_is_no_deviation() -> None:
    found = Spread.of([0.5])
    assert (found.mean, found.n) == (0.5, 1)
    assert all(math.isnan(part) for part in (found.sd, found.low, found.high))
    several = Spread.of(np.ones((1, 3)))
    np.testing.assert_array_equal(several.mean, [1, 1, 1])
    assert np.isnan(several.sd).all()


def test_single_numbers_are_plain() -> None:
    found = Spread.of(np.array([1, 2], np.float32))
    assert [type(part) for part in (found.mean, found.sd, found.low)] == [float] * 3


def test_nothing_can_be_written() -> None:
    found = Spread.of(np.eye(3))
    for part in (found.each, found.mean, found.sd, found.low, found.high):
        assert not part.flags.writeable


def deviations(source: str) -> list[int]:
    """Return the lines that call a function or method named ``std``."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and node.attr == "std"
    ]


def test_nowhere_else_is_a_standard_deviation_taken() -> None:
    # Scaling fits inputs to deviation 1 over given rows: these are all there are.
    allowed = {"spread.py", "datasets/scaling.py"}
    found = {
        str(path.relative_to(NNSIM))
        for path in NNSIM.rglob("*.py")
        if deviations(path.read_text(encoding="utf-8"))
    }
    assert found == allowed


def test_a_standard_deviation_is_found() -> None:
    assert deviations("a = 1\nb = x.std(ddof=1)\nc = np.std(x)") == [2, 3]
