"""The build engine: finds out what is stale and renders it in worker processes."""

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from slides.base.errors import LectureError
from slides.engine.fingerprint import Ingredients, changes, ingredients, key
from slides.engine.pool import Job, Pool
from slides.engine.progress import Progress
from slides.engine.recordings import Recordings
from slides.settings.lecture import Lecture
from slides.settings.project import shown
from slides.settings.variants import Variant


@dataclass(frozen=True)
class Target:
    """A chapter as it is wanted."""

    chapter: str
    table: dict[str, Any]  # settings of its experiment
    variant: Variant
    parts: Ingredients
    key: str

    @property
    def name(self) -> str:
        """What the user reads for it."""
        return self.variant.of(self.chapter)


def targets_of(
    lecture: Lecture, chapters: Sequence[str], variant: Variant
) -> list[Target]:
    """Say what each chapter's recording must be made of."""
    targets = []
    for chapter in chapters:
        table = lecture.settings[chapter]
        parts = ingredients(chapter, table, variant)
        targets.append(Target(chapter, table, variant, parts, key(parts)))
    return targets


def stale(recordings: Recordings, targets: Sequence[Target]) -> list[Target]:
    """Return what has not been rendered as it is wanted."""
    return [o for o in targets if recordings.find(o.chapter, o.variant, o.key) is None]


def why_stale(recordings: Recordings, wanted: Target) -> list[str]:
    """Say in words why a chapter must be rendered."""
    notes = recordings.last(wanted.chapter, wanted.variant)
    if notes is None:
        return [f"it has not been rendered as {wanted.variant.name} before"]
    found = changes(notes["ingredients"], wanted.parts)
    return found or ["its rendered files are gone"]


def render(
    recordings: Recordings, targets: Sequence[Target], jobs: int, progress: Progress
) -> list[LectureError]:
    """Render what is wanted; return an error for each chapter that failed.

    What could be rendered is in the store afterwards, also if others failed.
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
                [_task(recordings, wanted, stack.enter_context(recordings.scratch()))]
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

    def hear(self, job: Job, event: dict[str, Any]) -> None:
        """Take notice of what a worker tells."""
        wanted = self.targets[job.chapter, job.variant]
        name = self.name(wanted)
        if "loaded" in event and (change := _changed(wanted)):
            self.errors[name] = LectureError(change)
        elif event.get("failure"):
            self.errors[name] = failure(job, event["failure"])
            self.progress.end(name, "failed")
        elif "result" in event and name in self.errors:
            self.progress.end(name, "not kept")
        elif "result" in event:
            _publish(self.recordings, wanted, job)
            seconds = time.monotonic() - self.begun
            self.progress.end(name, f"rendered after {seconds:.0f} s")
        else:
            self.progress.move(name, event.get("total"), event.get("done"))


def failure(job: Job, report: dict[str, Any]) -> LectureError:
    """Turn a worker's report into words: chapter, beat, file and line."""
    beat = f", beat {report['beat']!r}" if report.get("beat") else ""
    place = f"{shown(report['file'])}:{report['line']}: " if report.get("file") else ""
    error = LectureError(f"{place}chapter {job.chapter!r}{beat}: {report['why']}")
    if report.get("traceback"):
        error.add_note(report["traceback"])
    return error


def _task(recordings: Recordings, wanted: Target, folder: Path) -> Job:
    """Return the work of rendering one chapter."""
    notes = recordings.last(wanted.chapter, wanted.variant) or recordings.last(
        wanted.chapter
    )
    return Job(
        wanted.chapter,
        wanted.table,
        wanted.variant,
        str(folder.absolute()),
        expected=notes["duration"] if notes else None,
    )


def _changed(wanted: Target) -> str:
    """Say what changed between making the key and loading the sources, if any did.

    Such a recording is not kept: it would stand under the key of older sources.
    """
    now = ingredients(wanted.chapter, wanted.table, wanted.variant)
    found = ", ".join(changes(wanted.parts, now))
    again = f"{found} while chapter {wanted.chapter!r} was loaded: build again"
    return again if found else ""


def _publish(recordings: Recordings, wanted: Target, job: Job) -> None:
    """Put a finished rendering into the cache."""
    rendering = Path(job.folder, "rendering")
    recordings.publish(
        rendering, wanted.chapter, wanted.variant, wanted.parts, wanted.key
    )
