"""Pages in a real browser, opened as files with the network off."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request

Open = Callable[..., Page]


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Open]:
    """Give a way to open a page; it may ask for nothing, and complain of nothing."""
    heard: list[str] = []
    contexts = []

    def ask(request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            heard.append(request.url)

    def watch(page: Page) -> None:
        page.on("console", lambda line: heard.append(line.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", ask)

    def open_page(
        file: Path, address: str = "", without: str = "", **options: Any
    ) -> Page:
        contexts.append(chromium.new_context(offline=True, **options))
        contexts[-1].on("page", watch)
        contexts[-1].add_init_script(without)
        page = contexts[-1].new_page()
        page.goto(file.as_uri() + address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert heard == []


def barriers(page: Page, axe: str) -> list[str]:
    """Return what axe-core finds of weight: rule and element."""
    page.evaluate(axe)
    found = page.evaluate("axe.run()")
    assert found["passes"]
    return [
        f"{violation['id']}: {node['html']}"
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
