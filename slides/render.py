"""The build engine: finds out what is stale and renders it in worker processes."""

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from slides.errors import LectureError
from slides.progress import Board
from slides.project import shown
from slides.settings import Lecture
from slides.stale import Ingredients, changes, ingredients, key
from slides.store import Store, Take
from slides.variants import Variant
from slides.workforce import Answer, Task, Workforce


@dataclass(frozen=True)
class Order:
    """A chapter as it is wanted."""

    chapter: str
    table: dict[str, Any]  # settings of its experiment
    variant: Variant
    parts: Ingredients
    key: str


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
    begun = time.monotonic()
    with ExitStack() as stack:
        workforce = stack.enter_context(Workforce(jobs))
        tasks = []
        for wanted in orders:
            folder = stack.enter_context(store.scratch())
            tasks.append(_task(store, wanted, folder))
            board.add(wanted.chapter)
        by_name = {wanted.chapter: wanted for wanted in orders}

        def hear(task: Task, event: dict[str, Any]) -> None:
            if event.get("failure"):
                board.end(task.chapter, "failed")
            elif "result" in event:
                _publish(store, by_name[task.chapter], task)
                seconds = time.monotonic() - begun
                board.end(task.chapter, f"rendered after {seconds:.0f} s")
            else:
                if "total" in event:
                    _check_unchanged(by_name[task.chapter])
                board.move(task.chapter, event.get("total"), event.get("done"))

        answers = workforce.do([[task] for task in tasks], hear)
    return [failure(answer) for answer in answers if answer.failure]


def takes(store: Store, orders: Sequence[Order]) -> list[Take]:
    """Return the recordings of all chapters, which must be there."""
    found = [store.find(o.chapter, o.variant, o.key) for o in orders]
    return [take for take in found if take is not None]


def failure(answer: Answer) -> LectureError:
    """Turn a worker's report into words: chapter, beat, file and line."""
    report = answer.failure or {}
    beat = f", beat {report['beat']!r}" if report.get("beat") else ""
    place = f"{shown(report['file'])}:{report['line']}: " if report.get("file") else ""
    error = LectureError(
        f"{place}chapter {answer.task.chapter!r}{beat}: {report['why']}"
    )
    if report.get("traceback"):
        error.add_note(report["traceback"])
    return error


def _task(store: Store, wanted: Order, folder: Path) -> Task:
    """Return the work of rendering one chapter."""
    notes = store.last(wanted.chapter, wanted.variant) or {}
    return Task(
        wanted.chapter,
        wanted.table,
        wanted.variant,
        str(folder.absolute()),
        expected=notes.get("duration"),
    )


def _check_unchanged(wanted: Order) -> None:
    """Stop if the sources changed between making the key and loading them.

    Otherwise pictures of new sources would be kept under the key of old ones.
    """
    now = ingredients(wanted.chapter, wanted.table, wanted.variant)
    if found := changes(wanted.parts, now):
        raise LectureError(f"{'; '.join(found)} while the build began: build again")


def _publish(store: Store, wanted: Order, task: Task) -> None:
    """Put a finished rendering into the store."""
    take = Path(task.folder, "take")
    store.publish(take, wanted.chapter, wanted.variant, wanted.parts, wanted.key)
