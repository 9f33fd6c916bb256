"""The build engine: finds out what is stale and renders it in worker processes."""

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from slides.base.errors import LectureError
from slides.engine.fingerprint import Ingredients, changes, ingredients, key
from slides.engine.pool import Task, Workforce
from slides.engine.progress import Board
from slides.engine.recordings import Store
from slides.settings.lecture import Lecture
from slides.settings.project import shown
from slides.settings.variants import Variant


@dataclass(frozen=True)
class Order:
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


def order(lecture: Lecture, chapters: Sequence[str], variant: Variant) -> list[Order]:
    """Say what each chapter's recording must be made of."""
    orders = []
    for chapter in chapters:
        table = lecture.settings[chapter]
        parts = ingredients(chapter, table, variant)
        orders.append(Order(chapter, table, variant, parts, key(parts)))
    return orders


def stale(store: Store, orders: Sequence[Order]) -> list[Order]:
    """Return what has not been rendered as it is wanted."""
    return [o for o in orders if store.find(o.chapter, o.variant, o.key) is None]


def why_stale(store: Store, wanted: Order) -> list[str]:
    """Say in words why a chapter must be rendered."""
    notes = store.last(wanted.chapter, wanted.variant)
    if notes is None:
        return [f"it has not been rendered as {wanted.variant.name} before"]
    found = changes(notes["ingredients"], wanted.parts)
    return found or ["its rendered files are gone"]


def render(
    store: Store, orders: Sequence[Order], jobs: int, board: Board
) -> list[LectureError]:
    """Render what is wanted; return an error for each chapter that failed.

    What could be rendered is in the store afterwards, also if others failed.
    """
    desk = _Desk(store, {(o.chapter, o.variant): o for o in orders}, board)
    for wanted in orders:
        board.add(desk.name(wanted))
    with ExitStack() as stack:
        workforce = stack.enter_context(Workforce(jobs))
        # Stills are drawn first: they tell how long a film will be.
        for is_still in (True, False):
            groups = [
                [_task(store, wanted, stack.enter_context(store.scratch()))]
                for wanted in orders
                if wanted.variant.is_still == is_still
            ]
            workforce.do(groups, desk.hear)
    return list(desk.errors.values())


@dataclass
class _Desk:
    """Hears the workers: shows their progress, keeps what they made."""

    store: Store
    orders: dict[tuple[str, Variant], Order]
    board: Board
    begun: float = field(default_factory=time.monotonic)
    errors: dict[str, LectureError] = field(default_factory=dict)

    def name(self, wanted: Order) -> str:
        """Return what tells an order from the others: its chapter, or theme as well."""
        alike = [one for one in self.orders.values() if one.name == wanted.name]
        return (
            wanted.name if len(alike) == 1 else f"{wanted.name}, {wanted.variant.theme}"
        )

    def hear(self, task: Task, event: dict[str, Any]) -> None:
        """Take notice of what a worker tells."""
        wanted = self.orders[task.chapter, task.variant]
        name = self.name(wanted)
        if "loaded" in event and (change := _changed(wanted)):
            self.errors[name] = LectureError(change)
        elif event.get("failure"):
            self.errors[name] = failure(task, event["failure"])
            self.board.end(name, "failed")
        elif "result" in event and name in self.errors:
            self.board.end(name, "not kept")
        elif "result" in event:
            _publish(self.store, wanted, task)
            seconds = time.monotonic() - self.begun
            self.board.end(name, f"rendered after {seconds:.0f} s")
        else:
            self.board.move(name, event.get("total"), event.get("done"))


def failure(task: Task, report: dict[str, Any]) -> LectureError:
    """Turn a worker's report into words: chapter, beat, file and line."""
    beat = f", beat {report['beat']!r}" if report.get("beat") else ""
    place = f"{shown(report['file'])}:{report['line']}: " if report.get("file") else ""
    error = LectureError(f"{place}chapter {task.chapter!r}{beat}: {report['why']}")
    if report.get("traceback"):
        error.add_note(report["traceback"])
    return error


def _task(store: Store, wanted: Order, folder: Path) -> Task:
    """Return the work of rendering one chapter."""
    notes = store.last(wanted.chapter, wanted.variant) or store.last(wanted.chapter)
    return Task(
        wanted.chapter,
        wanted.table,
        wanted.variant,
        str(folder.absolute()),
        expected=notes["duration"] if notes else None,
    )


def _changed(wanted: Order) -> str:
    """Say what changed between making the key and loading the sources, if any did.

    Such a recording is not kept: it would stand under the key of older sources.
    """
    now = ingredients(wanted.chapter, wanted.table, wanted.variant)
    found = ", ".join(changes(wanted.parts, now))
    again = f"{found} while chapter {wanted.chapter!r} was loaded: build again"
    return again if found else ""


def _publish(store: Store, wanted: Order, task: Task) -> None:
    """Put a finished rendering into the store."""
    take = Path(task.folder, "take")
    store.publish(take, wanted.chapter, wanted.variant, wanted.parts, wanted.key)
