"""A deck that another page frames, opens or writes to shows its slides and no more."""

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.slides.outputs.conftest import Open
from tests.slides.outputs.deck.conftest import CURRENT, FIRST, arrive, open_view

pytestmark = pytest.mark.slow

RUNS = '"></iframe><img src="/leak" onerror="top.hacked = 1; alert(1)">'
CALLS: dict[str, list[object]] = {
    "previewIframe": [RUNS],
    "previewImage": ["/leak"],
    "previewVideo": ["/leak"],
    "showHelp": [],
    "setState": [{"indexh": 1, "indexv": 1, "previewIframe": RUNS}],
    "addKeyBinding": [{"keyCode": 78, "key": "N"}, "next"],
    "triggerKey": [39],
    "configure": [{"postMessageEvents": True, "parallaxBackgroundImage": "/leak"}],
    "slide": [1, 1],
    "next": [],
    "right": [],
    "togglePause": [True],
    "toggleOverview": [True],
    "initialize": [{"dependencies": [{"src": "/leak"}]}],
    "loadPlugin": [{"src": "/leak"}],
    "getState": [],
    "destroy": [],
}
OURS = (
    {"speaker": True, "key": "End"},
    {"speaker": "undefined", "key": "End"},
    {"speaker": None, "hello": "x", "key": "End"},
    {"lecture": True, "slides": []},
)
QUERIES = (
    "postMessage=true&postMessageEvents=true",
    "parallaxBackgroundImage=http%3A%2F%2F127.0.0.1%2Fleak",
    "dependencies=x&plugins=x",
    "view=scroll&scrollActivationWidth=9999",
    "embedded=true&disableLayout=true&display=none",
    "width=1&height=1&margin=.9&minScale=9",
    "keyboard=true&help=true&jumpToSlide=true&navigationMode=grid&touch=false",
    "autoSlide=1&loop=true&shuffle=true&rtl=true&hash=false&history=true",
    "showNotes=true&slideNumber=true&controls=true&progress=false&receiver",
    "__proto__=x&constructor=x",
)
PLACES = (
    *("99", "0/99", "99/0/99/9", "-1/-1", "NaN", "1e99", "/", "9" * 400, "x" * 20_000),
    *("neuron-slides", "menu-title", "__proto__", "%E0%A4%A", "%3Cimg src=x%3E"),
)


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder; remembers what it was asked for."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        super().do_GET()

    def log_message(self, *_: Any) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def attacker(deck: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the deck, and from another place a page that means ill; give both."""
    folder = tmp_path_factory.mktemp("attacker")
    servers = []
    for served in (deck.parent, folder):
        handler = type("Own", (Handler,), {"asked": []})
        server = ThreadingHTTPServer(
            ("127.0.0.1", 0), partial(handler, directory=str(served))
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
    decks, own = (f"http://127.0.0.1:{server.server_port}" for server in servers)
    page = f"""<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
        <script>heard = []; onmessage = (e) => heard.push(e.data);</script>
        <iframe name="deck" src="{decks}/lecture.html{FIRST}"></iframe>"""
    (folder / "index.html").write_text(page, encoding="utf-8")
    yield f"{own}/index.html"
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def ill_page(chromium: Browser, attacker: str) -> Iterator[Page]:
    """Give the attacker's page; nothing of it may come to pass."""
    context = chromium.new_context()
    heard: list[str] = []

    def watch(page: Page) -> None:
        page.on("console", lambda line: heard.append(line.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: heard.append(dialog.message))
        page.on("request", lambda r: "leak" in r.url and heard.append(r.url))

    context.on("page", watch)
    page = context.new_page()
    page.goto(attacker)
    yield page
    assert page.evaluate("[heard, window.hacked]") == [[], None]
    assert heard == []
    context.close()


def arrived(frame: Frame | Page, slide: str = "neuron-one") -> None:
    """Wait until a slide is on stage."""
    frame.wait_for_load_state()  # a window that a page opened is not awaited
    frame.wait_for_function(
        f"() => {CURRENT} === '{slide}' && stage.video?.classList.contains('top')"
    )


def send_all(page: Page, target: str) -> None:
    """Send a window each message that reveal.js or our own deck could take."""
    calls = [{"method": method, "args": args} for method, args in CALLS.items()]
    texts = [json.dumps({**call, "namespace": "reveal"}) for call in calls]
    messages = [*texts, *calls, *OURS, None, 7, "{", "null"]
    page.evaluate(
        f"(all) => all.forEach((m) => {target}.postMessage(m, '*'))", messages
    )
    page.wait_for_timeout(300)


def test_page_that_frames_the_deck_cannot_lead_it(ill_page: Page) -> None:
    frame = ill_page.frame("deck")
    assert frame
    arrived(frame)
    before = frame.locator("body *").count()
    send_all(ill_page, "frames.deck")
    assert frame.evaluate(f"[{CURRENT}, Reveal.isPaused(), Reveal.isOverview()]") == [
        "neuron-one", False, False,
    ]  # fmt: skip
    assert frame.locator("body *").count() == before
    assert not frame.locator(".r-overlay, iframe").count()


def test_page_that_opens_the_deck_cannot_lead_it(ill_page: Page) -> None:
    with ill_page.expect_popup() as opened:
        ill_page.evaluate("deck = open(document.querySelector('iframe').src)")
    deck = opened.value
    arrived(deck)
    with deck.expect_popup() as view_opened:
        deck.keyboard.press("s")
    send_all(ill_page, "deck")
    ill_page.evaluate("open('', 'lecture-speaker').postMessage({ lecture: true }, '*')")
    assert deck.evaluate(CURRENT) == "neuron-one"
    assert "neuron" in view_opened.value.locator("#heading").inner_text()
    assert view_opened.value.evaluate("document.images.length") == 2


def test_page_that_was_here_before_is_no_speaker(ill_page: Page) -> None:
    """A window that the tab opened before the deck came calls the deck its opener."""
    with ill_page.expect_popup() as opened:
        ill_page.evaluate("open(location.href)")
    other = opened.value
    ill_page.goto(ill_page.frames[1].url)
    arrived(ill_page)
    send_all(other, "opener")
    assert ill_page.evaluate(CURRENT) == "neuron-one"
    assert other.evaluate("heard") == []
    ill_page.evaluate("heard = []")


def test_query_changes_nothing(open_page: Open, deck: Path) -> None:
    facts = "JSON.stringify([Reveal.getConfig(), Reveal.getTotalSlides()])"
    page = open_page(deck, FIRST)
    arrive(page, "neuron-one")
    plain = page.evaluate(facts)
    assert page.evaluate("Reveal.getConfig().postMessage") is False
    for query in QUERIES:
        page.goto(f"{deck.as_uri()}?{query}{FIRST}")
        arrive(page, "neuron-one")
        assert page.evaluate(facts) == plain
    page.keyboard.press("PageDown")
    arrive(page, "neuron-two")


def test_any_address_leads_to_a_slide(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST)
    for place in PLACES:
        for query in ("", f"?{len(place)}"):  # an address within the page, a new page
            page.goto(f"{deck.as_uri()}{query}#/{place}")
            page.wait_for_function("() => stage.current")
            page.keyboard.press("Home")
            page.keyboard.press("PageDown")
            arrive(page, "neuron-one")


def test_print_is_all_that_the_query_asks_for(open_page: Open, deck: Path) -> None:
    page = open_page(deck, "?print-pdf&postMessage=true")
    page.wait_for_function("() => document.querySelectorAll('.pdf-page').length === 5")
    assert page.evaluate("Reveal.getConfig().postMessage") is False


SPY = "addEventListener('message', (event) => (window.view = event.source))"


def test_view_believes_only_its_deck(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST)
    page.evaluate(SPY)
    view = open_view(page)
    page.wait_for_function("() => window.view")  # it greets every second
    said = {"slides": [], "title": "x", "index": 0}
    passes = view.evaluate("passes")
    assert len(set(passes.values())) == 2
    lie = "(m) => view.postMessage(m, '*', [new MessageChannel().port2])"
    for mark in (True, "undefined", None, passes["view"], ""):
        page.evaluate(lie, {"lecture": mark, **said})
    with page.expect_popup() as opened:  # knows the pass, but is another window
        page.evaluate("window.other = open('about:blank'); other.target = view")
    opened.value.evaluate(
        "(pass) => target.postMessage({ lecture: pass }, '*',"
        " [new MessageChannel().port2])",
        passes["deck"],
    )
    view.wait_for_timeout(200)
    page.keyboard.press("PageDown")
    view.wait_for_function("() => slides.length === 5 && index === 2")


LISTEN = "addEventListener('message', ({ data }) => (window.told ??= data.lecture))"


def test_deck_believes_only_its_view(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST)
    view = open_view(page)
    passes = view.evaluate("passes")
    with page.expect_popup() as opened:
        page.evaluate("window.open('about:blank')")
    other = opened.value
    say = "(mark) => (opener ?? window).postMessage({ speaker: mark, key: 'n' }, '*')"
    for _ in ("with its view", "loaded anew, without it"):
        for listening in (page, other):
            listening.evaluate(LISTEN)
        for mark in (True, "undefined", None, passes["deck"], ""):
            other.evaluate(say, mark)
        page.evaluate(say, passes["view"])
        page.wait_for_timeout(300)
        assert [one.evaluate("window.told") for one in (page, other)] == [None, None]
        assert page.evaluate(CURRENT) == "neuron-one"
        view.close()
        page.reload()
        arrive(page, "neuron-one")


def test_each_opening_has_passes_of_its_own(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST)
    first = open_view(page)
    passes = first.evaluate("passes")
    first.close()
    again = open_view(page).evaluate("passes")
    assert len({*passes.values(), *again.values()}) == 4


def test_passes_end_where_another_page_was(open_page: Open, deck: Path) -> None:
    page = open_page(deck, FIRST)
    view = open_view(page)
    page.goto("about:blank")
    page.goto(deck.as_uri() + "#/layers-one")
    arrive(page, "layers-one")
    page.wait_for_timeout(1200)
    assert view.locator("#heading").inner_text() == "The neuron: Start (1 of 2)"
    assert page.evaluate("sessionStorage.length") == 0
