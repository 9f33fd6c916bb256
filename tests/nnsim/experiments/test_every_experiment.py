"""What holds for every experiment: sealed, the same again, and settings that hash."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from nnsim import experiments
from scenes.caching.results import cached_run

CHAPTERS = sorted(
    file.parent.name for file in Path(experiments.__path__[0]).glob("*/__init__.py")
)
# Settings that spare time where the defaults take more than a second.
QUICK: dict[str, dict[str, Any]] = {
    "ai_ml_dl": {"n_trees": 3, "n_epochs": 30, "n_folds": 2, "n_repeats": 1},
    "features": {"n_splits": 1, "n_train": 1000, "n_test": 100, "logo_epochs": 2,
                 "aligned_epochs": 2, "filter_epochs": (0, 5, 10)},
    "layers": {"n_epochs": 4, "n_splits": 2, "split_epochs": 3},
    "gradient_descent": {"n_shuffles": 2},
    "training": {"n_epochs": 3, "n_starts": 2, "n_splits": 2, "line_epochs": 2,
                 "long_epochs": 5, "long_every": 1},
    "overfitting": {"n_splits": 2, "n_moments": 30},
    "activation_functions": {"n_starts": 3, "n_epochs": 500, "n_splits": 2,
                             "split_epochs": 200},
    "regularization": {"n_splits": 2, "decays": (0.003, 0.01, 0.1), "n_epochs": 1000,
                       "hidden_width": 16, "sizes": (10, 40), "n_thinned": 10},
    "data_and_compute": {"n_splits": 2, "sizes": (20, 40, 60, 80, 100, 250),
                         "n_test": 60, "n_steps": 4, "n_starts": 2,
                         "enzyme_epochs": 20},
    "summary": {"sizes": (20, 60), "n_splits": 2, "n_test": 60, "n_steps": 4},
}  # fmt: skip
each_chapter = pytest.mark.parametrize("chapter", CHAPTERS)


def module(chapter: str) -> ModuleType:
    return import_module(f"nnsim.experiments.{chapter}")


def settings(chapter: str) -> Any:
    return module(chapter).Config(**QUICK.get(chapter, {}))


@cache
def fresh(chapter: str) -> Any:
    """Run here and now: nothing comes from disk, nothing is sealed afterwards."""
    return module(chapter).run(settings(chapter))


def leaves(value: object) -> Iterator[object]:
    """Yield every array, number and word that hangs on a result."""
    if isinstance(value, tuple | list):
        for part in value:
            yield from leaves(part)
    elif isinstance(value, dict):
        yield from leaves(tuple(value.values()))
    elif is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name))
    else:
        yield value


@each_chapter
def test_arrays_are_sealed(chapter: str) -> None:
    found = [leaf for leaf in leaves(fresh(chapter)) if isinstance(leaf, np.ndarray)]
    assert not [array for array in found if array.flags.writeable]
    assert found or chapter == "scale"  # whose numbers are all counts


@each_chapter
def test_same_settings_same_result_also_when_it_is_kept(
    chapter: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scenes.caching.results.WORTH_KEEPING", 0)
    again = cached_run(module(chapter), settings(chapter), tmp_path)
    kept = cached_run(module(chapter), settings(chapter), tmp_path)
    assert kept is not again
    for found in (again, kept):
        for one, other in zip(leaves(fresh(chapter)), leaves(found), strict=True):
            np.testing.assert_equal(one, other)


@each_chapter
def test_result_and_settings_are_frozen(chapter: str) -> None:
    for value in (fresh(chapter), module(chapter).Config()):
        for field in fields(value):
            with pytest.raises(AttributeError):
                setattr(value, field.name, None)


@each_chapter
def test_equal_settings_hash_alike(chapter: str) -> None:
    config = module(chapter).Config()
    assert config == replace(config)
    assert hash(config) == hash(replace(config))
