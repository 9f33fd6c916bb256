"""The deck on other keyboards, and in browsers that lack or refuse something."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.slides.conftest import SAYINGS
from tests.slides.outputs.conftest import Open
from tests.slides.outputs.deck.conftest import FIRST, arrive, open_view

pytestmark = pytest.mark.slow

# What a key sends: its letter on a keyboard, its place on an English one; m b c o ?.
LAYOUTS = {
    "Russian": "ь KeyM | и KeyB | с KeyC | щ KeyO | , Slash",
    "Greek": "μ KeyM | β KeyB | ψ KeyC | ο KeyO | ? Slash",
    "Hebrew": "צ KeyM | נ KeyB | ב KeyC | ם KeyO | ? KeyQ",
    "Dvorak": "m KeyM | b KeyN | c KeyI | o KeyS | ? BracketLeft",
    "Caps Lock": "M KeyM | B KeyB | C KeyC | O KeyO | ? Slash",
    "Any": "Dead KeyM | Dead KeyB | Process KeyC | Process KeyO | Process Slash",
}
NOTHING = """for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { get() { throw new Error("denied"); } });
}
delete Element.prototype.requestFullscreen;
delete Element.prototype.checkVisibility;
delete HTMLVideoElement.prototype.requestVideoFrameCallback;
delete Uint8Array.fromBase64;
delete window.BroadcastChannel;
window.open = () => null;"""


def press(page: Page, sent: str, *, shift: bool) -> None:
    """Press a key of another keyboard."""
    key, code = sent.split()
    driver = page.context.new_cdp_session(page)
    for kind in ("rawKeyDown", "keyUp"):
        driver.send(
            "Input.dispatchKeyEvent",
            {"type": kind, "key": key, "code": code, "modifiers": 8 * shift},
        )
    driver.detach()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_keys_work_on_every_keyboard(open_page: Open, deck: Path, layout: str) -> None:
    page = open_page(deck, FIRST)
    arrive(page, "neuron-one")
    shown = {
        "m": page.get_by_role("dialog", name="Chapters"),
        "b": page.locator(".pause-overlay"),
        "c": page.locator(".captions"),
        "o": page.locator(".reveal.overview"),
        "?": page.get_by_role("dialog", name="Keys"),
    }
    for name, sent in zip("mbco?", LAYOUTS[layout].split(" | "), strict=True):
        for visible in (True, False):
            press(page, sent, shift=name == "?")
            expect(shown[name]).to_be_visible(visible=visible)


def test_speaker_view_knows_keys_by_their_place(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST)
    view = open_view(page)
    press(view, "т KeyN", shift=False)
    arrive(page, "neuron-two")
    press(view, "и KeyB", shift=False)
    expect(page.locator(".pause-overlay")).to_be_visible()


def test_deck_says_what_the_browser_will_not_do(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST, without=NOTHING)
    arrive(page, "neuron-one")
    notice = page.get_by_role("status").filter(visible=True)
    for key, words in (("f", "full screen"), ("s", "speaker view")):
        page.keyboard.press(key)
        expect(notice).to_contain_text(words)
    page.keyboard.press("c")
    expect(page.locator(".captions")).to_have_text(SAYINGS[0])
    for key in ("m", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    arrive(page, "neuron-two")


def test_words_stand_below_the_picture_on_a_telephone(
    open_page: Open, deck: Path
) -> None:
    page = open_page(deck, FIRST, viewport={"width": 390, "height": 844})
    arrive(page, "neuron-one")
    page.keyboard.press("c")
    expect(page.locator(".captions")).to_have_text(SAYINGS[0])
    stage, words = (
        page.locator(name).bounding_box() for name in (".stage", ".captions")
    )
    assert stage is not None
    assert words is not None
    assert stage["width"] / stage["height"] == pytest.approx(64 / 48, rel=0.01)
    assert words["y"] == pytest.approx(stage["y"] + stage["height"], abs=1)
    assert words["y"] + words["height"] < 844


def test_words_have_the_face_of_the_pictures(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST)
    view = open_view(page)
    for one in (page, view):
        one.wait_for_function(
            "() => document.fonts.size === 2"
            " && [...document.fonts].some((face) => face.status === 'loaded')"
        )
        family = one.evaluate("getComputedStyle(document.body).fontFamily")
        assert family.startswith('"Source Sans Pro"')


def test_deck_in_a_frame_that_may_do_little_presents(
    open_page: Open, deck: Path, tmp_path: Path
) -> None:
    outer = tmp_path / "outer.html"
    frame = f'<iframe name="deck" src="{deck.as_uri()}{FIRST}" sandbox="{{}}"></iframe>'
    outer.write_text(frame.format("allow-scripts allow-popups"), encoding="utf-8")
    page = open_page(outer).frame("deck")
    assert page
    page.wait_for_function("() => stage.video?.classList.contains('top')")
    page.locator(".stage").click(force=True)  # the frame has the keyboard
    page.page.keyboard.press("s")
    expect(page.locator(".notice")).to_contain_text("speaker view")
    page.page.keyboard.press("PageDown")
    page.wait_for_function("() => stage.current.id === 'neuron-two'")


def test_full_screen_that_is_refused_is_said(open_page: Open, deck: Path) -> None:
    refuse = "Element.prototype.requestFullscreen = () => Promise.reject(new Error())"
    page = open_page(deck, FIRST, without=refuse)
    page.keyboard.press("f")
    expect(page.locator(".notice")).to_contain_text("full screen")
