"""Where the takes of a lecture lie: ``narration/<chapter>/<beat>.wav``.

One take may hold a whole chapter: ``narration/<chapter>.wav``.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from nnsim.errors import unknown
from scenes.caching.files import is_folder, names
from scenes.renamed import present
from slides.base.errors import UsageError
from slides.settings.outline import beats
from slides.settings.project import known_chapters, shown

WAV = ".wav"  # what we write
# What else is read; other files beside takes, as those of an editor, are let be.
ENDINGS = (
    WAV, ".aac", ".aif", ".aiff", ".caf", ".flac", ".m4a", ".mka", ".mp3", ".mp4",
    ".oga", ".ogg", ".opus", ".webm", ".wma",
)  # fmt: skip


def takes_of(folder: Path, chapter: str) -> dict[str, Path]:
    """Return the file of each beat of a chapter that has one.

    Parameters
    ----------
    folder
        Of all takes.
    chapter
        Name of the chapter.

    Raises
    ------
    UsageError
        If a file has the name of no beat, or a beat has two.
    """
    found: dict[str, Path] = {}
    wrong = []
    known = beats(chapter)
    for file in _sounds(folder / chapter):
        beat = file.stem
        if beat not in known:
            wrong.append(f"{shown(file)}: {_nearest(chapter, beat, known)}")
        elif beat in found:
            both = f"{shown(found[beat])} and {file.name}"
            wrong.append(f"{both}: two takes of one beat; keep one")
        else:
            found[beat] = file
    if wrong:
        raise UsageError(*wrong)
    return found


def whole_take(folder: Path, chapter: str) -> Path | None:
    """Return the file that holds a chapter from its first beat to its last, if any.

    Raises
    ------
    UsageError
        If there are two.
    """
    found = [file for file in _sounds(folder) if file.stem == chapter]
    if len(found) > 1:
        both = f"{shown(found[0])} and {found[1].name}"
        raise UsageError(f"{both}: two takes of one chapter; keep one")
    return found[0] if found else None


def strange(folder: Path) -> Iterator[str]:
    """Yield what lies among the takes' folders and belongs to no chapter."""
    known = known_chapters()
    for name in names(folder):
        place = folder / name
        if is_folder(place) and name not in known and [*_sounds(place)]:
            yield f"{shown(place)}: {unknown('chapter', name, known)}"
    for file in _sounds(folder):
        if file.stem not in known:
            why = unknown("chapter", file.stem, known)
            yield f"{shown(file)}: {why}; of a beat it is {folder.name}/CHAPTER/BEAT"


def _sounds(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that are named as sound."""
    for name in names(folder):
        file = folder / name
        if file.suffix.lower() in ENDINGS and os.path.isfile(file):
            yield file


def _nearest(chapter: str, beat: str, known: list[str]) -> str:
    """Say of which beat a file with a wrong name may be."""
    now = present(f"{chapter}/{beat}").partition("/")[2]
    if now != beat:
        return f"the beat {beat!r} is now {now!r}: rename the file"
    return unknown("beat", beat, known)
