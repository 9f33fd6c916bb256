"""What is said at a beat, as it is kept: for whoever plays it or shows its words."""

from dataclasses import dataclass

from slides.speech.heard import Heard


@dataclass(frozen=True)
class Utterance:
    """What is said at a beat."""

    file: str  # in which its sound is kept, see slides.speech.kept.read
    duration: float  # s
    # When each word of the narration is said, as it is read: "0.281,". Of a word that
    # is read and not said, start and end are the same.
    words: tuple[Heard, ...]
