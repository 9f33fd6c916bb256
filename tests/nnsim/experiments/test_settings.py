"""Every setting of every chapter has bounds; inside them a run ends well."""

import math
from dataclasses import fields, is_dataclass, replace
from functools import cache
from random import Random
from typing import Any, get_args

import numpy as np
import pytest

from nnsim.bounds import Bounds, Settings
from nnsim.computing import compute
from nnsim.errors import ComputationError, InputError, OutOfBoundsError, SettingsError
from nnsim.estimates import MOST_BYTES, MOST_SECONDS
from tests.nnsim.experiments.any_settings import (
    bounded,
    least,
    legal,
    most,
    own_fields,
    parts,
)
from tests.nnsim.experiments.test_every_experiment import (
    CHAPTERS,
    each_chapter,
    leaves,
    module,
    settings,
)

NUMBERS = [
    pytest.param(chapter, *number, id=f"{chapter}.{number[0]}")
    for chapter in CHAPTERS
    for number in bounded(module(chapter).Config)
]
# What a result calls NaN on purpose: curves that do not cross, what nobody published.
UNKNOWN = ("crossing", "crossing_vectors", "crossings", "carp", "gpt5")
SECONDS = 0.5
SIZES = (20, 30, 40, 50, 60, 500)


def put(value: Any, places: list[str], number: float) -> Any:
    """Put a number into nested tuples."""
    if not places:
        return number
    k = int(places[0])
    return (*value[:k], put(value[k], places[1:], number), *value[k + 1 :])


def with_number(chapter: str, key: str, number: float) -> Settings:
    """Return the usual settings with another number at a key."""
    name, *places = key.split(".")
    usual = module(chapter).Config()
    value = getattr(usual, name)
    if value is None and places:  # left open: any such tuple will do
        kind, _ = parts(own_fields(type(usual))[name])
        value = (0.0,) * len(get_args(kind))
    changed: Settings = replace(usual, **{name: put(value, places, number)})
    return changed


@pytest.mark.parametrize(("chapter", "key", "kind", "bounds"), NUMBERS)
def test_beyond_either_bound_is_refused_with_the_bound_in_words(
    chapter: str, key: str, kind: type, bounds: Bounds
) -> None:
    step = 1 if kind is int else 0.01 * max(bounds.least, 1e-6)
    beyond = [bounds.least - step, bounds.most + step, 10**30, -(10**30)]
    if kind is float:
        beyond += [math.nan, math.inf, -math.inf, 1e308]
    for number in beyond:
        with pytest.raises(OutOfBoundsError) as caught:
            with_number(chapter, key, kind(number) if kind is float else int(number))
        assert str(caught.value).startswith(f"{key}: must be {bounds}, not ")
    for other in (True, "1"):
        with pytest.raises(OutOfBoundsError, match=r"must be a .*number, not"):
            with_number(chapter, key, other)  # type: ignore[arg-type]


@pytest.mark.parametrize(("chapter", "key", "kind", "bounds"), NUMBERS)
def test_both_bounds_themselves_are_no_fault(
    chapter: str, key: str, kind: type, bounds: Bounds
) -> None:
    for number in (bounds.least, bounds.most):
        try:
            with_number(chapter, key, kind(number))
        except OutOfBoundsError:
            raise
        except SettingsError:  # it does not go with the others, or takes too much
            continue


@each_chapter
def test_the_lecture_itself_takes_far_less_than_is_allowed(chapter: str) -> None:
    estimate = module(chapter).Config().estimate()
    assert estimate.seconds < MOST_SECONDS / 50
    assert estimate.n_bytes < MOST_BYTES / 5


# --- what is legal ends well ----------------------------------------------------------


@cache
def unknown(chapter: str) -> frozenset[str]:
    """Return where a chapter's result holds what is not finite on purpose."""
    return frozenset(UNKNOWN if chapter in ("scale", "data_and_compute") else ())


def ends_well(chapter: str, config: Settings) -> bool:
    """Tell whether a run has a result, all finite, and not a reason why it has none.

    Anything else than these two is an error.
    """
    try:
        result = compute(module(chapter), config)
    except ComputationError as error:
        if isinstance(error.__cause__, InputError | ArithmeticError):
            return False
        raise
    known = [
        getattr(result, field.name)
        for field in fields(result)
        if chapter != "scale" and field.name not in unknown(chapter)
    ]
    for leaf in leaves(tuple(known)):
        assert not is_dataclass(leaf)
        numbers = np.asarray(leaf)
        if numbers.dtype.kind == "f":
            assert np.isfinite(numbers).all() or getattr(config, "n_splits", 2) == 1
    return True


@pytest.mark.parametrize("pick", [least, most])
@each_chapter
def test_at_all_bounds_at_once_a_run_ends_well_or_says_why_not(
    chapter: str, pick: Any
) -> None:
    ends_well(chapter, legal(settings(chapter), pick, Random(0), SECONDS))


# --- what does not go together --------------------------------------------------------


@pytest.mark.parametrize(
    ("chapter", "given", "said"),
    [
        ("neuron", dict.fromkeys(("w_1", "w_2"), 0.0), "draws no line"),
        ("ai_ml_dl", {"every": 301}, "every: must be at most n_epochs, 300"),
        ("features", {"n_train": 2401}, "n_train: with n_test, 3001 sequences .* 3000"),
        ("features", {"filter_epochs": (0, 3, 3)}, "filter_epochs: must rise"),
        ("layers", {"bill_length": 47.6}, "bill_length: no penguin has a bill of 47"),
        ("layers", {"hidden": (8, 3)}, "hidden.1: must be 2, not 3"),
        ("layers", {"budget": ((11,), (8, 2))}, "budget: must hold 3 values, not 2"),
        ("scale", {"penguin_widths": (4, 16, 3)}, "must hold 4 values, not 3"),
        ("scale", {"sequence_length": 8}, "must be at most sequence_length, 8"),
        ("loss", {"map_v_max": (350.0, 150.0)}, "map_v_max: must rise"),
        ("loss", {"map_k_m": (0.1, 0.1)}, "map_k_m: must rise"),
        ("loss", {"v_max": 399.0}, "v_max: must lie within map_v_max, from 150 to 350"),
        ("loss", {"k_m": 0.3}, "k_m: must lie within map_k_m, from 0 to 0.2, not 0.3"),
        ("loss", {"slide": (20.0, 340.0)}, "slide: must lie within map_v_max"),
        ("loss", {"map_v_max": (200.0, 400.0)}, "map_v_max: must hold slide, 180"),
        ("loss", {"map_k_m": (0.07, 0.2)}, "the Km of least squares, 0.0641"),
        ("loss", {"k_m": 0.01, "map_v_max": (170.0, 400.0)}, "the best Vmax at the Km"),
        ("loss", {"weight": 2.2}, r"weight: must be at most 2\.2 at the threshold 43"),
        ("gradient_descent", {"n_batches_drawn": 20}, "must be at most 19"),
        ("backpropagation", {"W1": ((1.0, 1.0),) * 2}, "W1: must hold 3 values, not 2"),
        ("training", {"long_epochs": 60}, "long_epochs: must be at least .* 70"),
        ("training", {"n_test": 300}, None),
        ("training", {"n_test": 300, "batch_size": 43}, "must be at most 42, the"),
        ("overfitting", {"wide": 32}, "wide: must be one of widths, 1, 2, 4, 8"),
        ("overfitting", {"middle": 1}, "narrow, middle, wide: must rise"),
        ("overfitting", {"n_train": 244}, "n_train: with n_validation, 324 of 333"),
        ("regularization", {"zoom": 3000}, "zoom: must be at most n_epochs, 2000"),
        ("regularization", {"sizes": (10, 161)}, "sizes: must be at most .* 160: 161"),
        ("regularization", {"decays": (0.1, 0.01)}, "decays: must rise"),
        ("regularization", {"n_lines": 25}, "n_lines: must be at most n_shown, 24"),
        ("data_and_compute", {"factors": (1, 4)}, "factors: must have a 2 among them"),
        ("data_and_compute", {"n_test": 1500, "sizes": SIZES}, "must end in at least"),
        ("data_and_compute", {"sizes": (*SIZES[:-1], 2500)}, "3100 sequences are"),
        ("summary", {"sizes": (100, 20)}, "sizes: must rise"),
        ("summary", {"sizes": (20, 2401)}, "3001 sequences are taken, of 3000"),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_refused_by_name(
    chapter: str, given: dict[str, Any], said: str | None
) -> None:
    if said is None:
        module(chapter).Config(**given)
        return
    with pytest.raises(SettingsError, match=said):
        module(chapter).Config(**given)


@pytest.mark.parametrize(
    ("chapter", "given"),
    [
        ("regularization", {"n_splits": 400, "n_epochs": 50_000}),
        ("overfitting", {"n_splits": 500, "n_epochs": 50_000}),
        ("gradient_descent", {"n_enzyme": 100_000, "n_shuffles": 1000}),
        ("features", {"n_splits": 50, "filter_epochs": (0, 1000)}),
        ("data_and_compute", {"n_splits": 50, "n_steps": 20_000}),
    ],
)
def test_too_much_together_is_refused_with_the_estimate(
    chapter: str, given: dict[str, Any]
) -> None:
    with pytest.raises(SettingsError, match=r", it asks for about .* \(at most "):
        module(chapter).Config(**given)
