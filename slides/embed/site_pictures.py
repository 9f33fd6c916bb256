"""Stills that take the place of a picture of the site."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image

from nnsim.errors import unknown
from scenes.renamed import present
from slides.base.beat_name import BeatName
from slides.base.errors import LectureError, UsageError
from slides.embed.choice import beats_of
from slides.embed.recipes import key
from slides.embed.site import Wanted
from slides.engine.fingerprint import file_digests
from slides.engine.recordings import Recordings, recorded
from slides.engine.targets import Target
from slides.outputs.pages.stills import with_words
from slides.settings.values import Lecture

FORMATS = {
    ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".avif": "AVIF",
}  # fmt: skip
ENDINGS = (".svg", *FORMATS)


def parse(texts: Iterable[str], lecture: Lecture) -> dict[str, str]:
    """Read ``--still`` options: which beat each picture of the site becomes.

    Raises
    ------
    UsageError
        With each option that names something there is not.
    """
    found, faults = {}, []
    for text in texts:
        name, _, path = text.partition("=")
        name = present(name)
        if not path:
            faults.append(f"--still {text}: write --still CHAPTER/BEAT=PICTURE")
        elif fault := _fault(name, path, lecture):
            faults.append(f"--still {text}: {fault}")
        else:
            found[path] = _stem(name, lecture)
    if faults:
        raise UsageError(*faults)
    return found


def stills(
    pictures: Mapping[str, str],
    targets: Mapping[str, Target],
    recordings: Recordings,
    folder: str,
) -> Iterator[Wanted]:
    """Yield the pictures of a site that our stills replace.

    Parameters
    ----------
    pictures
        "chapter/beat" for each path in the site.
    targets
        What each chapter's stills are to be.
    recordings
        Where they lie when drawn.
    folder
        Ours in the site; it keeps the pictures that were there.
    """
    for path, stem in pictures.items():
        target = targets[BeatName.parse(stem).chapter]
        yield Wanted(
            path,
            key(target.key, stem, path, file_digests(__name__)),
            partial(_draw, recordings, target, stem, path),
            (target,),
            backup=f"{folder}/.originals/{path}",
            still=stem,
        )


def _fault(name: str, path: str, lecture: Lecture) -> str:
    """Say what is wrong with one option; "" if nothing is."""
    chapter, beat = BeatName.parse(name)
    if why := lecture.lacks(chapter):
        return why
    if PurePosixPath(path).suffix.lower() not in ENDINGS:
        return f"the picture's name must end in one of {', '.join(ENDINGS)}"
    if not beat and not _listed(chapter, lecture):
        return f"the settings list no still of this chapter; write {chapter}/BEAT"
    if beat and (names := beats_of(chapter, lecture)) and beat not in names:
        return unknown("beat", beat, names)
    return ""


def _stem(name: str, lecture: Lecture) -> str:
    """Return the beat that is meant, for a chapter the one the settings list."""
    return name if BeatName.parse(name).beat else _listed(name, lecture)[0]


def _listed(chapter: str, lecture: Lecture) -> list[str]:
    """Return the stills of a chapter that the settings list."""
    return [
        still for still in lecture.stills if BeatName.parse(still).chapter == chapter
    ]


def _draw(recordings: Recordings, target: Target, stem: str, path: str) -> bytes:
    """Return a still as a file of the kind that the path names."""
    rendering = recorded(recordings, target.chapter, target.variant, target.key)
    name = BeatName.parse(stem).beat
    found = [beat for beat in rendering.recording.beats if beat.name == name]
    if not found:
        known = [beat.name for beat in rendering.recording.beats]
        raise LectureError(f"{target.chapter}: {unknown('beat', name, known)}")
    ending = PurePosixPath(path).suffix.lower()
    if ending == ".svg":
        svg = (rendering.folder / f"{name}.svg").read_text(encoding="utf-8")
        return with_words(svg, found[0].title, found[0].say).encode()
    drawn = rendering.folder / f"{name}.png"
    return drawn.read_bytes() if ending == ".png" else _converted(drawn, ending)


def _converted(drawn: Path, ending: str) -> bytes:
    """Return a picture in another format."""
    buffer = BytesIO()
    with Image.open(drawn) as picture:
        picture.convert("RGB").save(buffer, FORMATS[ending], quality=90)
    return buffer.getvalue()
