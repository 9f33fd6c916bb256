"""The deck begins with its title: whose lecture it is, where and when."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from slides.outputs.context import Context
from slides.outputs.deck.deck import make_deck
from tests.slides.outputs.conftest import Open
from tests.slides.outputs.deck.conftest import arrive, open_view

pytestmark = pytest.mark.slow


def test_deck_opens_with_its_title(open_page: Open, deck: Path) -> None:
    page = open_page(deck)
    arrive(page, "title")
    title = page.locator("#title .opening")
    expect(title.locator("h2")).to_have_text("A <lecture>")
    assert title.locator("p").all_inner_texts() == ["Nobody", "Hall 3", "Mondays"]
    expect(title).to_be_in_viewport(ratio=1)
    page.wait_for_function("() => document.querySelectorAll('video').length === 1")
    page.keyboard.press("PageDown")
    arrive(page, "neuron-one")
    assert not page.evaluate("stage.video.paused")
    seen = (
        "(e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true })"
    )
    assert not title.evaluate(seen)
    page.keyboard.press("PageUp")
    arrive(page, "title")
    assert title.evaluate(seen)
    page.wait_for_url("**#/title")
    page.reload()
    arrive(page, "title")


def test_what_the_title_lacks_is_not_missed(open_page: Open, deck: Path) -> None:
    page = open_page(deck, reduced_motion="reduce")
    arrive(page, "title")
    expect(page.locator(".replay")).to_be_hidden()
    for key in ("p", "c", "b", "b", "o", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(".captions")).to_have_text("")
    page.keyboard.press("m")
    expect(page.locator(".menu a:focus")).to_have_text("The neuron")
    page.keyboard.press("Enter")
    arrive(page, "neuron-one")


def test_title_is_neither_counted_nor_timed(open_page: Open, deck: Path) -> None:
    page = open_page(deck, "#/title")
    arrive(page, "title")
    view = open_view(page, "A <lecture>")
    expect(view.locator("#place")).to_have_text("Title")
    expect(view.locator("#notes p")).to_have_text(["Nobody", "Hall 3", "Mondays"])
    expect(view.locator("#next-heading")).to_contain_text("Start (1 of 2)")
    expect(view.locator("header")).to_contain_text("of 10:00")
    page.keyboard.press("PageDown")
    expect(view.locator("#place")).to_have_text("Slide 1 of 4")
    expect(view.locator("#pace")).to_have_text("on time")


@pytest.mark.parametrize(("query", "height"), [("", 842), ("?print-pdf", 720)])
def test_print_has_a_page_for_the_title_and_each_slide(
    open_page: Open, deck: Path, query: str, height: int
) -> None:
    page = open_page(deck, query)
    page.wait_for_function(
        "() => document.querySelectorAll('.ending[src]').length === 4"
    )
    page.wait_for_timeout(500)
    made = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert [len(one.images) for one in made.pages] == [0, 1, 1, 1, 1]
    assert made.pages[0].extract_text().split("\n")[0] == "A <lecture>"
    assert made.pages[0].mediabox.height == pytest.approx(height, abs=2)


@pytest.mark.parametrize("title", ["W" * 255, "Word " * 51, "深" * 255, "A"])
def test_any_title_fits(
    open_page: Open, two_chapters: Context, tmp_path: Path, title: str
) -> None:
    about = replace(two_chapters.lecture, title=title, place="Wo" * 120, date="")
    context = replace(two_chapters, lecture=about, out=tmp_path)
    page = open_page(make_deck(context)[0])
    arrive(page, "title")
    size = "(e) => [e.scrollHeight <= e.clientHeight, e.scrollWidth <= e.clientWidth]"
    assert page.locator(".opening").evaluate(size) == [True, True]
    expect(page.locator(".opening p")).to_have_count(2)
