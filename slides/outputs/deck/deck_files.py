"""The deck's videos, pictures and sounds: within the page or in files beside it."""

from pathlib import Path
from typing import Any

from scenes.caching.files import write_bytes
from scenes.record import Beat
from slides.base.data_uri import data_uri
from slides.footage.join import join
from slides.footage.spoken_cues import spoken_cues
from slides.outputs.context import DECKS, POSTER_WIDTH, Context
from slides.outputs.sounds import KIND, said, sound_file
from slides.speech.utterance import Utterance


def slide_id(chapter: str, beat: str) -> str:
    """Return the name of a slide, by which its address ends."""
    return f"{chapter}-{beat}"


class Media:
    """Makes the deck's videos, pictures and sounds.

    Parameters
    ----------
    context
        The recordings to present.
    form
        One of `slides.outputs.context.DECKS`.
    """

    def __init__(self, context: Context, form: str) -> None:
        self.context = context
        self.embedded = form == "file"
        self.page = context.out / DECKS[form]
        self.beside: list[Path] = []  # files made beside the page

    def configs(self, chapter: str) -> list[Any]:
        """Return manim-slides' records of a chapter's beats, with joined clips."""
        from manim_slides.config import SlideConfig

        configs = []
        for beat in self.context.renderings[chapter].recording.beats:
            clip = self._clip(chapter, beat)
            # Only the Qt presenter plays backwards, so no reversed file is made.
            configs.append(
                SlideConfig(file=clip, rev_file=clip, notes=beat.say, loop=beat.loop)
            )
        return configs

    def _clip(self, chapter: str, beat: Beat) -> Path:
        """Return a beat's video: beside the page, or until it is embedded."""
        if self.embedded:
            return self.context.joined(chapter, beat)
        clip = self.page.parent / "videos" / f"{slide_id(chapter, beat.name)}.mp4"
        join(self.context.motion(chapter, beat), clip)
        self.beside.append(clip)
        return clip

    def ending(self, chapter: str, beat: Beat) -> str:
        """Return the address of the picture with which a beat's video ends."""
        poster = self.context.poster(chapter, beat)
        name = f"pictures/{slide_id(chapter, beat.name)}.jpg"
        return self._address(name, poster, "image/jpeg")

    def opening(self, chapter: str) -> str:
        """Return the address of the picture with which a chapter's videos begin.

        Later beats begin with the picture at which the beat before them ended.
        """
        # Only those who make a poster need to load the video library.
        from slides.footage.posters import first_picture

        first = self.context.renderings[chapter].recording.beats[0]
        picture = first_picture(self.context.motion(chapter, first)[0], POSTER_WIDTH)
        return self._address(f"pictures/{chapter}-opening.jpg", picture, "image/jpeg")

    def said(self, chapter: str, beat: Beat) -> dict[str, Any] | None:
        """Return the sound of what is said at a beat, and what happens at its words."""
        spoken = said(self.context, chapter, beat.name)
        if spoken is None:
            return None
        sound = sound_file(self.context, chapter, beat.name, spoken).read_bytes()
        name = f"sounds/{slide_id(chapter, beat.name)}.m4a"
        return {
            "address": self._address(name, sound, KIND),
            "cues": [
                (round(cue.start, 3), round(cue.end, 3), " ".join(cue.lines))
                for cue in spoken_cues(beat.say, spoken, 0.0)
            ],
            "rests": self._rests(chapter, beat, spoken),
        }

    def _rests(
        self, chapter: str, beat: Beat, spoken: Utterance
    ) -> list[tuple[float, float]]:
        """Return when the motion rests, and when the word is said that ends it; s."""
        rendering = self.context.renderings[chapter]
        found = []
        for rest in beat.rests:
            before = sum(rendering.frames[beat.first : rest.segment]) / rendering.fps
            found.append((round(before, 3), round(spoken.words[rest.word].start, 3)))
        return found

    def _address(self, name: str, data: bytes, kind: str) -> str:
        """Return the address of a file's data, as seen from the page."""
        if self.embedded:
            return data_uri(data, kind)
        file = self.page.parent / name
        write_bytes(file, data)
        self.beside.append(file)
        return name
