"""With which words each take was spoken: ``narration/<chapter>/takes.json``."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from scenes.caching.checked import Damage, read_checked
from scenes.caching.files import write_json
from slides.base.errors import UsageError
from slides.settings.project import shown

NAME = "takes.json"


@dataclass(frozen=True)
class Note:
    """What is noted of a take."""

    text: str  # that was read when it was recorded
    sha256: str  # of the file: another one is another take
    # Of a take of the whole chapter: from when to when this beat is said; s.
    part: tuple[float, float] | None = None


def read_notes(folder: Path) -> dict[str, Note]:
    """Return what is noted of a chapter's takes, by beats.

    Raises
    ------
    UsageError
        If that cannot be read.
    """
    file = folder / NAME
    found = read_checked(file, dict[str, Note])
    if isinstance(found, Damage):
        raise UsageError(
            f"{shown(file)}: {found.why}; without it, all takes count as spoken with "
            "the words of now: remove it if that is so"
        )
    return found or {}


def write_notes(folder: Path, notes: Mapping[str, Note]) -> None:
    """Note what was recorded of a chapter's beats, whole or not at all."""
    write_json(folder / NAME, {beat: asdict(notes[beat]) for beat in sorted(notes)})
