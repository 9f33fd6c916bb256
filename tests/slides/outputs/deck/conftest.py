"""A deck of two chapters in a real browser, which may complain of nothing."""

import dataclasses
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from slides.engine.recorded import Rendering
from slides.outputs.context import Context
from slides.outputs.deck.deck import make_deck
from slides.settings.values import Lecture
from slides.settings.variants import Variant

CURRENT = "Reveal.getCurrentSlide().id"
FIRST = "#/neuron-one"  # behind the title


@pytest.fixture(scope="package")
def two_chapters(
    rendering: Rendering, tmp_path_factory: pytest.TempPathFactory
) -> Context:
    """Give a lecture of two chapters of two beats; the second of each loops."""
    folder = tmp_path_factory.mktemp("decks")
    names = ("neuron", "layers")
    lecture = Lecture(
        "A <lecture>",
        "Nobody",
        "en",
        names,
        {},
        minutes=10,
        place="Hall 3",
        date="Mondays",
    )
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


def arrive(page: Page, slide: str) -> None:
    """Wait until a slide is on stage, its video on top."""
    page.wait_for_function(
        f"() => {CURRENT} === '{slide}' && (stage.video"
        " ?? document.querySelector('.still')).classList.contains('top')"
    )


def open_view(page: Page, heading: str = "The neuron") -> Page:
    """Open the speaker view of a deck; return it when it knows the slide."""
    page.wait_for_function("() => stage.current")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    expect(opened.value.locator("#heading")).to_contain_text(heading)
    return opened.value
