"""What is read aloud, what was recorded of it, and the keeping of new takes."""

import shutil
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from scenes.caching.digests import digest
from scenes.caching.files import write_bytes
from slides.base.errors import UsageError
from slides.commands.record.pictures import Picture
from slides.settings.project import shown
from slides.speech.recorded import at_rate, decoded, poor
from slides.speech.sound import to_wav
from slides.takes.notes import Note, read_notes, write_notes
from slides.takes.places import WAV, takes_of
from slides.takes.wording import difference

RATE = 48_000  # samples in a second of what is written
BEFORE = ".bak"  # is added to the name of a take that another one replaces


@dataclass(frozen=True)
class Line:
    """What is read aloud at a beat."""

    chapter: str
    beat: str
    words: tuple[tuple[str, bool], ...]  # each as it is read; whether it is spoken
    picture: Picture | None = None

    @property
    def text(self) -> str:
        """All of it as it is read."""
        return " ".join(word for word, _ in self.words)


class Studio:
    """The lines that a lecturer reads, and the folder of takes.

    Parameters
    ----------
    folder
        Of all takes.
    lines
        What is read, in order.

    Raises
    ------
    UsageError
        If files or notes are there that cannot be understood.
    """

    def __init__(self, folder: Path, lines: Sequence[Line]) -> None:
        self.folder, self.lines = folder, lines
        self.n_kept = 0
        self._alone = threading.Lock()
        chapters = dict.fromkeys(line.chapter for line in lines)
        self._files = {one: takes_of(folder, one) for one in chapters}
        self._notes = {one: read_notes(folder / one) for one in chapters}

    def script(self) -> list[dict[str, Any]]:
        """Return all lines as the page shows them."""
        return [self.told(n) for n in range(len(self.lines))]

    def told(self, n: int, warnings: Iterable[str] = ()) -> dict[str, Any]:
        """Return a line as the page shows it, with what is poor in its new take."""
        line = self.lines[n]
        seconds, problem = self._heard(line)
        return {
            "chapter": line.chapter,
            "beat": line.beat,
            "words": line.words,
            "has_picture": line.picture is not None,
            "film": line.picture.seconds if line.picture else None,
            "take": seconds,
            "problem": problem,
            "warnings": [*warnings],
        }

    def file(self, n: int) -> Path | None:
        """Return the take of a line, if there is one."""
        line = self.lines[n]
        return self._files[line.chapter].get(line.beat)

    def keep(self, n: int, data: bytes) -> dict[str, Any]:
        """Write what a browser recorded of a line as a WAV file; return the line.

        Raises
        ------
        UsageError
            If nothing can be heard in it; what was there before stays.
        OSError
            If it cannot be written; what was there before stays.
        """
        line = self.lines[n]
        sound = decoded(BytesIO(data), "the recording")
        warnings = [*poor(sound)]
        wav = to_wav(at_rate(sound, RATE))
        file = self.folder / line.chapter / f"{line.beat}{WAV}"
        with self._alone:
            if (before := self.file(n)) and before.is_file():
                shutil.copy2(before, before.with_name(before.name + BEFORE))
            write_bytes(file, wav)
            if before and before != file:
                before.unlink(missing_ok=True)
            notes = self._notes[line.chapter]
            notes[line.beat] = Note(line.text, digest(wav))
            write_notes(file.parent, notes)
            self._files[line.chapter][line.beat] = file
            self.n_kept += 1
        return self.told(n, warnings)

    def close(self) -> None:
        """Wait until what is being written is whole; write no more."""
        self._alone.acquire()

    def _heard(self, line: Line) -> tuple[float | None, str]:
        """Return how long a take lasts, and what is wrong with it."""
        file = self._files[line.chapter].get(line.beat)
        if file is None:
            return None, ""
        try:
            seconds = decoded(file, shown(file)).duration
        except UsageError as error:
            return None, error.lines[0]
        note = self._notes[line.chapter].get(line.beat)
        if note and note.text != line.text and note.sha256 == digest(file.read_bytes()):
            old, new = difference(note.text, line.text)
            return seconds, f"the words have changed, from “{old}” to “{new}”"
        return seconds, ""
