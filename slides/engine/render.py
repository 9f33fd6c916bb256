"""The build engine: finds out what is stale and renders it in worker processes."""

import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from slides.base.disks import fault
from slides.base.errors import LectureError
from slides.engine.fingerprint import changes, ingredients
from slides.engine.jobs import (
    Draw,
    Event,
    Failed,
    Job,
    Length,
    Loaded,
    Reached,
    Render,
    Result,
)
from slides.engine.pool import Pool
from slides.engine.progress import Progress
from slides.engine.recorded import Rendering
from slides.engine.recordings import Recordings
from slides.engine.targets import Target
from slides.settings.project import in_one_line, shown
from slides.settings.variants import Variant


def render(
    recordings: Recordings, targets: Sequence[Target], jobs: int, progress: Progress
) -> list[LectureError]:
    """Render what is wanted; return an error for each chapter that failed.

    What could be rendered is in the cache afterwards, also if others failed.
    """
    listener = _Listener(
        recordings, {(o.chapter, o.variant): o for o in targets}, progress
    )
    for wanted in targets:
        progress.add(listener.name(wanted))
    with ExitStack() as stack:
        pool = stack.enter_context(Pool(jobs))
        # Stills are drawn first: they tell how long a film will be.
        for is_still in (True, False):
            groups = [
                [_job(recordings, wanted, stack.enter_context(recordings.scratch()))]
                for wanted in targets
                if wanted.variant.is_still == is_still
            ]
            pool.do(groups, listener.hear)
    return list(listener.errors.values())


@dataclass
class _Listener:
    """Hears the workers: shows their progress, keeps what they made."""

    recordings: Recordings
    targets: dict[tuple[str, Variant], Target]
    progress: Progress
    begun: float = field(default_factory=time.monotonic)
    errors: dict[str, LectureError] = field(default_factory=dict)

    def name(self, wanted: Target) -> str:
        """Return what tells a target from the others: its chapter, or theme as well."""
        alike = [one for one in self.targets.values() if one.name == wanted.name]
        return (
            wanted.name if len(alike) == 1 else f"{wanted.name}, {wanted.variant.theme}"
        )

    def hear(self, job: Job, event: Event) -> None:
        """Take notice of what a worker tells."""
        wanted = self.targets[job.chapter, job.variant]
        name = self.name(wanted)
        match event:
            case Loaded():
                if change := _changed(wanted):
                    self.errors[name] = LectureError(change)
            case Length(seconds):
                self.progress.move(name, total=seconds)
            case Reached(seconds):
                self.progress.move(name, done=seconds)
            case Failed():
                # A full disk makes Manim fail with all kinds of words.
                if why := fault(self.recordings.folder, Path(tempfile.gettempdir())):
                    event = replace(event, why=why, file="")
                self.errors[name] = failure(job, event)
                self.progress.end(name, "failed")
            case Result() if name in self.errors:
                self.progress.end(name, "not kept")
            case Result() if why := _publish(self.recordings, wanted, job):
                self.errors[name] = LectureError(why)
                self.progress.end(name, "not kept")
            case Result():
                seconds = time.monotonic() - self.begun
                self.progress.end(name, f"rendered after {seconds:.0f} s")


def failure(job: Job, failed: Failed) -> LectureError:
    """Turn a worker's report into words: chapter, beat, settings, file and line."""
    beat = f", beat {failed.beat!r}" if failed.beat else ""
    line = f":{failed.line}" if failed.line else ""
    place = f"{shown(failed.file)}{line}: " if failed.file else ""
    doing = " cannot be computed" if failed.computing else ""
    settings = ", ".join(f"{k} = {v}" for k, v in _changed_settings(job).items())
    given = f" with {settings}" if settings else ""
    error = LectureError(
        f"{place}chapter {job.chapter!r}{beat}{doing}{given}: {failed.why}"
    )
    if failed.traceback:
        error.add_note(failed.traceback)
    return error


def _changed_settings(job: Job) -> dict[str, object]:
    """Return the settings that are not the defaults; {} if that cannot be told."""
    from slides.settings.schema import changed  # loads the experiment

    try:
        return changed(job.chapter, job.table)
    except Exception:  # its own sources may be what is broken
        return {}


def _job(recordings: Recordings, wanted: Target, folder: Path) -> Job:
    """Return the work of rendering one chapter."""
    chapter, table, variant = wanted.chapter, wanted.table, wanted.variant
    folder = folder.absolute()
    if variant.is_still:
        return Draw(chapter, table, variant, folder)
    notes = recordings.last(chapter, variant) or recordings.last(chapter)
    return Render(chapter, table, variant, folder, notes.duration if notes else None)


def _changed(wanted: Target) -> str:
    """Say what changed between making the key and loading the sources, if any did.

    Such a recording is not kept: it would stand under the key of older sources.
    """
    now = ingredients(wanted.chapter, wanted.table, wanted.variant)
    found = ", ".join(changes(wanted.parts, now))
    again = f"{found} while chapter {wanted.chapter!r} was loaded: build again"
    return again if found else ""


def _publish(recordings: Recordings, wanted: Target, job: Job) -> str:
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
