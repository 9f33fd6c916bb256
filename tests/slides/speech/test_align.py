"""Words are found in sound: against words that stand where they were put."""

import sys
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from slides.speech.align import _PHONES, aligned, aligner, phones
from slides.speech.engines.nanotts import RATE, NanoTts
from slides.speech.lexicon import SOUNDS
from slides.speech.sound import Heard, Sound
from slides.speech.voice import Voice
from slides.speech.word_times import shared

TEXTS = (
    "The loss falls, and the network learns to tell birds apart.",
    "Its weights change by a small step, again and again, until nothing is gained.",
    "Most of the penguins were named right by a single neuron.",
)
FAINT = 0.03  # of the loudest: what is fainter is silence


def put(text: str, seed: int) -> tuple[Sound, NDArray[np.float64]]:
    """Return words said one by one with gaps; and where each begins and ends; s."""
    speaker, rng = NanoTts(Voice("nanotts")), np.random.default_rng(seed)
    parts, places, n = [], [], 0
    for word in text.split():
        gap = np.zeros(int(rng.uniform(0.03, 0.25) * RATE), np.float32)
        said = speaker.say(word).samples
        (loud,) = np.nonzero(np.abs(said) > FAINT * np.abs(said).max())
        said = said[loud[0] : loud[-1] + 1]
        start = n + len(gap)
        n = start + len(said)
        parts += [gap, said]
        places.append((start / RATE, n / RATE))
    return Sound(np.concatenate(parts), RATE), np.array(places)


def errors(found: tuple[Heard, ...], places: NDArray[np.float64]) -> Iterator[float]:
    """Yield by how much each word is found too early or too late; s."""
    for word, (start, end) in zip(found, places, strict=True):
        yield from (abs(word.start - start), abs(word.end - end))


@pytest.mark.skipif(sys.platform == "darwin", reason="nanotts has no wheel for macOS")
def test_words_are_found_where_they_were_put() -> None:
    off: list[float] = []
    by_length: list[float] = []
    for seed, text in enumerate(TEXTS):
        sound, places = put(text, seed)
        found = aligned(sound, text, {})
        assert [word.word for word in found] == [w.strip(".,") for w in text.split()]
        off += errors(found, places)
        even = shared(text.split(), places[0, 0], places[-1, 1])
        by_length += errors(tuple(even), places)
    assert np.median(off) < 0.05
    assert np.percentile(off, 95) < 0.12
    assert np.median(by_length) > 0.05  # so it is no small feat
    # Half of the samples are enough, and the same words are found at the same times.
    half = Sound(sound.samples[::2].copy(), RATE // 2)
    assert np.median([*errors(aligned(half, text, {}), places)]) < 0.05
    assert aligned(sound, text, {}) == found


def test_words_that_have_no_room_are_not_found() -> None:
    hum = np.sin(np.arange(RATE // 2) / 10).astype(np.float32)
    assert aligned(Sound(hum, RATE), TEXTS[1] * 3, {}) == ()
    assert aligned(Sound(hum[:0], RATE), TEXTS[1], {}) == ()
    assert aligned(Sound(hum, RATE), "", {}) == ()


def test_words_sound_as_the_dictionary_the_table_or_their_letters_say() -> None:
    assert phones("learner", "lˈɜɹnəɹ") == ["L", "ER", "N", "ER"]
    assert phones("ReLU", "ɹˈɛlu") == ["R", "EH", "L", "UW"]
    assert phones("Qeß", "") == ["K", "EH", "AH"]
    assert set(SOUNDS) - set(_PHONES) == set("ˈˌː")  # marks of stress and length


def test_other_readings_are_looked_for_anew() -> None:
    assert aligner({}) == aligner({})
    assert aligner({}) != aligner({"Gentoo": "/ʤˈɛntu/"})
