"""The usual result of each experiment, the same for tests, rehearsals and films."""

from types import ModuleType
from typing import Any

from nnsim.results import cached_run
from scenes.cache import results_folder


def usual(experiment: ModuleType) -> Any:
    """Return the result of an experiment's defaults, from disk if it is there."""
    return cached_run(experiment, experiment.Config(), results_folder())
