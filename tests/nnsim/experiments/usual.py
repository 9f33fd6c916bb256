"""The usual result of each experiment, the same for tests, rehearsals and films."""

from functools import cache
from types import ModuleType
from typing import Any

from scenes.caching.folder import cache_folder
from scenes.caching.results import cached_run


@cache
def usual(experiment: ModuleType) -> Any:
    """Return the result of an experiment's defaults, from disk if it is there."""
    return cached_run(experiment, experiment.Config(), cache_folder("results"))
