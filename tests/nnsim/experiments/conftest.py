"""The usual result of the chapter in whose folder a test stands."""

from importlib import import_module
from typing import Any

import pytest

from tests.nnsim.experiments.usual import usual


@pytest.fixture(scope="module")
def result(request: pytest.FixtureRequest) -> Any:
    """Give what the chapter's experiment makes of its defaults."""
    return usual(import_module(f"nnsim.experiments.{request.path.parent.name}"))
