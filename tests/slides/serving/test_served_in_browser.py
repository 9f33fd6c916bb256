"""What is served in a real browser: films are wound to wherever the reader wants."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.slides.conftest import Project
from tests.slides.serving.conftest import served

pytestmark = pytest.mark.slow
STAGE = "stage.video"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a build, the deck as a folder, and a folder of clips for other sites."""
    project = Project(tmp_path_factory.mktemp("served") / "project")
    project.run("build", "--only", "deck,video,clips", "--deck", "folder")
    project.run("embed", "build/clip", "--format", "html", "--clip", "alpha/first")
    with served(project.out) as server:
        yield server.address


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Give a page that may complain of nothing."""
    heard: list[str] = []
    context = chromium.new_context(reduced_motion="no-preference")
    page = context.new_page()
    page.on("console", lambda line: heard.append(line.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("requestfailed", lambda request: heard.append(str(request.failure)))
    yield page
    context.close()
    assert [line for line in heard if "ERR_ABORTED" not in line] == []


def seekable(page: Page, video: str) -> float:
    """Return up to which time a video can be wound, when it is loaded."""
    page.wait_for_function(f"() => {video}.readyState >= 2")
    end: float = page.evaluate(f"{video}.seekable.end({video}.seekable.length - 1)")
    return end


def test_a_link_to_a_chapter_plays_from_there(page: Page, address: str) -> None:
    page.goto(address)
    link = page.locator("[data-time]").last
    start = float(link.get_attribute("data-time") or "nan")
    assert start > 2
    link.click()
    whole = "document.getElementById('whole')"
    page.wait_for_function(f"() => {whole}.currentTime >= {start} && !{whole}.seeking")
    assert seekable(page, whole) == page.evaluate(f"{whole}.duration") > start


def test_a_step_back_in_the_deck_rests_at_the_end(page: Page, address: str) -> None:
    page.goto(f"{address}/lecture/#/alpha-why")
    slide = "Reveal.getCurrentSlide().id"
    page.wait_for_function(f"() => {slide} === 'alpha-why' && {STAGE}?.src")
    page.keyboard.press("PageUp")
    page.wait_for_function(f"() => {slide} === 'alpha-why_question'")
    page.wait_for_function(f"() => {STAGE}.currentTime > 0 && {STAGE}.paused")
    time, length = page.evaluate(f"[{STAGE}.currentTime, {STAGE}.duration]")
    assert time == pytest.approx(length, abs=0.1)


def test_the_bar_of_an_embedded_clip_winds_it(page: Page, address: str) -> None:
    page.goto(f"{address}/clip/")
    clip = "#clip-alpha-first"
    video = f"document.querySelector('{clip} video')"
    page.locator(f"{clip} .lecture-toggle").click()
    page.wait_for_function(f"() => {video}.ended")
    length = page.evaluate(f"{video}.duration")
    assert seekable(page, video) == length > 0.2
    bar = page.locator(f"{clip} .lecture-seek")
    bar.focus()
    page.keyboard.press("Home")
    page.wait_for_function(f"() => {video}.currentTime === 0")
    page.keyboard.press("End")
    page.wait_for_function(f"() => {video}.currentTime > {length} - 0.1")


def test_captions_are_loaded(page: Page, address: str) -> None:
    page.goto(f"{address}/clip/")
    track = "document.querySelector('track').track"
    page.evaluate(f"{track}.mode = 'hidden'")
    page.wait_for_function(f"() => {track}.cues?.length")
