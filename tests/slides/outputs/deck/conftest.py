"""A deck of two chapters in a real browser, which may complain of nothing."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from slides.engine.recorded import Rendering
from slides.outputs.context import Context
from slides.outputs.deck.deck import make_deck
from slides.settings.values import Lecture
from slides.settings.variants import Variant

Open = Callable[..., Page]
CURRENT = "Reveal.getCurrentSlide().id"


@pytest.fixture(scope="package")
def two_chapters(
    rendering: Rendering, tmp_path_factory: pytest.TempPathFactory
) -> Context:
    """Give a lecture of two chapters of two beats; the second of each loops."""
    folder = tmp_path_factory.mktemp("decks")
    names = ("neuron", "layers")
    lecture = Lecture("A <lecture>", "Nobody", "en", names, {}, minutes=10)
    other = dataclasses.replace(rendering.recording, title="Layers")
    renderings = {
        "neuron": rendering,
        "layers": dataclasses.replace(rendering, recording=other),
    }
    return Context(lecture, Variant(), renderings, folder / "out", folder / "scratch")


@pytest.fixture(scope="package")
def deck(two_chapters: Context) -> Path:
    """Give the deck as one file."""
    return make_deck(two_chapters)[0]


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

    def open_page(file: Path, address: str = "", **options: Any) -> Page:
        contexts.append(chromium.new_context(offline=True, **options))
        contexts[-1].on("page", watch)
        page = contexts[-1].new_page()
        page.goto(file.as_uri() + address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert heard == []


def arrive(page: Page, slide: str) -> None:
    """Wait until a slide is on stage, its video on top."""
    page.wait_for_function(
        f"() => {CURRENT} === '{slide}' && stage.video?.classList.contains('top')"
    )


def open_view(page: Page) -> Page:
    """Open the speaker view of a deck; return it when it knows the slide."""
    arrive(page, "neuron-one")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    expect(opened.value.locator("#heading")).to_contain_text("neuron")
    return opened.value
