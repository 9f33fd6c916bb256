"""What the files of embedded clips are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from nnsim.errors import unknown
from slides.base.beat_name import BeatName
from slides.base.errors import LectureError
from slides.embed.figure import Clip, FigureOptions, clips, excerpt, figure, placed
from slides.embed.jekyll import Layout
from slides.embed.media import Media
from slides.embed.recipes import SMALL, key, recipes
from slides.engine.recordings import Recordings
from slides.engine.targets import Target
from slides.settings.values import Lecture

# The AV1 level that holds so many pixels, by which browsers decide.
AV1_LEVELS = {1280 * 720: "05", 1920 * 1080: "09", 3840 * 2160: "13"}


@dataclass(frozen=True)
class ClipSet:
    """The recordings, and which clips go where."""

    lecture: Lecture
    recordings: Recordings
    targets: Mapping[tuple[str, str], Target]  # by chapter and theme
    stems: tuple[str, ...]  # "chapter/beat" of the clips, in the lecture's order
    themes: tuple[str, ...]  # in which clips are shown, the usual one last
    folder: str  # for all that pages load
    layout: Layout = field(default_factory=Layout)  # of the site that it lies in
    base_url: str = ""  # address of what the folder lies in, with a slash at its end

    @property
    def base(self) -> str:
        """Address of the folder, as pages write it."""
        return self.base_url + quote(self.folder)

    @property
    def place(self) -> str:
        """Path of the folder from the top of the site."""
        return self.layout.at(self.folder)

    def clip(self, stem: str) -> Clip:
        """Return a clip, whose recording has been made."""
        chapter, beat = BeatName.parse(stem)
        found = clips(chapter, self.media(stem, self.themes[-1]).rendering())
        if beat not in found:
            raise LectureError(f"{chapter}: {unknown('beat', beat, found)}")
        return found[beat]

    def media(self, stem: str, theme: str) -> Media:
        """Return the media of a clip in one theme."""
        chapter, beat = BeatName.parse(stem)
        return Media(self.recordings, self.targets[chapter, theme], beat)

    def figure(self, stem: str) -> str:
        """Return the figure of a clip, its places still open."""
        return figure(self.clip(stem), self._options(stem))

    def excerpt(self, stem: str) -> str:
        """Return what stands for a clip in excerpts, its places still open."""
        return excerpt(self.clip(stem), self._options(stem))

    def snippet(self, stem: str, base: str, head: str = "") -> str:
        """Return the figure of a clip for a page that is no note of Jekyll's."""
        clip = self.clip(stem)
        html = self.figure(stem)
        return placed(html, base, clip.mark, head, loop=clip.beat.loop)

    def _options(self, stem: str) -> FigureOptions:
        """Return how a clip is shown."""
        chapter = BeatName.parse(stem).chapter
        picture = self.targets[chapter, self.themes[-1]].variant.picture
        size = (picture.width, picture.height)
        types = tuple((one.ending, _type(one.encoder, size)) for one in recipes())
        return FigureOptions(self.lecture.language, self.themes, types, size)

    def key(self, *more: object) -> str:
        """Return a text that changes when the words of any clip may."""
        keys = [self.targets[name].key for name in sorted(self.targets)]
        language = self.lecture.language
        return key(keys, self.stems, self.themes, self.folder, language, *more)


def head(base: str) -> str:
    """Return what loads style and script."""
    return (
        f'<link rel="stylesheet" href="{base}/lecture.css">'
        f'<script src="{base}/lecture.js" defer></script>'
    )


def _type(encoder: str, size: tuple[int, int]) -> str:
    """Return the type of a video file, as browsers know it."""
    if encoder == "libx264":
        return "video/mp4"
    if encoder == SMALL[0].encoder:
        area = size[0] * size[1]
        level = next(level for most, level in AV1_LEVELS.items() if area <= most)
        return f"video/webm; codecs=av01.0.{level}M.08"
    return "video/webm; codecs=vp9"
