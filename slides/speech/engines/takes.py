"""takes: what the lecturer recorded; at each beat its own file, see `slides.takes`."""

from pathlib import Path
from typing import Any, ClassVar

import av

from scenes.caching.facts import digest_of_file
from slides.base import audio
from slides.base.errors import LectureError
from slides.speech import recorded
from slides.speech.sound import Sound
from slides.speech.voice import Voice


class Takes:
    """Says what was recorded of one beat, whatever the words.

    Parameters
    ----------
    voice
        Whether noise is taken off.
    file
        What was recorded; None before a beat is chosen.
    place
        The file as the user knows it.
    part
        From when to when this beat is said in it (s); None where it is all of it.
    """

    voices: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self,
        voice: Voice,
        file: Path | None = None,
        place: str = "",
        part: tuple[float, float] | None = None,
    ) -> None:
        self.voice, self.file, self.place, self.part = voice, file, place, part

    @property
    def credit(self) -> str:
        """Nobody but the lecturer, who is named."""
        return ""

    def unknown(self, words: str) -> list[str]:
        """Return no word: a lecturer says all."""
        return []

    def recipe(self, words: str) -> list[Any]:
        """Return the words, and of which file they are."""
        sources = map(Path, (__file__, recorded.__file__, audio.__file__))
        made_by = [av.__version__, *map(digest_of_file, sources)]
        take = digest_of_file(self._file), self.part
        return [words, *take, self.voice.denoise, *made_by]

    def say(self, words: str) -> Sound:
        """Read what was recorded, without the silence around it."""
        sound = recorded.decoded(self._file, self.place)
        if self.voice.denoise:
            sound = recorded.denoised(sound)
        if self.part:
            start, end = (round(time * sound.rate) for time in self.part)
            sound = Sound(sound.samples[start:end], sound.rate)
        return recorded.trimmed(sound)

    @property
    def _file(self) -> Path:
        """The file of the beat."""
        if self.file is None:
            raise LectureError("takes are of beats: these words belong to none")
        return self.file
