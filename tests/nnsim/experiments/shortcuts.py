"""What makes runs short where many are tried: ``with shortcuts(): …``."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import Any
from unittest.mock import patch

from nnsim.classical import models
from nnsim.experiments.activation_functions import experiment as activation_functions
from nnsim.problems.question import Question

N_TREES = 5
USUAL = models.Sizes().n_trees
_forest = models.MODELS["forest"]
_compare = activation_functions.compare_lines


def _small_forest(sizes: models.Sizes) -> Any:
    """Let a forest of the usual size have few trees: how well it does is no matter."""
    fewer = N_TREES if sizes.n_trees == USUAL else sizes.n_trees
    return _forest(replace(sizes, n_trees=fewer))


@cache
def _compared(stack: tuple[int, ...]) -> Any:
    """Compare lines once: no setting changes them."""
    return _compare(stack, activation_functions.load_birds())


def _compare_once(stack: tuple[int, ...], birds: Question) -> Any:
    return _compared(stack)


@contextmanager
def shortcuts() -> Iterator[None]:
    """Take them inside a ``with`` block."""
    with (
        patch.dict(models.MODELS, forest=_small_forest),
        patch.object(activation_functions, "compare_lines", _compare_once),
    ):
        yield
