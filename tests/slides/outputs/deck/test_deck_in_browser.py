"""The deck in a real browser, opened as a file, with the network off."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from slides.outputs.context import Context
from slides.outputs.deck.deck import make_deck
from tests.slides.conftest import SAYINGS
from tests.slides.outputs.conftest import Open, barriers
from tests.slides.outputs.deck.conftest import FIRST, arrive, open_view

pytestmark = pytest.mark.slow

TIMES = "[stage.video.currentTime, stage.video.duration, stage.video.paused]"


def rest(page: Page) -> None:
    """Wait until the motion has ended."""
    page.wait_for_function("() => stage.video.ended")


def test_keys_of_clickers_go_on_and_back(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST)
    arrive(page, "neuron-one")
    on, back = ["PageDown", "ArrowRight", " "], ["PageUp", "ArrowLeft", "Shift+ "]
    for forward, backward in zip(on, back, strict=True):
        page.keyboard.press(forward)
        arrive(page, "neuron-two")
        assert not page.evaluate("stage.video.paused")
        page.keyboard.press(backward)
        arrive(page, "neuron-one")


def test_step_back_rests_at_the_end(open_page: Open, deck: Path) -> None:
    page = open_page(deck, "#/neuron-two")
    arrive(page, "neuron-two")
    page.keyboard.press("PageUp")
    arrive(page, "neuron-one")
    time, duration, paused = page.evaluate(TIMES)
    assert paused
    assert time == pytest.approx(duration) == pytest.approx(1.2)


def test_going_on_again_begins_at_the_first_frame(open_page: Open, deck: Path) -> None:
    page = open_page(deck, "#/layers-one")
    rest(page)
    page.keyboard.press("PageUp")
    arrive(page, "neuron-two")
    page.keyboard.press("PageDown")
    arrive(page, "layers-one")
    assert page.evaluate("stage.video.currentTime") < 0.6
    assert not page.evaluate("stage.video.ended")
    rest(page)


def test_loops_loop(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST)
    arrive(page, "neuron-one")
    assert not page.evaluate("stage.video.loop")
    page.keyboard.press("PageDown")
    arrive(page, "neuron-two")
    page.evaluate("stage.video.addEventListener('seeked', () => (window.again = 1))")
    page.wait_for_function("() => window.again && !stage.video.paused")


def test_chapters_begin_at_their_first_slide(open_page: Open, deck: Path) -> None:
    page = open_page(deck, "#/layers-two")
    arrive(page, "layers-two")
    page.keyboard.press("Home")
    for slide in ("neuron-one", "neuron-two", "layers-one", "layers-two"):
        page.keyboard.press("PageDown")
        arrive(page, slide)
    page.keyboard.press("Home")
    for key, slide in (("End", "layers-two"), ("Home", "title")):
        page.keyboard.press(key)
        arrive(page, slide)


# Back to the title as soon as a neighbour has data, before its first frame is painted:
# without the callback of painted frames that is at least 150 ms later.
LEAVE_EARLY = """() => {
  delete HTMLVideoElement.prototype.requestVideoFrameCallback;
  const leave = ({ target }) => {
    if (target === stage.video) return;
    document.removeEventListener("loadeddata", leave, true);
    window.left = target;
    Reveal.slide(0);
  };
  document.addEventListener("loadeddata", leave, true);
}"""


def test_video_put_away_before_it_is_painted_is_left_alone(
    open_page: Open, deck: Path
) -> None:
    page = open_page(deck)
    arrive(page, "title")
    page.evaluate(LEAVE_EARLY)
    page.keyboard.press("End")
    arrive(page, "title")
    page.wait_for_function("() => window.left?.isReady")
    assert page.evaluate("[left.readyState, left.isConnected]") == [0, False]


WATCH_TOP = """() => {
  window.frames_seen = 0; window.bare = [];
  const painted = (layer) => layer.tagName === "IMG"
    ? layer.complete && layer.naturalWidth > 0
    : layer.isReady && !layer.seeking;
  (function look() {
    const tops = [...document.querySelectorAll(".stage .top")];
    frames_seen += 1;
    if (tops.length !== 1 || !painted(tops[0])) bare.push(stage.current?.id);
    requestAnimationFrame(look);
  })(); }"""


def test_something_painted_is_on_top_in_every_frame(
    open_page: Open, deck: Path
) -> None:
    page = open_page(deck, FIRST)
    arrive(page, "neuron-one")
    page.evaluate(WATCH_TOP)
    for key in ["PageDown"] * 3 + ["PageUp"] * 3 + ["End", "Home", "PageDown"]:
        page.keyboard.press(key)
        page.wait_for_timeout(120)
    assert page.evaluate("frames_seen") > 30
    assert page.evaluate("bare") == []


def test_reload_stays(open_page: Open, deck: Path) -> None:
    page = open_page(deck, "#/neuron-two")
    arrive(page, "neuron-two")
    page.keyboard.press("PageDown")
    page.wait_for_url("**#/layers-one")
    page.reload()
    arrive(page, "layers-one")


def test_menu_leads_anywhere_by_keyboard(open_page: Open, deck: Path) -> None:
    page = open_page(deck, "#/neuron-two")
    arrive(page, "neuron-two")
    page.keyboard.press("m")
    menu = page.get_by_role("dialog", name="Chapters")
    expect(menu.locator("[aria-current]")).to_have_text("Start (2 of 2)")
    for key in ("ArrowDown", "ArrowRight", "ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    arrive(page, "layers-two")
    expect(menu).to_be_hidden()


def test_menu_closes_by_escape_and_opens_by_its_button(
    open_page: Open, deck: Path
) -> None:
    page = open_page(deck, FIRST)
    page.get_by_role("button", name="Chapters").click()
    menu = page.get_by_role("dialog", name="Chapters")
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    assert not page.evaluate("Reveal.isOverview()")


def test_captions_are_switched_and_remembered(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST)
    captions = page.locator(".captions")
    expect(captions).to_be_hidden()
    page.keyboard.press("c")
    expect(captions).to_have_text(SAYINGS[0])
    box, stage = captions.bounding_box(), page.locator(".stage").bounding_box()
    assert box is not None
    assert stage is not None
    assert stage["y"] + stage["height"] <= box["y"]
    for _ in range(20):  # a busy Chromium may lose what a new profile stores first
        page.reload()
        expect(captions).to_have_text(SAYINGS[0])
        if captions.is_visible():
            break
        page.keyboard.press("c")
        expect(captions).to_be_visible()
    page.reload()
    expect(captions).to_be_visible()
    page.keyboard.press("c")
    expect(captions).to_be_hidden()


def test_pause_and_play_again(open_page: Open, deck: Path) -> None:
    page = open_page(deck, "#/neuron-two")
    arrive(page, "neuron-two")
    page.keyboard.press("p")
    assert page.evaluate("stage.video.paused")
    page.get_by_role("button", name="Play").click()
    assert not page.evaluate("stage.video.paused")
    page.keyboard.press("PageUp")
    arrive(page, "neuron-one")
    page.keyboard.press("p")  # what has ended begins again
    page.wait_for_function("() => stage.video.currentTime > 0 && !stage.video.ended")
    rest(page)


def test_black_screen_pauses(open_page: Open, deck: Path) -> None:
    page = open_page(deck, "#/neuron-two")
    arrive(page, "neuron-two")
    for key in (".", "b"):
        page.keyboard.press(key)
        expect(page.locator(".pause-overlay")).to_be_visible()
        assert page.evaluate("stage.video.paused")
        page.keyboard.press(key)
        expect(page.locator(".pause-overlay")).to_be_hidden()
        assert not page.evaluate("stage.video.paused")


def test_reduced_motion_shows_the_end_and_a_button(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST, reduced_motion="reduce")
    arrive(page, "neuron-one")
    time, duration, paused = page.evaluate(TIMES)
    assert paused
    assert time == pytest.approx(duration)
    page.locator(".replay").click()
    assert not page.evaluate("stage.video.paused")


def test_help_names_our_keys(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST)
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys").locator("kbd").all_inner_texts()
    assert {"PageDown", "PageUp", ".", "b", "c", "m", "p", "s", "f", "?"} <= {*keys}


def test_map_shows_how_every_slide_ends(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST)
    page.keyboard.press("o")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.ending')]"
        ".every((image) => image.naturalWidth === 64)"
    )
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    arrive(page, "layers-one")


def test_speaker_view_shows_notes_next_and_plan(open_page: Open, deck: Path) -> None:
    view = open_view(open_page(deck, FIRST))
    expect(view.locator("#heading")).to_have_text("The neuron: Start (1 of 2)")
    expect(view.locator("#question")).to_contain_text("Question")
    expect(view.locator("#next-heading")).to_have_text(
        "Next: The neuron: Start (2 of 2)"
    )
    view.wait_for_function("() => document.querySelector('#next').naturalWidth === 64")
    expect(view.locator("header")).to_contain_text("of 10:00")
    expect(view.locator("#planned")).to_have_text("0:00–2:24")  # 2.3 of 9.6 of 10 min


def test_speaker_view_leads_and_follows(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST)
    view = open_view(page)
    view.keyboard.press("PageDown")
    arrive(page, "neuron-two")
    expect(view.locator("#notes p")).to_have_count(3)
    expect(view.locator("#question")).to_be_hidden()
    view.wait_for_function("() => document.querySelector('#video').currentTime > 0")


def test_speaker_view_keeps_the_time(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST)
    view = open_view(page)
    pace = view.locator("#pace")
    expect(pace).to_have_text("not started")
    page.keyboard.press("PageDown")
    expect(pace).to_contain_text("ahead")
    view.evaluate("before = 305_000")  # the slide ends at 300 s
    expect(pace).to_contain_text("behind")
    view.get_by_role("button", name="Reset").click()
    expect(pace).to_have_text("on time")


def test_speaker_view_outlives_a_reload_of_the_deck(
    open_page: Open, deck: Path
) -> None:
    page = open_page(deck, FIRST)
    view = open_view(page)
    page.reload()
    arrive(page, "neuron-one")
    page.keyboard.press("End")
    expect(view.locator("#place")).to_have_text("Slide 4 of 4")


def test_folder_plays_from_its_files(open_page: Open, two_chapters: Context) -> None:
    page = open_page(make_deck(two_chapters, "folder")[0], FIRST)
    arrive(page, "neuron-one")
    assert page.evaluate("stage.video.src").endswith("/videos/neuron-one.mp4")
    page.keyboard.press("End")
    arrive(page, "layers-two")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    opened.value.wait_for_function(
        "() => document.querySelector('#video').currentTime > 0"
    )


def test_large_file_is_painted_at_once_and_freed(
    open_page: Open, deck: Path, tmp_path: Path
) -> None:
    mark = '<script type="text/plain" data-name="neuron-one.jpg">'
    before, after = deck.read_text(encoding="utf-8").split(mark)
    filling = (
        mark.replace("neuron-one.jpg", "x") + "data:a/b;base64," + "A" * 70_000_000
    )
    end = "</script><script>media.take()</script>"
    large = tmp_path / "large.html"
    large.write_text(before + filling + end + mark + after, encoding="utf-8")
    page = open_page(large, FIRST)
    arrive(page, "neuron-one")
    paints = page.evaluate(
        "performance.getEntriesByType('paint').map(p => p.startTime)"
    )
    assert 0 < max(paints) < 2000
    assert page.evaluate("media.source('x').size") == 52_500_000
    assert page.locator("script[data-name]").count() == 0


def test_deck_has_no_barrier(open_page: Open, deck: Path, axe: str) -> None:
    page = open_page(deck, FIRST)
    arrive(page, "neuron-one")
    for keys in (["c"], ["m"], ["Escape", "?"], ["Escape", "o"]):
        assert barriers(page, axe) == []
        for key in keys:
            page.keyboard.press(key)
    assert barriers(page, axe) == []


def test_speaker_view_has_no_barrier(open_page: Open, deck: Path, axe: str) -> None:
    assert barriers(open_view(open_page(deck, FIRST)), axe) == []
