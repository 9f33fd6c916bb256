"""What a voice said as a file that browsers and presentations play: AAC in MP4."""

from pathlib import Path

import av

from scenes.caching.files import whole
from slides.footage.sound_track import Saying, SoundTrack, add_sound, packets_of, said


def write_sound(spoken: str, target: Path) -> None:
    """Write what was said, as loud as all that is heard of a lecture.

    Parameters
    ----------
    spoken
        The file in which it is kept.
    target
        File to write, whole or not at all.
    """
    n = len(said(spoken))
    track = SoundTrack((Saying(spoken, 0, n),), n)
    options = {"movflags": "+faststart"}
    with whole(target) as partial, av.open(str(partial), "w", "mp4", options) as out:
        for packet in packets_of(track, add_sound(out)):
            out.mux(packet)
