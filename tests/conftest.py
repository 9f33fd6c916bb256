"""Settings and programs of every test run."""

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

# The same examples in every run, and no time limit: a slow machine is no failure.
settings.register_profile("lecture", derandomize=True, deadline=None, max_examples=100)
settings.load_profile("lecture")

PATIENCE = 120_000  # ms for what a page is to show: a busy machine is no failure
AXE = Path(__file__).parents[1] / ".cache/tools/node_modules/axe-core/axe.min.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def find_program(names: Sequence[str], remedy: str) -> str:
    """Return the path of the first program there is.

    Without any, the test is skipped with the remedy; where ``CI=true`` it fails,
    since there everything that tests need has been installed.
    """
    paths = [path for name in names if (path := shutil.which(name))]
    if not paths:
        missing(f"needs {names[0]}; install it with: {remedy}")
    return paths[0]


def missing(message: str) -> NoReturn:
    """Fail the test where all tools have been installed, else skip it."""
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
        if item.path.name == "test_drawn.py":  # in the folder of its chapter
            chapter = item.path.parent.name
        item.add_marker(pytest.mark.xdist_group(str(chapter or item.path.name)))


@pytest.fixture(scope="session")
def browser() -> str:
    """Give the path of a browser that renders pages without a screen."""
    return find_program(BROWSERS, "make test-tools")


@pytest.fixture(scope="session")
def chromium(browser: str) -> Iterator[Browser]:
    """Give a browser to drive; what it opens has no network."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as driver:
        running = driver.chromium.launch(
            executable_path=browser,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield running
        running.close()


@pytest.fixture(scope="session")
def soffice() -> str:
    """Give the path of LibreOffice."""
    return find_program(("soffice", "libreoffice"), "make test-tools")


@pytest.fixture(scope="session")
def pdftotext() -> str:
    """Give the path of poppler's program that reads a PDF's text."""
    return find_program(("pdftotext",), "make test-tools")


@pytest.fixture(scope="session")
def pdftoppm() -> str:
    """Give the path of poppler's program that draws a PDF's pages."""
    return find_program(("pdftoppm",), "make test-tools")


@pytest.fixture(scope="session")
def axe() -> str:
    """Give the script of axe-core, which finds barriers to access in a page."""
    if not AXE.is_file():
        missing("needs axe-core; install it with: make test-tools (and npm)")
    return AXE.read_text(encoding="utf-8")
