"""The built note in a real browser, served with a strict content-security policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from slides.base.templates import TEMPLATES
from tests.slides.embed.browsing import (
    Visit,
    is_playing,
    serve,
    visits,
    wait_until_it_plays,
)
from tests.slides.embed.conftest import SAYING, Run

pytestmark = pytest.mark.slow
SUM, LEARN, BIRD = "#clip-neuron-sum", "#clip-neuron-learn", "#clip-neuron-sample"


@pytest.fixture(scope="module")
def address(published: Path) -> Iterator[str]:
    """Serve the site; give the address of its note."""
    with serve(published.parent) as top:
        yield f"{top}/notes/neuron.html"


def test_clip_plays_and_pauses_on_demand(visit: Visit) -> None:
    page = visit()
    button = page.locator(f"{SUM} .lecture-toggle")
    assert not is_playing(page, SUM)
    button.click()
    expect(button).to_have_accessible_name("Pause")
    wait_until_it_plays(page, SUM)
    page.locator(f"{SUM} video").click()
    expect(button).to_have_accessible_name("Play")
    assert not is_playing(page, SUM)
    assert page.evaluate("window.shifts") == 0


def test_nothing_moves_while_the_page_loads_and_is_read(visit: Visit) -> None:
    page = visit(viewport={"width": 390, "height": 844})
    for n in range(12):
        page.mouse.wheel(0, 400 * n)
        page.wait_for_timeout(30)
    assert page.evaluate("window.shifts") == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_page_is_light_before_anything_plays(visit: Visit) -> None:
    page = visit(reduced_motion="reduce")
    for n in range(6):  # the pictures of clips far below are loaded when they near
        page.locator(".lecture-clip").nth(n).scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
    names = page.evaluate("performance.getEntriesByType('resource').map((e) => e.name)")
    assert not [name for name in names if name.endswith((".mp4", ".webm", ".jpg"))]
    assert sum(name.endswith("-light.avif") for name in names) == 6


def test_captions_say_the_narration_and_can_be_turned_off(visit: Visit) -> None:
    page = visit()
    page.locator(f"{SUM} .lecture-toggle").click()
    track = f"document.querySelector('{SUM} video').textTracks[0]"
    page.wait_for_function(f"() => {track}.activeCues?.length")
    cues = page.evaluate(f"[...{track}.cues].map((c) => c.getCueAsHTML().textContent)")
    assert " ".join(" ".join(cues).split()) == SAYING
    button = page.locator(f"{SUM} .lecture-captions")
    button.click()
    assert page.evaluate(f"{track}.mode") == "hidden"
    expect(button).to_have_attribute("aria-pressed", "false")


def test_loop_begins_when_seen_and_stays_paused_when_the_reader_says_so(
    visit: Visit,
) -> None:
    page = visit(LEARN)
    wait_until_it_plays(page, LEARN)
    page.locator(f"{LEARN} .lecture-toggle").click()
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(100)
    page.evaluate("(c) => document.querySelector(c).scrollIntoView()", LEARN)
    page.wait_for_timeout(200)
    assert not is_playing(page, LEARN)


def test_nothing_begins_by_itself_under_reduced_motion(visit: Visit) -> None:
    page = visit(LEARN, reduced_motion="reduce")
    page.wait_for_timeout(300)
    assert not is_playing(page, LEARN)
    page.locator(f"{LEARN} .lecture-toggle").click()
    wait_until_it_plays(page, LEARN)


def test_one_clip_plays_at_a_time(visit: Visit) -> None:
    page = visit(reduced_motion="reduce")
    for clip in (SUM, LEARN):
        page.locator(f"{clip} .lecture-toggle").click()
        wait_until_it_plays(page, clip)
    page.wait_for_function(
        "(c) => document.querySelector(c).paused", arg=f"{SUM} video"
    )


def test_colours_follow_the_preference_also_when_it_turns(visit: Visit) -> None:
    page = visit(color_scheme="dark", reduced_motion="reduce")
    source = f"document.querySelector('{SUM} video').currentSrc"
    picture = f"document.querySelector('{SUM} img').currentSrc"
    page.locator(SUM).scroll_into_view_if_needed()
    page.wait_for_function(f"() => {picture}.endsWith('sum-dark.avif')")
    assert page.evaluate(source).endswith("sum-dark.webm")
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"() => {source}.endsWith('sum-light.webm')")
    page.wait_for_function(f"() => {picture}.endsWith('sum-light.avif')")


def press(page: Page, key: str) -> str:
    """Press a key; return what has the focus then: its class, or else its words."""
    page.keyboard.press(key)
    found: str = page.evaluate(
        "document.activeElement.className || document.activeElement.textContent"
    )
    return found


def test_clip_plays_and_pauses_by_keyboard(visit: Visit) -> None:
    page = visit(reduced_motion="reduce")
    page.locator(f"{BIRD} .lecture-toggle").focus()
    press(page, "Space")
    wait_until_it_plays(page, BIRD)
    press(page, "Space")
    assert not is_playing(page, BIRD)


def test_everything_is_reached_by_keyboard(visit: Visit) -> None:
    page = visit(reduced_motion="reduce")
    page.locator(f"{BIRD} .lecture-seek").focus()
    reached = [press(page, "Tab") for _ in range(5)]
    assert reached[:2] == ["lecture-captions", "lecture-full"]
    assert reached[2:] == ["lecture-link", "In words", "2 numbers and curves"]
    press(page, "Enter")
    expect(page.locator(f"{BIRD} table")).to_be_visible()
    assert press(page, "Escape") == "2 numbers and curves"
    expect(page.locator(f"{BIRD} table")).to_be_hidden()


def test_numbers_show_while_the_pointer_rests_on_them(visit: Visit) -> None:
    page = visit(reduced_motion="reduce")
    page.locator(f"{BIRD} .lecture-numbers summary").hover()
    expect(page.locator(f"{BIRD} table")).to_be_visible()
    page.locator(f"{BIRD} table td").first.hover()
    expect(page.locator(f"{BIRD} table")).to_be_visible()
    page.mouse.move(0, 0)
    expect(page.locator(f"{BIRD} table")).to_be_hidden()
    assert page.evaluate("window.shifts") == 0


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_no_serious_barrier(visit: Visit, axe: str, scheme: str) -> None:
    page = visit(color_scheme=scheme, reduced_motion="reduce")
    page.locator(f"{BIRD} .lecture-numbers summary").click()
    page.evaluate(axe)
    found = page.evaluate("axe.run()")
    assert len(found["passes"]) > 20
    serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
    assert not serious


def test_without_script_the_browser_plays(visit: Visit) -> None:
    page = visit(script=False, color_scheme="dark")
    video = page.locator(f"{SUM} video")
    assert video.get_attribute("controls") is not None
    expect(page.locator(f"{SUM} .lecture-toggle")).to_be_hidden()
    expect(page.locator(f"{SUM} .lecture-words")).to_have_text(SAYING)
    expect(page.locator(f"{SUM} .lecture-words")).to_be_visible()
    expect(page.locator(f"{BIRD} .lecture-numbers")).to_be_visible()
    video.focus()
    with page.expect_request("**/sum-dark.webm"):
        page.keyboard.press("Space")


def test_address_leads_to_the_clip_and_marks_it(visit: Visit) -> None:
    page = visit(SUM, reduced_motion="reduce")
    expect(page.locator(f"{SUM} .lecture-frame")).to_be_in_viewport(ratio=0.9)
    expect(page.locator(f"{BIRD} .lecture-player")).to_have_css("box-shadow", "none")
    expect(page.locator(f"{SUM} .lecture-player")).not_to_have_css("box-shadow", "none")


def test_page_of_plain_html_shows_the_same(
    visit: Visit, run: Run, published: Path, axe: str
) -> None:
    run(published.parent / "demo", format="html", clips=("neuron/sum",))
    page = visit("/../../demo/index.html", reduced_motion="reduce")
    page.locator(f"{SUM} .lecture-toggle").click()
    wait_until_it_plays(page, SUM)
    page.wait_for_function(f"() => document.querySelector('{SUM} video').ended")
    assert page.evaluate("window.shifts") == 0
    page.evaluate(axe)
    found = page.evaluate("axe.run()")["violations"]
    assert not [v for v in found if v["impact"] in ("serious", "critical")]


def test_script_is_small_and_needs_nothing() -> None:
    script = (TEMPLATES / "embed/lecture.js").read_bytes()
    assert len(script) < 12_000
    assert not [w for w in (b"http", b"eval", b"innerHTML", b"import") if w in script]


def test_page_of_plain_html_works_under_its_own_policy(
    run: Run, chromium: Browser, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(out, format="html", clips=("neuron/sum", "neuron/sample"))
    assert "http-equiv" in (out / "index.html").read_text(encoding="utf-8")
    with serve(out) as top, visits(chromium, top) as visit:
        page = visit("/index.html")
        page.locator(f"{SUM} .lecture-toggle").click()
        wait_until_it_plays(page, SUM)
        page.locator(f"{SUM} summary").first.click()
        page.emulate_media(color_scheme="dark")
        ready = (
            f"() => document.querySelector('{SUM} video').textTracks[0].cues?.length"
        )
        page.wait_for_function(ready)
