"""How long a spoken beat is: as long as its motion or its words, and little more."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.record import Receipt
from slides.engine.recorded import Rendering
from slides.footage.lengths import lengths
from slides.footage.timeline import beat_marks, seconds, spans, true_time
from slides.speech.sound import Heard
from slides.speech.utterance import Utterance
from tests.slides.conftest import FPS


def told(words: float, silence: float = 0.0) -> Utterance:
    """Return what is said for so many seconds, and is followed by silence."""
    heard = (Heard("It", 0.1, words / 2), Heard("is.", words / 2, words))
    return Utterance("", words + silence, heard)


def test_in_silence_all_is_as_it_was(rendering: Rendering) -> None:
    assert lengths(rendering) == rendering.frames
    assert seconds(rendering) == sum(rendering.frames) / FPS


@given(words=st.floats(0.2, 60), silence=st.floats(0, 9))
def test_motions_keep_their_pace_and_nothing_stands_long_behind_the_last_word(
    rendering: Rendering, words: float, silence: float
) -> None:
    found = lengths(rendering, {"two": told(words, silence)})
    assert found[:5] == rendering.frames[:5]  # the beat before, and the motion
    motion, whole = sum(found[3:5]) / FPS, sum(found[3:]) / FPS
    assert whole >= 0.25 + words
    assert whole - max(motion, 0.25 + words) <= 2
    assert found[5] >= 1


def test_all_times_are_those_of_the_spoken_film(rendering: Rendering) -> None:
    speech = {"one": told(3.0), "two": told(1.0)}  # motions of 1.2 s and 0.5 s
    one, two = spans(rendering, speech)
    assert (one.start, one.settled, one.end) == (0, 1.2, 5.2)  # 0.25 + 3 + 1.9, and up
    # Behind a question there is time to think, behind an answer less: 0.25 + 1 + 0.6.
    assert (two.start, two.settled, two.end) == pytest.approx((5.2, 5.7, 7.1))
    assert seconds(rendering, speech) == two.end
    assert [m.end for m in beat_marks(rendering, speech)] == [52, 71]


@pytest.mark.parametrize(
    ("silent", "spoken"),
    [
        (2.3, 5.2),  # the start of the beat
        (2.6, 5.5),  # within its motion, as long behind it
        (2.9, 5.8),  # in what stands behind it
        (4.7, 7.1),  # at an end that is cut off
    ],
)
def test_a_number_is_found_where_the_spoken_film_shows_it(
    rendering: Rendering, silent: float, spoken: float
) -> None:
    receipt = Receipt("neuron", "two", silent, "x", 1.0, (), "1")
    speech = {"one": told(3.0), "two": told(1.0)}
    assert true_time(rendering, receipt) == pytest.approx(silent)
    found = true_time(rendering, receipt, speech)
    assert found == pytest.approx(spoken)
    assert replace(receipt, time=found).time <= seconds(rendering, speech)
