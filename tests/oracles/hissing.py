"""When words are heard: at those that begin with s or sh behind a vowel.

Vowels have nothing above 4500 Hz, and such words begin there at once, so that no
recogniser is needed to see it.
"""

from collections.abc import Iterator

import numpy as np

from slides.speech.lexicon import Lexicon
from slides.speech.sound import Heard, Sound

_ABOVE = 4500  # Hz
_WITHIN = 0.005  # s over which power is summed
_VOWELS = frozenset("AIOQWYaiuæɐɑɒɔəɛɜɪʊʌᵻ")
_BEGUN = 1 / 30  # of the greatest power


def hiss(sound: Sound, near: float) -> float:
    """Return when an s near a time begins to hiss; s."""
    first, last = (max(0, round((near + t) * sound.rate)) for t in (-0.5, 0.5))
    samples = sound.samples[first:last]
    waves = np.fft.rfft(samples)
    waves[: round(_ABOVE * len(samples) / sound.rate)] = 0
    power = np.fft.irfft(waves, len(samples)) ** 2
    power = np.convolve(power, np.ones(round(_WITHIN * sound.rate)), "same")
    here = round(near * sound.rate) - first
    before = max(here - round(0.15 * sound.rate), 0)
    loudest = before + int(power[before : here + round(0.2 * sound.rate)].argmax())
    faint = np.flatnonzero(power[:loudest] < power[loudest] * _BEGUN)
    return (first + (int(faint[-1]) if len(faint) else 0)) / sound.rate


def hissing(sound: Sound) -> Iterator[tuple[Heard, float]]:
    """Yield words of a sound that begin with a hiss, and when that is heard; s."""
    text = " ".join(word.word for word in sound.words)
    known = [sounds.lstrip("ˈˌ") for _, sounds in Lexicon("us", {}).sounds(text)]
    for word, before, own in zip(sound.words[1:], known, known[1:], strict=False):
        if before[-1:] in _VOWELS and own[:1] in ("s", "ʃ"):
            yield word, hiss(sound, word.start)
