"""The build engine: renders chapters in worker processes and keeps what they made."""

import math
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from slides.base.disks import fault
from slides.base.errors import LectureError, UsageError
from slides.engine.fingerprint import changes, ingredients
from slides.engine.jobs import (
    Draw,
    Event,
    Failed,
    Loaded,
    Reached,
    Render,
    Result,
    SceneJob,
)
from slides.engine.pool import Order, Pool
from slides.engine.progress import Progress
from slides.engine.recorded import Rendering
from slides.engine.recordings import Recordings
from slides.engine.targets import Target
from slides.settings.outline import beats
from slides.settings.project import in_one_line, shown


def render(
    recordings: Recordings, targets: Sequence[Target], jobs: int, progress: Progress
) -> list[LectureError]:
    """Render what is wanted; return an error for each chapter that failed.

    What could be rendered is in the cache afterwards, also if others failed.
    """
    with recordings.scratch() as scratch, Pool(jobs) as pool:
        renders = Renders(recordings, scratch, progress)
        renders.begin(pool, targets)
        pool.run()
    return renders.failures


@dataclass
class Renders:
    """Chapters that workers render: shows how far they are, keeps what they made.

    Parameters
    ----------
    recordings
        The cache.
    scratch
        Where workers may write meanwhile.
    progress
        Where to show how far they are.
    then
        Is told what is in the cache now.
    """

    recordings: Recordings
    scratch: Path
    progress: Progress
    then: Callable[[Target], object] = lambda target: None
    _begun: float = field(default_factory=time.monotonic)
    _errors: dict[str, LectureError] = field(default_factory=dict)

    @property
    def failures(self) -> list[LectureError]:
        """Return an error for each chapter that failed."""
        return list(self._errors.values())

    def begin(self, pool: Pool, targets: Sequence[Target]) -> None:
        """Let workers render what is wanted."""
        alike = Counter(one.name for one in targets)
        for number, one in enumerate(targets):
            # Films in several themes are told apart by these.
            theme = f", {one.variant.theme}" if alike[one.name] > 1 else ""
            name = one.name + theme
            self.progress.add(name)
            folder = self.scratch / str(number)
            folder.mkdir()
            job = _job(one, folder.absolute())
            pool.add(job, partial(self._hear, one, name, job), self._order(one))

    def _order(self, wanted: Target) -> Order:
        """Return what sorts the longest film first, and stills behind all films."""
        chapter, variant = wanted.chapter, wanted.variant
        notes = self.recordings.last(chapter, variant) or self.recordings.last(chapter)
        return (variant.is_still, -notes.duration if notes else -math.inf)

    def _hear(self, wanted: Target, name: str, job: SceneJob, event: Event) -> None:
        """Take notice of what a worker tells."""
        match event:
            case Loaded():
                if change := _changed(wanted):
                    self._errors[name] = LectureError(change)
                if isinstance(job, Render):
                    self.progress.move(name, total=len(beats(job.chapter)) or None)
            case Reached(n_beats):
                self.progress.move(name, done=n_beats)
            case Failed():
                # A full disk makes Manim fail with all kinds of words.
                if why := fault(self.recordings.folder, Path(tempfile.gettempdir())):
                    event = replace(event, why=why, file="")
                self._errors[name] = failure(job, event)
                self.progress.end(name, "failed")
            case Result():
                self._take(wanted, name, job)
        if isinstance(event, Result | Failed):
            shutil.rmtree(job.folder, ignore_errors=True)

    def _take(self, wanted: Target, name: str, job: SceneJob) -> None:
        """Put what a worker made into the cache, unless there is something against."""
        if name not in self._errors and (why := _publish(self.recordings, wanted, job)):
            self._errors[name] = LectureError(why)
        if name in self._errors:
            self.progress.end(name, "not kept")
            return
        seconds = time.monotonic() - self._begun
        self.progress.end(name, f"rendered after {seconds:.0f} s")
        self.then(wanted)


def failure(job: SceneJob, failed: Failed) -> LectureError:
    """Turn a worker's report into words: chapter, beat, settings, file and line."""
    beat = f", beat {failed.beat!r}" if failed.beat else ""
    line = f":{failed.line}" if failed.line else ""
    place = f"{shown(failed.file)}{line}: " if failed.file else ""
    doing = " cannot be computed" if failed.computing else ""
    settings = ", ".join(f"{k} = {v}" for k, v in _changed_settings(job).items())
    given = f" with {settings}" if settings else ""
    if failed.untrue:  # settings ask for what the lecture does not say
        return UsageError(f"chapter {job.chapter!r}{beat}{given} {failed.why}")
    said = f"{place}chapter {job.chapter!r}{beat}{doing}{given}: {failed.why}"
    if failed.refused and settings:
        return UsageError(said)
    error = LectureError(said)
    if failed.traceback:
        error.add_note(failed.traceback)
    return error


def _changed_settings(job: SceneJob) -> dict[str, object]:
    """Return the settings that are not the defaults; {} if that cannot be told."""
    from slides.settings.schema import changed  # loads the experiment

    try:
        return changed(job.chapter, job.table)
    except Exception:  # its own sources may be what is broken
        return {}


def _job(wanted: Target, folder: Path) -> Draw | Render:
    """Return the work of rendering one chapter."""
    kind = Draw if wanted.variant.is_still else Render
    return kind(wanted.chapter, wanted.table, wanted.variant, folder)


def _changed(wanted: Target) -> str:
    """Say what changed between making the key and loading the sources, if any did.

    Such a recording is not kept: it would stand under the key of older sources.
    """
    now = ingredients(wanted.chapter, wanted.table, wanted.variant)
    found = ", ".join(changes(wanted.parts, now))
    again = f"{found} while chapter {wanted.chapter!r} was loaded: build again"
    return again if found else ""


def _publish(recordings: Recordings, wanted: Target, job: SceneJob) -> str:
    """Put a finished rendering into the cache; say what is wrong with it there."""
    rendering = job.folder / "rendering"
    chapter, variant, key = wanted.chapter, wanted.variant, wanted.key
    try:
        recordings.publish(rendering, chapter, variant, wanted.parts, key)
    except OSError as error:
        return f"chapter {chapter!r}: {in_one_line(error)}"
    found = recordings.look(chapter, variant, key, wholly=True)
    if isinstance(found, Rendering):
        return ""
    return f"chapter {chapter!r}: {found} though it was just written: check the disk"
