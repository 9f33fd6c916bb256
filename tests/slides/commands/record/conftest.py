"""A studio of two lines, and one browser with a microphone that plays a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from slides.commands.record.pictures import Picture
from slides.commands.record.studio import Line, Studio
from tests.slides.takes.conftest import voice_like, write_wav

WORDS = (
    ("The", True), ("bill", True), ("is", True), ("39.1", True), ("mm", True),
    ("long", True), ("(White", False), ("1986).", False),
)  # fmt: skip


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """Give a studio, one of whose two lines has a picture."""
    picture = Picture(lambda: b"a picture", "image/png", 9.4)
    lines = [
        Line("neuron", "sample", WORDS, picture),
        Line("neuron", "sum", (("It", True), ("is", True), ("below.", True))),
    ]
    return Studio(tmp_path / "narration", lines)


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file that the microphone plays over and over: 4 s, each unlike."""
    file = tmp_path_factory.mktemp("spoken") / "spoken.wav"
    write_wav(file, voice_like(4))
    return file


@pytest.fixture(scope="module")
def speaking(chromium: Browser, browser: str, spoken: Path) -> Iterator[Browser]:
    """Give a browser whose microphone plays the file."""
    running = chromium.browser_type.launch(
        executable_path=browser,
        args=[
            "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--use-fake-device-for-media-stream",
            f"--use-file-for-fake-audio-capture={spoken}",
        ],
    )  # fmt: skip
    yield running
    running.close()
