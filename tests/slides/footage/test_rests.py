"""How long a motion rests before words."""

from pathlib import Path

import pytest

from scenes.record import Beat, Recording, Rest
from slides.engine.recorded import Rendering
from slides.footage.rests import rests
from slides.speech.sound import Heard
from slides.speech.utterance import Utterance

SAY = "First the sum, then the loss."


def rendering(*marks: Rest) -> Rendering:
    """Return a beat that moves for 10, 5 and 20 pictures, with a rest after each."""
    times = 2.0, 3.7, 1.0
    beat = Beat("b", "B", SAY, False, False, *times, 1, 7, 8, marks)
    frames = 40, 10, 1, 5, 1, 20, 1, 10
    segments = tuple(f"{n}.mp4" for n in range(len(frames)))
    recording = Recording("s", "S", "dark", 8.8, (beat,), (), (), segments)
    return Rendering("key", recording, frames, 10, Path())


def resting(lead: float, *marks: Rest) -> dict[int, int]:
    """Return how long a beat rests whose words take a second each."""
    found = rendering(*marks)
    words = tuple(Heard(w, n, n + 0.9) for n, w in enumerate(SAY.split()))
    return rests(found, found.recording.beats[0], Utterance("f", 6.0, words), lead)


@pytest.mark.parametrize(
    ("lead", "marks", "expected"),
    [
        (0.0, (), {}),
        (0.0, (Rest("sum", 2, 2),), {2: 10}),  # from 1 s to 2 s
        (0.3, (Rest("sum", 2, 2),), {2: 13}),
        (0.0, (Rest("first", 0, 2),), {2: 1}),  # it is said already
        # The second rest counts from where the first has let the motion go on.
        (0.0, (Rest("sum", 2, 2), Rest("loss", 5, 4)), {2: 10, 4: 25}),
        (0.0, (Rest("first", 0, 2), Rest("the", 1, 4)), {2: 1, 4: 1}),
        (0.0, (Rest("loss", 5, 2), Rest("then", 3, 4)), {2: 40, 4: 1}),
    ],
)
def test_a_motion_rests_until_the_word_is_said(
    lead: float, marks: tuple[Rest, ...], expected: dict[int, int]
) -> None:
    assert resting(lead, *marks) == expected
