"""The oracle of times hears a hiss where it begins."""

import numpy as np
import pytest

from slides.speech.sound import Heard, Sound
from tests.oracles.hissing import hiss, hissing

RATE = 24_000


@pytest.mark.parametrize("begins", [0.4, 1.0, 1.3])
def test_a_hiss_is_heard_where_it_begins_behind_a_vowel(begins: float) -> None:
    times = np.arange(2 * RATE) / RATE
    vowel = sum(np.sin(2 * np.pi * 150 * n * times) / n for n in range(1, 20))
    noise = np.random.default_rng(1).normal(0, 0.2, len(times))
    is_hiss = (times >= begins) & (times < begins + 0.15)
    sound = Sound(np.where(is_hiss, noise, vowel).astype(np.float32) / 4, RATE)
    for near in (begins - 0.08, begins, begins + 0.08):
        assert hiss(sound, near) == pytest.approx(begins, abs=0.01)
    words = (Heard("The", 0, begins), Heard("sum", begins, 2), Heard("falls", 2, 2))
    ((word, time),) = hissing(Sound(sound.samples, RATE, words))
    assert (word, time) == (words[1], pytest.approx(begins, abs=0.01))
