"""The deck with a voice in a real browser: plays, stops at questions, and goes on."""

import dataclasses
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scenes.record import Rest
from slides.outputs.context import Context
from slides.outputs.deck.deck import make_deck
from tests.slides.conftest import SAYINGS
from tests.slides.outputs.conftest import Open, barriers
from tests.slides.outputs.deck.conftest import CURRENT, FIRST, arrive, open_view
from tests.slides.outputs.speaking import CREDIT, speaking

pytestmark = pytest.mark.slow

SECONDS = 2.4  # more than any motion
ON = "try { localStorage.setItem('lecture-voice', 'on') } catch {}"
SOUND = "document.querySelector('#{} audio')"
SILENT = "[...document.querySelectorAll('audio')].every((one) => one.paused)"
HEARD = "() => {0}.currentTime > {1} && !{0}.paused && !{0}.muted && {0}.volume === 1"

WATCH_CAPTIONS = """() => {
  window.said = [];
  const box = document.querySelector(".captions");
  const sound = document.querySelector("#neuron-two audio");
  new MutationObserver(() => said.push([box.textContent, sound.currentTime]))
    .observe(box, { childList: true }); }"""


@pytest.fixture(scope="module")
def spoken(two_chapters: Context, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a deck that speaks, as one file."""
    folder = tmp_path_factory.mktemp("spoken")
    said = speaking(two_chapters, SECONDS, folder / "speech")
    return make_deck(dataclasses.replace(said, out=folder / "out"))[0]


def hear(page: Page, slide: str, since: float = 0.1) -> None:
    """Wait until the sound of a slide is heard."""
    page.wait_for_function(HEARD.format(SOUND.format(slide), since))


def is_silent(page: Page) -> bool:
    """Tell whether nothing is heard."""
    return bool(page.evaluate(SILENT))


def test_voice_stops_at_a_question_and_goes_on_elsewhere(
    open_page: Open, spoken: Path
) -> None:
    page = open_page(spoken, FIRST)
    arrive(page, "neuron-one")
    button = page.get_by_role("button", name="Voice")
    expect(button).to_have_attribute("aria-pressed", "false")
    assert is_silent(page)
    page.keyboard.press("a")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status")).to_have_text(CREDIT)
    hear(page, "neuron-one")
    page.wait_for_function(f"() => {SOUND.format('neuron-one')}.ended")
    page.wait_for_timeout(1500)
    assert page.evaluate(CURRENT) == "neuron-one"  # a question: it waits
    page.keyboard.press("PageDown")
    hear(page, "neuron-two", SECONDS - 0.5)
    arrive(page, "layers-one")  # by itself
    hear(page, "layers-one")
    assert page.evaluate(f"{SOUND.format('neuron-two')}.paused")
    page.keyboard.press("End")
    arrive(page, "layers-two")
    assert page.evaluate(f"{SOUND.format('layers-one')}.paused")


def test_sound_that_may_not_start_shows_the_play_button(
    open_page: Open, spoken: Path
) -> None:
    page = open_page(spoken, FIRST, without=ON)
    arrive(page, "neuron-one")
    play = page.locator(".replay")
    expect(play).to_be_visible()
    assert is_silent(page)
    assert page.evaluate("stage.video.paused")
    assert not page.evaluate(f"{SOUND.format('neuron-one')}.muted")
    play.click()
    expect(play).to_be_hidden()
    hear(page, "neuron-one")


def test_pause_and_black_screen_pause_the_sound(open_page: Open, spoken: Path) -> None:
    page = open_page(spoken, FIRST)
    arrive(page, "neuron-one")
    page.keyboard.press("a")
    hear(page, "neuron-one")
    time = f"{SOUND.format('neuron-one')}.currentTime"
    for key in ("p", "b"):
        page.keyboard.press(key)
        page.wait_for_function(f"() => {SILENT}")
        stood = page.evaluate(time)
        page.wait_for_timeout(200)
        assert page.evaluate(time) == stood
        page.keyboard.press(key)
        hear(page, "neuron-one", stood + 0.05)
    page.wait_for_function(f"() => {SOUND.format('neuron-one')}.ended")
    page.keyboard.press("p")  # what is over begins again
    page.wait_for_function(f"() => {time} < 1")
    assert not page.evaluate("stage.video.ended")


def test_step_back_rests_in_silence(open_page: Open, spoken: Path) -> None:
    page = open_page(spoken, "#/neuron-two")
    arrive(page, "neuron-two")
    page.keyboard.press("a")
    hear(page, "neuron-two")
    page.keyboard.press("PageUp")
    arrive(page, "neuron-one")
    page.wait_for_timeout(300)
    assert is_silent(page)
    page.keyboard.press("a")
    page.keyboard.press("a")  # on again: the slide from its beginning
    hear(page, "neuron-one")


def test_captions_follow_the_words(open_page: Open, spoken: Path) -> None:
    page = open_page(spoken, "#/neuron-two")
    arrive(page, "neuron-two")
    captions = page.locator(".captions")
    page.keyboard.press("c")
    expect(captions).to_have_text(SAYINGS[1].strip())
    page.evaluate(WATCH_CAPTIONS)
    cues = page.evaluate(f"JSON.parse({SOUND.format('neuron-two')}.dataset.cues)")
    page.keyboard.press("a")
    hear(page, "neuron-two", SECONDS - 0.4)
    first, *said = page.evaluate("said")  # the first before a word was heard
    assert first == [cues[0][2], 0]
    assert [words for words, _ in said] == [words for *_, words in cues]
    assert [time for _, time in said] == pytest.approx([c[0] for c in cues], abs=0.4)
    page.keyboard.press("a")
    expect(captions).to_have_text(SAYINGS[1].strip())


def test_speaker_view_is_silent_and_switches_the_voice(
    open_page: Open, spoken: Path
) -> None:
    page = open_page(spoken, FIRST)
    view = open_view(page)
    view.keyboard.press("a")
    hear(page, "neuron-one")
    assert view.locator("audio").count() == 0
    assert view.evaluate("document.querySelector('#video').muted")
    view.keyboard.press("a")
    page.wait_for_function(f"() => {SILENT}")
    button = page.get_by_role("button", name="Voice")
    expect(button).to_have_attribute("aria-pressed", "false")


def test_deck_with_a_voice_has_no_barrier(
    open_page: Open, spoken: Path, axe: str
) -> None:
    page = open_page(spoken, FIRST)
    arrive(page, "neuron-one")
    page.keyboard.press("a")
    assert barriers(page, axe) == []
    page.keyboard.press("?")
    listed = page.get_by_role("dialog", name="Keys")
    expect(listed).to_contain_text("slides go on by themselves")
    expect(listed).to_contain_text(CREDIT)
    assert barriers(page, axe) == []


def test_motion_waits_for_its_word(
    open_page: Open, context: Context, tmp_path: Path
) -> None:
    rendering = context.renderings["neuron"]
    first, second = rendering.recording.beats
    marked = dataclasses.replace(first, rests=(Rest("late", 10, 1),))
    recording = dataclasses.replace(rendering.recording, beats=(marked, second))
    renderings = {"neuron": dataclasses.replace(rendering, recording=recording)}
    marked_context = dataclasses.replace(context, renderings=renderings)
    deck = make_deck(speaking(marked_context, SECONDS, tmp_path / "speech"))[0]
    word = SECONDS * 10 / len(SAYINGS[0].split())
    page = open_page(deck, FIRST)
    arrive(page, "neuron-one")
    page.keyboard.press("a")
    hear(page, "neuron-one", 0.8)
    now = f"[{SOUND.format('neuron-one')}.currentTime, stage.video.currentTime]"
    said, seen = page.evaluate(now)
    if said < word:  # else this machine was too slow to look
        assert seen == pytest.approx(0.5, abs=0.2)  # behind five pictures
    page.wait_for_function("() => stage.video.ended")
    said, _ = page.evaluate(now)
    assert said > word + 0.3  # seven pictures later
