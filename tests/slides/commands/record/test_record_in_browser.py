"""``lecture record`` in a real browser, with a microphone that plays a file."""

import json
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from slides.speech.sound import Sound, from_wav
from tests.slides.conftest import Project
from tests.slides.outputs.conftest import barriers

pytestmark = pytest.mark.slow
TEXT = "The seed is 1. A < B, says the text."


class Recording:
    """The command, run for the chapter alpha of the miniature project."""

    def __init__(self, folder: Path) -> None:
        self.project = Project(folder)
        self.narration = folder / "narration"
        self.process = self.project.start("record", "--config", "lecture.toml", "alpha")
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/[\w-]{20,}/", line)
        assert found, line
        self.address = found[0]

    def take(self, beat: str) -> Sound:
        return from_wav((self.narration / "alpha" / f"{beat}.wav").read_bytes())


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recording]:
    one = Recording(tmp_path_factory.mktemp("recording") / "project")
    yield one
    one.process.send_signal(signal.SIGINT)
    printed, errors = one.process.communicate(timeout=60)
    assert re.fullmatch(r"stopped; \d+ takes recorded\n", printed), printed + errors
    assert one.process.returncode == 0
    assert not [*one.narration.rglob(".partial*")]


@pytest.fixture
def page(speaking: Browser, recording: Recording) -> Iterator[Page]:
    """Give the page, which may complain of nothing."""
    heard: list[str] = []
    context = speaking.new_context(permissions=["microphone"])
    page = context.new_page()
    page.on("console", lambda line: heard.append(line.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(recording.address)
    yield page
    context.close()
    assert heard == []


def likeness(take: Sound, spoken: Path) -> float:
    """Return how well a take correlates with some part of what was spoken over."""
    source = from_wav(spoken.read_bytes()).samples
    part = take.samples[take.rate // 5 :][: take.rate]
    whole = np.concatenate([source, source])
    n = len(whole) + len(part)
    spectra = np.fft.rfft(whole, n) * np.conj(np.fft.rfft(part, n))
    lag = int(np.argmax(np.fft.irfft(spectra, n)[: len(whole) - len(part)]))
    return float(np.corrcoef(whole[lag : lag + len(part)], part)[0, 1])


def test_space_begins_and_ends_a_take_which_is_what_was_heard(
    page: Page, recording: Recording, spoken: Path
) -> None:
    status = page.locator("#status")
    expect(status).to_have_text("ready: press space and speak")
    page.locator("summary").click()
    page.locator("#beats button", has_text="alpha/first").click()
    expect(page.locator("#words")).to_have_text(re.compile(re.escape(TEXT)))
    expect(page.locator("#remedy")).to_have_text("lecture build alpha")
    page.keyboard.press(" ")
    expect(page.locator("#record")).to_contain_text("Stop")
    page.wait_for_function(
        "() => document.getElementById('time').textContent > '0:01.6'"
    )
    assert float(page.locator("#level").evaluate("meter => meter.value")) > -40
    page.keyboard.press(" ")
    expect(status).to_have_text(re.compile(r"^kept first: \d\.\d s$"))
    take = recording.take("first")
    assert take.rate == 48_000
    assert 1.5 < take.duration < 10
    assert likeness(take, spoken) > 0.8
    notes = json.loads((recording.narration / "alpha/takes.json").read_text("utf-8"))
    assert notes["first"]["text"] == TEXT
    shown = page.locator("#beats [aria-current]")
    expect(shown).to_contain_text(f"✓ alpha/first: {take.duration:.1f} s")
    page.keyboard.press("p")
    page.wait_for_function("() => document.getElementById('take').currentTime > 0.1")


def test_a_clicker_ends_a_take_and_goes_on_or_starts_it_again(
    page: Page, recording: Recording
) -> None:
    status, name = page.locator("#status"), page.locator("#name")
    expect(status).to_have_text("ready: press space and speak")
    page.locator("summary").click()
    page.locator("#beats button", has_text="alpha/why:").click()
    page.keyboard.press("PageUp")
    expect(name).to_have_text("alpha/why_question")
    page.locator("#record").click()
    page.wait_for_function(
        "() => document.getElementById('time').textContent > '0:01.0'"
    )
    page.keyboard.press("PageUp")  # a slip of the tongue
    page.wait_for_function(
        "() => document.getElementById('time').textContent < '0:00.9'"
    )
    page.wait_for_function(
        "() => document.getElementById('time').textContent > '0:00.9'"
    )
    page.keyboard.press("PageDown")
    expect(status).to_have_text(re.compile(r"^kept why_question: "))
    expect(name).to_have_text("alpha/why")
    assert recording.take("why_question").duration > 0.5
    page.keyboard.press(" ")
    expect(page.locator("#record")).to_contain_text("Stop")
    page.keyboard.press("Escape")
    expect(status).to_have_text("thrown away")
    assert not (recording.narration / "alpha/why.wav").exists()


def test_a_microphone_that_is_refused_is_told(
    chromium: Browser, recording: Recording
) -> None:
    page = chromium.new_page()
    page.goto(recording.address)
    told = page.locator("#status.wrong")
    expect(told).to_contain_text("microphone")
    expect(told).to_contain_text("then press Record")
    page.locator("#record").click()
    expect(page.locator("#record")).to_contain_text("Record")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (800, 600)])
def test_no_barriers_are_found_and_the_buttons_are_in_sight(
    speaking: Browser,
    recording: Recording,
    axe: str,
    size: tuple[int, int],
    scheme: str,
) -> None:
    width, height = size
    page = speaking.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page.goto(recording.address)
    expect(page.locator("#words")).not_to_be_empty()
    for name in ("back", "record", "again", "play", "next"):
        expect(page.locator(f"#{name}")).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert barriers(page, axe) == []
    page.close()


def test_the_command_refuses_what_it_cannot_understand(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    wrong = project.folder / "narration/alpha/frist.wav"
    wrong.parent.mkdir(parents=True)
    wrong.write_bytes(b"x")
    printed = project.run("record", "alpha", code=2)
    assert "frist.wav: unknown beat 'frist'; did you mean 'first'?" in printed
    assert "unknown chapter 'alhpa'" in project.run("record", "alhpa", code=2)
