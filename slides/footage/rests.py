"""How long the motion of a beat rests before words that a voice says."""

from scenes.record import Beat
from slides.engine.recorded import Rendering
from slides.speech.utterance import Utterance


def rests(
    rendering: Rendering, beat: Beat, said: Utterance, lead: float
) -> dict[int, int]:
    """Return for how many pictures each rest of a beat stands, by its segment.

    What moves after it starts with the picture that is shown when its word begins; a
    rest whose word is over by then stands for the pictures that it has.

    Parameters
    ----------
    rendering
        With the numbers of pictures of all segments.
    beat
        The beat.
    said
        What is said at it, with a time for each word of its narration.
    lead
        How long after the beat's start the voice starts; s.
    """
    words = {rest.segment: rest.word for rest in beat.rests}
    found, n_shown = {}, 0
    for segment in range(beat.first, beat.settled):
        n = rendering.frames[segment]
        if segment in words:
            start = lead + said.words[words[segment]].start
            n = found[segment] = max(n, round(start * rendering.fps) - n_shown)
        n_shown += n
    return found
