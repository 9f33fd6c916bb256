"""An experiment ends in a result or in one sentence."""

import warnings
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from nnsim.computing import compute
from nnsim.errors import ComputationError, InputError


def toy(run: Any) -> Any:
    return SimpleNamespace(run=run)


def raise_it(error: Exception) -> Any:
    def run(config: object) -> None:
        raise error

    return toy(run)


def test_a_result_is_handed_on() -> None:
    assert compute(toy(lambda config: config + 1), 2) == 3


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (InputError("take more steps"), "^take more steps$"),
        (ArithmeticError("none arrives"), "^none arrives$"),
        (KeyError(64), "^KeyError: 64$"),
        (IndexError("list index"), "^IndexError: list index$"),
        (MemoryError("15 GiB"), "^there is not enough memory: 15 GiB$"),
    ],
)
def test_what_fails_says_why(error: Exception, said: str) -> None:
    with pytest.raises(ComputationError, match=said) as caught:
        compute(raise_it(error), None)
    assert caught.value.__cause__ is error


@pytest.mark.parametrize(
    "run",
    [
        lambda config: np.exp(np.array([1e4])),
        lambda config: np.array([]).mean(),
        lambda config: np.array([1.0]) / 0,
    ],
)
def test_numbers_that_are_none_are_errors_not_warnings(run: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(ComputationError, match="a number on the way is none"):
            compute(toy(run), None)
