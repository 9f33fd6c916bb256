"""How often trials are repeated: a few times in `make test`, very often in `make fuzz`.

A trial takes `rounds` and `rng`. A failing round can be made again: the seed is printed
at the end, and `make fuzz SEED=…` takes it.
"""

import os
import random
import secrets
from collections.abc import Callable, Iterator

import pytest

LONG = os.environ.get("FUZZ") == "1"
SEED = int(os.environ.get("SEED") or (secrets.randbelow(10**6) if LONG else 0))
# Processes of one run have one seed: the first hands it on to those that it starts.
os.environ["SEED"] = str(SEED)


@pytest.fixture
def rounds() -> Callable[[int, int], range]:
    """Give how many rounds there are: ``rounds(few, many)``."""
    return lambda few, many: range(many if LONG else few)


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> random.Random:
    """Give random numbers that depend on the seed and the trial's name alone."""
    return random.Random(f"{SEED} {request.node.name}")


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Give what notes a figure for the table at the end of the run."""
    return lambda figure: record_property("fuzz", figure)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter,
) -> None:
    """Print the seed, and the figures that the trials noted."""
    figures = list(_figures(terminalreporter))
    if figures:
        terminalreporter.section(f"trials with seed {SEED}")
        for name, figure in figures:
            terminalreporter.line(f"{name}: {figure}")


def _figures(reporter: pytest.TerminalReporter) -> Iterator[tuple[str, object]]:
    """Yield the trials' names and figures."""
    for reports in reporter.stats.values():
        for report in reports:
            for key, figure in getattr(report, "user_properties", ()):
                if key == "fuzz" and report.when == "call":
                    yield report.nodeid.rpartition("::")[2], figure


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out what takes long, unless it is asked for."""
    left_out = [item for item in items if item.get_closest_marker("long") and not LONG]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
