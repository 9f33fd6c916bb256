"""Settings and programs of every test run."""

import os
import shutil
from collections.abc import Sequence

import pytest
from hypothesis import settings

# The same examples in every run, and no time limit: a slow machine is no failure.
settings.register_profile("lecture", derandomize=True, deadline=None, max_examples=100)
settings.load_profile("lecture")

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def find_program(names: Sequence[str], remedy: str) -> str:
    """Return the path of the first program there is.

    Without any, the test is skipped with the remedy; where ``CI=true`` it fails,
    since there everything that tests need has been installed.
    """
    for name in names:
        if path := shutil.which(name):
            return path
    message = f"needs {names[0]}; install it with: {remedy}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of a chapter, or else of a file, in one process; the slow first.

    So rehearsals, and whatever else a fixture makes, are made once, and no process
    waits at the end for another.
    """
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
    for item in items:
        call = getattr(item, "callspec", None)
        chapter = call.params.get("chapter") if call else None
        item.add_marker(pytest.mark.xdist_group(str(chapter or item.path.name)))


@pytest.fixture(scope="session")
def browser() -> str:
    """Give the path of a browser that renders pages without a screen."""
    return find_program(BROWSERS, "make test-tools")
