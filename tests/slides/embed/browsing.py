"""Pages served as strict sites serve them, and opened in a browser that listens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from slides.serving.server import Handler
from tests.slides.serving.conftest import served

POLICY = "default-src 'none'; " + "; ".join(
    f"{kind}-src 'self'" for kind in ("script", "style", "img", "media")
)
# Adds up what the reader did not bring about, as the measure is defined.
WATCH = """window.shifts = 0; new PerformanceObserver((list) => {
  for (const shift of list.getEntries())
    if (!shift.hadRecentInput) window.shifts += shift.value;
}).observe({ type: "layout-shift", buffered: true });"""
Visit = Callable[..., Page]


class Strict(Handler):
    """Serves files with a strict policy."""

    def end_headers(self) -> None:
        """Add the policy."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder; give its address."""
    with served(folder, Strict) as server:
        yield server.address


@contextmanager
def visits(chromium: Browser, address: str) -> Iterator[Visit]:
    """Give a function that opens a page; none may complain of anything."""
    complaints: list[str] = []
    contexts = []

    def hear(page: Page) -> None:
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda r: r.url.startswith(address[:20]) or complaints.append(r.url),
        )

    def visit(place: str = "", script: bool = True, **settings: Any) -> Page:
        context = chromium.new_context(java_script_enabled=script, **settings)
        contexts.append(context)
        page = context.new_page()
        hear(page)
        page.add_init_script(WATCH)
        page.goto(address + place)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert not complaints


def is_playing(page: Page, clip: str) -> bool:
    """Tell whether a clip plays."""
    found: bool = page.evaluate(
        "(c) => !document.querySelector(c + ' video').paused", clip
    )
    return found


def wait_until_it_plays(page: Page, clip: str) -> None:
    """Wait until a clip has begun."""
    page.wait_for_function(
        "(c) => document.querySelector(c + ' video').currentTime > .1", arg=clip
    )
