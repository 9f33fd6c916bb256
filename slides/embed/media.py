"""The media of a clip in one theme, encoded when they are wanted and then kept."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import av
import PIL

from nnsim.errors import unknown
from scenes.caching.files import write_bytes
from scenes.record import Beat
from slides.base.errors import LectureError
from slides.embed.clip_posters import ENDINGS, poster
from slides.embed.recipes import key, recipes
from slides.engine.fingerprint import file_digests
from slides.engine.kept_files import kept
from slides.engine.recorded import Rendering
from slides.engine.recordings import Recordings, recorded
from slides.engine.targets import Target
from slides.footage.encode import Footage, encode


@dataclass(frozen=True)
class Media:
    """The files of a beat of one recording, as a target asks for it."""

    recordings: Recordings
    target: Target
    beat: str

    def makers(self) -> dict[str, Callable[[Path], None]]:
        """Return for each ending what writes that file."""
        videos = {one.ending: one for one in recipes()}
        return {
            **{ending: self._encoder(ending) for ending in videos},
            **{ending: self._painter(ending) for ending in ENDINGS},
        }

    def key(self, ending: str) -> str:
        """Return a text that changes when the file would."""
        # A poster is made by one function, a video by two.
        made_by = [poster] if ending in ENDINGS else [encode, recipes]
        sources = file_digests(*(function.__module__ for function in made_by))
        versions = (av.__version__, PIL.__version__)
        return key(self.target.key, self.beat, ending, sources, versions, recipes())

    def read(self, ending: str) -> bytes:
        """Return what a file holds; make it, unless it was made before."""
        make = self.makers()[ending]
        within = self.recordings.folder
        return kept(self._folder, within, self.key(ending), ending, make)

    def rendering(self) -> Rendering:
        """Return the recording, which has been made."""
        target = self.target
        return recorded(self.recordings, target.chapter, target.variant, target.key)

    @property
    def _folder(self) -> Path:
        """Folder of these files in the cache."""
        target = self.target
        return (
            self.recordings.folder
            / "web"
            / target.chapter
            / target.variant.name
            / self.beat
        )

    def _encoder(self, ending: str) -> Callable[[Path], None]:
        """Return what encodes the clip."""
        recipe = next(one for one in recipes() if one.ending == ending)
        return lambda file: encode(self._footage(), recipe, file)

    def _painter(self, ending: str) -> Callable[[Path], None]:
        """Return what makes the poster: the end of the motion."""
        return lambda file: write_bytes(
            file, poster(self.rendering().held(self._recorded_beat()), ending)
        )

    def _footage(self) -> Footage:
        """Return the motion of the beat, and for how long its end is held."""
        rendering, beat = self.rendering(), self._recorded_beat()
        return Footage(
            rendering.recording.segments[beat.first : beat.settled],
            sum(rendering.frames[beat.settled : beat.last]),
            rendering.fps,
        )

    def _recorded_beat(self) -> Beat:
        """Return the beat as it was recorded."""
        beats = {beat.name: beat for beat in self.rendering().recording.beats}
        if self.beat not in beats:
            why = unknown("beat", self.beat, [*beats])
            raise LectureError(f"{self.target.chapter}: {why}")
        return beats[self.beat]
