"""What the voice says is heard as it was written, without any network."""

import socket
from typing import NoReturn

import numpy as np
import pytest

from slides.speech.engines.registry import make_engine
from slides.speech.spoken import spoken
from slides.speech.voice import Voice
from tests.oracles.hearing import alike, compared, distance, hear
from tests.oracles.loudness import RATE, lufs, true_peak
from tests.slides.speech.conftest import narrations


@pytest.fixture
def unconnected(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing reach a network, nor look for a name in one."""

    def refuse(*args: object, **named: object) -> NoReturn:
        raise AssertionError("asks for the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse, raising=False)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.slow
@pytest.mark.parametrize("beat", ["sum", "guess"])
def test_a_recogniser_hears_what_is_written(beat: str, unconnected: None) -> None:
    written = narrations("neuron")[beat]
    said = spoken(written).text
    sound = make_engine(Voice("kokoro")).say(said)
    heard = hear(sound.samples, sound.rate)
    found = compared(written, said, heard)
    assert found.numbers
    assert not found.missed, heard
    assert found.n_wrong <= 0.1 * found.n_words, heard


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("z = −6.6, below", "Z equals minus 6.6. Below"),
        ("length +39.1 millimetres", "length plus thirty-nine point one millimeters"),
        ("84% of 28,056 birds", "84 percent of 28056 birds"),
        ("primate D N A, a K mer", "Primate DNA, a k-mer"),
        ("X one and x two", "X1, X2"),
        ("centred on G, T, A, A, G, T", "Centered on GTAAGT."),
        ("it recognises", "It recognizes"),
    ],
)
def test_what_was_heard_is_made_like_what_was_written(written: str, heard: str) -> None:
    assert alike(written) == alike(heard)


def test_what_is_misheard_is_counted() -> None:
    found = compared("z is −6.6 of 5", "Z is minus six point six of five", "Z is 6.6.")
    assert found == (8, 3, ("−6.6", "5"), ("−6.6", "5"))
    assert distance(["a", "loss", "falls"], ["the", "loss", "is"]) == 2


def test_loudness_is_that_of_the_standard() -> None:
    """A sine of 997 Hz at full scale is −3.01 LUFS by definition."""
    sine = np.sin(2 * np.pi * 997 * np.arange(3 * RATE) / RATE)
    assert lufs(sine) == pytest.approx(-3.01, abs=0.02)
    faint = np.concatenate([sine / 10, sine / 1000])  # the second is not counted
    assert lufs(faint) == pytest.approx(-23.01, abs=0.3)
    between = np.sin(np.pi / 2 * np.arange(RATE) + np.pi / 4)  # peaks lie between
    assert true_peak(between) == pytest.approx(0, abs=0.2)
    assert 20 * np.log10(np.abs(between).max()) == pytest.approx(-3.01, abs=0.01)
