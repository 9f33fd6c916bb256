"""Chapters spoken in workers, before the outputs that let them be heard."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from scenes.caching.checked import shaped
from slides.base.errors import LectureError, UsageError
from slides.building.narrations import unsaid
from slides.building.speaking.recipe import credit
from slides.building.speaking.utterances import Uttered, job
from slides.engine.jobs import Event, Failed, Result
from slides.engine.pool import Pool
from slides.engine.progress import Progress
from slides.settings.values import Lecture
from slides.speech.utterance import Utterance

ORDER = (1.5,)  # behind all that is rendered: it computes the same results
NAME = "speech"


@dataclass
class Speeches:
    """Chapters that workers speak: shows how far they are, holds what they said.

    Parameters
    ----------
    lecture
        With the voice.
    chapters
        Those that must be spoken.
    folder
        Where speech is kept.
    pool
        The workers.
    progress
        Where to show how far they are.
    then
        Is called when one more chapter is spoken.
    """

    lecture: Lecture
    chapters: tuple[str, ...]
    folder: Path
    pool: Pool
    progress: Progress
    then: Callable[[], object]
    found: dict[str, dict[str, Utterance]] = field(default_factory=dict)
    credit: str = field(init=False)  # who speaks
    _begun: set[str] = field(default_factory=set)
    _errors: dict[str, LectureError] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.credit = credit(self.lecture.voice) if self.chapters else ""
        if self.chapters:
            self.progress.add(NAME)

    @property
    def failures(self) -> list[LectureError]:
        """Return an error for each chapter that could not be spoken."""
        return [self._errors[one] for one in self.chapters if one in self._errors]

    def begin(self, chapter: str) -> None:
        """Let a worker speak a chapter, once, if it must be spoken."""
        if chapter in self.chapters and chapter not in self._begun:
            self._begun.add(chapter)
            told = job(self.lecture, chapter, self.folder)
            self.pool.add(told, partial(self._hear, chapter), ORDER)

    def of(self, chapters: Iterable[str]) -> dict[str, dict[str, Utterance]]:
        """Return what is said in these chapters, as far as it was spoken."""
        return {one: self.found[one] for one in chapters if one in self.found}

    def end(self) -> None:
        """Show how it ended."""
        if self.chapters:
            failed = f", {len(self._errors)} failed" if self._errors else ""
            self.progress.end(NAME, f"{len(self.found)} chapters spoken{failed}")

    def _hear(self, chapter: str, event: Event) -> None:
        """Take notice of what a worker tells."""
        if isinstance(event, Failed):
            self._errors[chapter] = _error(chapter, event)
        elif isinstance(event, Result):
            told = shaped(event.told, Uttered)
            assert told is not None
            self.found[chapter] = told.beats
            for line in told.warnings:
                self.progress.say(f"warning: {line}")
        n_ended = len(self.found) + len(self._errors)
        self.progress.move(NAME, len(self.chapters), n_ended)
        self.then()


def _error(chapter: str, failed: Failed) -> LectureError:
    """Return what the user is told of a chapter that could not be spoken."""
    if not failed.traceback:  # its words, or the voice, are not as they should be
        return UsageError(*failed.why.split("\n"))
    if failed.untrue:
        return unsaid(chapter, failed)
    error = LectureError(f"chapter {chapter!r}: not spoken: {failed.why}")
    error.add_note(failed.traceback)
    return error
