"""What all outputs are made from, and how their files are named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from scenes.caching.files import write_bytes
from scenes.record import Beat
from slides.base.language import take_apart
from slides.engine.recorded import Rendering
from slides.settings.values import Lecture
from slides.settings.variants import Quality, Variant
from slides.speech.utterance import Utterance

# The page of the deck by its form: one file, or a folder with the videos beside it.
DECKS = {"file": "lecture.html", "folder": "lecture/index.html"}
POSTER_WIDTH = 1280  # pixels; enough for a picture that is shown for a moment


@dataclass(frozen=True)
class Context:
    """The recordings of a lecture and the folder its outputs go to."""

    lecture: Lecture
    variant: Variant
    renderings: Mapping[str, Rendering]  # by chapter, in the order of the lecture
    out: Path
    scratch: Path  # for files needed only meanwhile, which outputs of a build share
    current: frozenset[str] = frozenset()  # names of the outputs that are current
    stills: Mapping[tuple[str, str], Rendering] = field(
        default_factory=dict
    )  # chapter, theme
    # What is said: by chapter, by beat; of a silent lecture, nothing.
    speech: Mapping[str, Mapping[str, Utterance]] = field(default_factory=dict)
    credit: str = ""  # who speaks: "Synthetic voice: …"; "" of a silent lecture

    @property
    def films(self) -> list[tuple[Rendering, Mapping[str, Utterance]]]:
        """Each chapter with what is said in it."""
        found = self.renderings.items()
        return [(rendering, self.speech.get(name, {})) for name, rendering in found]

    @property
    def about(self) -> dict[str, str]:
        """The lecture's own words, for documents."""
        known, language = self.lecture, take_apart(self.lecture.language)
        return {
            "title": known.title,
            "author": known.author,
            "language": known.language,
            "spoken": language.spoken,
            "region": language.region,
            "site": known.site,
        }

    @property
    def still(self) -> Quality:
        """Size of a sharp picture, whatever the quality of the films."""
        return replace(self.variant, quality="still").picture

    def video_stem(self, chapter: str) -> Path:
        """Return path and name of a chapter's video, without ending."""
        number = self.lecture.chapters.index(chapter) + 1
        return self.out / "videos" / f"{number:02}-{chapter}"

    def clip_stem(self, chapter: str, beat: Beat) -> Path:
        """Return path and name of a beat's clip, without ending."""
        return self.out / "clips" / chapter / beat.name

    def still_stem(self, chapter: str, beat: Beat) -> Path:
        """Return path and name of a beat's stills, without theme and ending."""
        return self.out / "stills" / chapter / beat.name

    def motion(self, chapter: str, beat: Beat) -> tuple[str, ...]:
        """Return the segments of a beat's motion."""
        return self.renderings[chapter].recording.segments[beat.first : beat.settled]

    def joined(self, chapter: str, beat: Beat) -> Path:
        """Return one file of a beat's motion, which lasts as long as the build."""
        file = self.scratch / "motions" / chapter / f"{beat.name}.mp4"
        if not file.exists():
            # Only those who need a video need to load the library.
            from slides.footage.join import join

            join(self.motion(chapter, beat), file, metadata={"title": beat.title})
        return file

    def drawn(self, theme: str) -> dict[str, Rendering]:
        """Return the chapters' stills in a theme."""
        return {
            chapter: rendering
            for (chapter, t), rendering in self.stills.items()
            if t == theme
        }

    def poster(self, chapter: str, beat: Beat) -> bytes:
        """Return the picture at which a beat's motion ends, as JPEG.

        It is made once, for all outputs of a build.
        """
        file = self.scratch / "posters" / chapter / f"{beat.name}.jpg"
        if not file.exists():
            # Only those who make a poster need to load the video library.
            from slides.footage.posters import first_picture

            held = self.renderings[chapter].held(beat)
            write_bytes(file, first_picture(held, POSTER_WIDTH))
        return file.read_bytes()

    def paper(self, chapter: str) -> str:
        """Return the colour of a chapter's background, as web pages write it."""
        from slides.footage.posters import corner_color

        first = self.renderings[chapter].recording.beats[0]
        return corner_color(self.poster(chapter, first))

    def cover(self, chapter: str) -> Beat:
        """Return the beat whose picture stands for a chapter."""
        return middle_beat(self.renderings[chapter].recording.beats)


def middle_beat(beats: Sequence[Beat]) -> Beat:
    """Return the beat whose picture stands for all: one in the middle that answers."""
    outcomes = [beat for beat in beats if not beat.question] or beats
    return outcomes[len(outcomes) // 2]
