"""One build: renders what is stale and makes the outputs that are not current."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from slides.base.errors import LectureError, UsageError, unknown
from slides.building.kinds import KINDS, USUAL, Choices, Output, outputs, page
from slides.building.manifest import Stamp
from slides.engine.progress import Board
from slides.engine.recordings import Store
from slides.engine.render import Order, order, render, stale, why_stale
from slides.engine.settings_cache import Memory
from slides.outputs.context import Context
from slides.settings.lecture import Lecture, read
from slides.settings.project import LECTURE_TOML
from slides.settings.variants import Variant


@dataclass(frozen=True)
class Plan:
    """What the user asked for."""

    chapters: tuple[str, ...] = ()  # none named: all
    variant: Variant = field(default_factory=Variant)
    kinds: tuple[str, ...] = ()  # none named: the usual, and the stills that are listed
    choices: Choices = field(default_factory=Choices)
    jobs: int = os.cpu_count() or 1
    out: Path = Path("build")
    cache: Path = Path(".cache/lecture")
    config: Path = LECTURE_TOML
    overrides: tuple[str, ...] = ()
    explain: bool = False

    @property
    def store(self) -> Store:
        """The cache of recordings."""
        return Store(self.cache.absolute())

    def read(self) -> Lecture:
        """Read the settings; what was read before is not computed again."""
        memory = Memory(self.cache.absolute() / "settings.json")
        return read(self.config, self.overrides, memory.resolve)

    def wanted(self, lecture: Lecture) -> tuple[str, ...]:
        """Return the kinds of output to make."""
        return self.kinds or (*USUAL, *(["stills"] if lecture.stills else []))

    def chosen(self, lecture: Lecture) -> list[str]:
        """Return the chapters asked for, in the order of the lecture."""
        faults = [
            unknown("chapter", name, lecture.chapters)
            for name in self.chapters
            if name not in lecture.chapters
        ]
        if faults:
            raise UsageError(*faults)
        return [c for c in lecture.chapters if c in self.chapters or not self.chapters]


def build(plan: Plan, board: Board) -> None:
    """Build what the plan asks for.

    Raises
    ------
    LectureError
        With all that failed; what could be made is made nevertheless.
    """
    with plan.store.alone(board.say):
        lecture = plan.read()
        orders = order(lecture, plan.chosen(lecture), plan.variant)
        _build(plan, lecture, orders, board)


def _build(plan: Plan, lecture: Lecture, orders: Sequence[Order], board: Board) -> None:
    """Make what is not current of the outputs of these chapters."""
    begun = time.monotonic()
    stamp = Stamp(plan.out.absolute())
    every = outputs(lecture, orders, KINDS, plan.choices)
    wanted = [one for one in every if one.kind in plan.wanted(lecture)]
    usual = [one for one in every if one.kind in USUAL]
    shown = [one for one in usual if one in wanted or stamp.is_current(one)]
    index = page(lecture, orders, shown, plan.choices.deck)
    if shown and any(one in wanted for one in shown):
        wanted.append(index)
    if not plan.chapters:
        stamp.keep_only([*every, index])
    todo = [one for one in wanted if not stamp.is_current(one)]
    if not todo:
        board.say(f"{plan.out} is up to date")
        return
    plan.store.clean()
    stamp.clean()
    failures = _render(plan, todo, board)
    made = _make(plan, lecture, orders, todo, stamp, board)
    if failures:
        raise together(failures)
    seconds = time.monotonic() - begun
    board.say(f"{plan.out}: {made} outputs made in {seconds:.0f} s")


def _render(plan: Plan, todo: Sequence[Output], board: Board) -> list[LectureError]:
    """Render what is stale of all that the outputs need."""
    needed = {order.name: order for one in todo for order in one.orders}
    late = stale(plan.store, list(needed.values()))
    if plan.explain:
        for wanted in late:
            for reason in why_stale(plan.store, wanted):
                board.say(f"{wanted.name}: rendered because {reason}")
    return render(plan.store, late, plan.jobs, board) if late else []


def _make(
    plan: Plan,
    lecture: Lecture,
    orders: Sequence[Order],
    todo: Sequence[Output],
    stamp: Stamp,
    board: Board,
) -> int:
    """Make outputs, the page last, as far as what they need was rendered."""
    takes = {
        o.name: take
        for one in todo
        for o in one.orders
        if (take := plan.store.find(o.chapter, o.variant, o.key))
    }
    ready = [one for one in todo if all(o.name in takes for o in one.orders)]
    every = outputs(lecture, orders, KINDS, plan.choices)
    posters: dict[tuple[str, str], bytes] = {}
    if not ready:
        return 0
    board.add("outputs")
    with plan.store.scratch() as scratch:
        for done, one in enumerate(ready):
            board.move("outputs", len(ready), done)
            if plan.explain:
                board.say(f"{one.name}: made because {stamp.why(one)}")
            drawn = [o for o in one.orders if o.variant.is_still]
            filmed = [o for o in one.orders if not o.variant.is_still]
            current = frozenset(e.name for e in every if stamp.is_current(e))
            context = Context(
                lecture,
                plan.variant,
                {o.chapter: takes[o.name] for o in filmed},
                stamp.out,
                scratch,
                current,
                {(o.chapter, o.variant.theme): takes[o.name] for o in drawn},
                posters,
            )
            stamp.record(one, one.make(context))
    board.end("outputs", f"{len(ready)} made")
    return len(ready)


def together(failures: Sequence[LectureError]) -> LectureError:
    """Return one error that tells of all."""
    error = LectureError(*dict.fromkeys(line for one in failures for line in one.lines))
    for failure in failures:
        for note in getattr(failure, "__notes__", ()):
            error.add_note(note)
    return error
