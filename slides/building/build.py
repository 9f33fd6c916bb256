"""One build: renders what is stale and makes the outputs that are not current."""

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from slides.base import stopping
from slides.base.disks import refusal
from slides.base.errors import LectureError, Stopped
from slides.base.source_date import source_date
from slides.building.failures import not_made, without
from slides.building.kinds import KINDS
from slides.building.manifest import Manifest
from slides.building.outputs import PAGE, Output, outputs, page
from slides.building.plan import Plan, together
from slides.engine.progress import Progress
from slides.engine.recorded import Rendering
from slides.engine.source_cache import remembered
from slides.engine.targets import Target, sound, targets_of, there, why_stale
from slides.outputs.context import Context
from slides.settings.values import Lecture

USUAL = {kind.name for kind in KINDS if kind.usual}  # what the page shows


def build(plan: Plan, progress: Progress) -> None:
    """Build what the plan asks for.

    Raises
    ------
    LectureError
        With all that failed; what could be made is made nevertheless.
    """
    source_date()  # what it cannot read is told before all else
    with plan.recordings.alone(progress.say), remembered(plan.cache):
        lecture = plan.read()
        targets = targets_of(lecture, plan.chosen(lecture), plan.variant)
        Build(plan, lecture, targets, progress).run()


@dataclass(frozen=True)
class Build:
    """A build of some chapters.

    Parameters
    ----------
    plan
        What the user asked for.
    lecture
        The settings.
    targets
        The films of the chapters.
    progress
        Where to show how far it is.
    """

    plan: Plan
    lecture: Lecture
    targets: Sequence[Target]
    progress: Progress
    _found: dict[str, Rendering] = field(default_factory=dict)  # by name of the target

    @cached_property
    def manifest(self) -> Manifest:
        """What was made in the output folder."""
        return Manifest(self.plan.out.absolute())

    @cached_property
    def every(self) -> list[Output]:
        """All outputs that these chapters may have, whether or not they are wanted."""
        return outputs(self.lecture, self.targets, self.plan.choices)

    @cached_property
    def current(self) -> set[str]:
        """Names of those that need not be made; grows as they are made."""
        return {one.name for one in self.every if self.manifest.is_current(one)}

    def run(self) -> None:
        """Make what is wanted and not current."""
        begun = time.monotonic()
        self.plan.recordings.clean()  # a build may be killed when all is made
        todo = self._todo()
        if not todo:
            self.progress.say(f"{self.plan.out} is up to date")
            return
        if why := refusal(*self._places(todo)):  # told before anything is rendered
            raise LectureError(why)
        self.manifest.clean(kind.folder for kind in KINDS if kind.folder)
        failures = self.render(todo)
        made, others = self.make(todo)
        if failures or others:
            raise together([*failures, *others])
        seconds = time.monotonic() - begun
        self.progress.say(f"{self.plan.out}: {made} outputs made in {seconds:.0f} s")

    def _todo(self) -> list[Output]:
        """Choose what to make; forget what the lecture no longer has."""
        kinds = self.plan.wanted(self.lecture)
        is_named = self.plan.kinds and self.plan.chapters  # both by the user
        wanted = [
            o for o in self.every if o.kind in kinds and (o.is_listed or is_named)
        ]
        names = {one.name for one in wanted}
        index = self._page(self.current | names, self.targets)
        if not self.plan.chapters:
            made = [o for o in self.every if o.is_listed or o.name in self.current]
            self.manifest.keep_only([*made, index])
        todo = [one for one in wanted if one.name not in self.current]
        is_late = not self.manifest.is_current(index)
        return [*todo, index] if is_late and self._has_page else todo

    @cached_property
    def _has_page(self) -> bool:
        """Whether this build makes what the page shows, and has the films for it."""
        kinds = {*self.plan.wanted(self.lecture)}
        needed = {
            o.name for one in self.every if one.kind in kinds for o in one.targets
        }
        # Somebody who asks for the hand-out alone does not wait for films.
        missing = [one for one in self.targets if one.name not in needed]
        is_there = partial(there, self.plan.recordings)
        has_films = not self.plan.kinds or all(map(is_there, missing))
        return bool(USUAL & kinds) and has_films

    def _page(self, names: Collection[str], targets: Sequence[Target]) -> Output:
        """Return the page that shows these outputs and chapters."""
        shown = [one for one in self.every if one.kind in USUAL and one.name in names]
        return page(self.lecture, targets, shown, self.plan.choices)

    def _places(self, todo: Sequence[Output]) -> Iterator[Path]:
        """Yield where some of the files will lie that are made: one in each folder."""
        yield self.plan.out / "index.html"
        for kind in KINDS:
            if kind.name in {one.kind for one in todo}:
                yield self.plan.out / kind.folder / "any"
                names = [name for name, _ in kind.files if "<" not in name]
                yield from (self.plan.out / name for name in names)
        folders = {kind.name: kind.folder for kind in KINDS}
        for one in todo:
            for target in one.targets if folders.get(one.kind) else ():
                yield self.plan.out / folders[one.kind] / target.chapter / "any"

    def render(self, todo: Sequence[Output]) -> list[LectureError]:
        """Render what is stale of all that the outputs need."""
        plan = self.plan
        needed = {target.name: target for one in todo for target in one.targets}
        self._find(needed)
        late = [needed[name] for name in needed if name not in self._found]
        for wanted in late if plan.explain else ():
            for reason in why_stale(plan.recordings, wanted):
                self.progress.say(f"{wanted.name}: rendered because {reason}")
        if not late:
            return []
        # Loaded only when there is something to render.
        from slides.engine.render import render

        failures = render(plan.recordings, late, plan.jobs, self.progress)
        self._take(late)
        return failures

    def _take(self, targets: Sequence[Target]) -> None:
        """Take those recordings that are there now."""
        new = [one for one in targets if one.name not in self._found]
        found = {one.name: there(self.plan.recordings, one) for one in new}
        self._found.update({name: it for name, it in found.items() if it})

    def _find(self, targets: Mapping[str, Target]) -> None:
        """Read those recordings that are there and whole; name those that are not."""
        for name, one in targets.items():
            if found := sound(self.plan.recordings, one, self.progress.say):
                self._found[name] = found

    def make(self, todo: Sequence[Output]) -> tuple[int, list[LectureError]]:
        """Make outputs, the page last, as far as what they need was rendered.

        Returns
        -------
        int, list
            How many were made, and what failed: none keeps another from being made.
        """
        wanted = [one for one in todo if one.kind != PAGE]
        ready = [
            one for one in wanted if all(o.name in self._found for o in one.targets)
        ]
        failures: list[LectureError] = []
        self.progress.add("outputs")
        with self.plan.recordings.scratch() as scratch:
            posters: dict[tuple[str, str], bytes] = {}  # each is made once
            make = partial(self._make, scratch, posters, failures)
            for done, one in enumerate(ready):
                self.progress.move("outputs", len(ready) + 1, done)
                make(one)
            made = len(ready) - len(failures)
            if self._has_page:
                # It shows what there is now, whatever was meant to be.
                self._take(self.targets)
                found = [one for one in self.targets if one.name in self._found]
                index = self._page(self.current, found)
                if not self.manifest.is_current(index):
                    made += make(index)
        words = f", {len(failures)} failed" if failures else ""
        self.progress.end("outputs", f"{made} made{words}")
        waiting = [one for one in wanted if one not in ready]
        old = [name for one in waiting for name in self.manifest.left(one)]
        return made, [*failures, *without(waiting, old)]

    def _make(
        self,
        scratch: Path,
        posters: dict[tuple[str, str], bytes],
        failures: list[LectureError],
        one: Output,
    ) -> bool:
        """Make an output; tell whether it is there, and note why it is not."""
        if self.plan.explain:
            why = self.manifest.why(one)
            self.progress.say(f"{one.name}: made because {why}")
        stopping.check()
        try:
            self.manifest.record(one, one.make(self._context(one, scratch, posters)))
        except (Stopped, KeyboardInterrupt):
            raise
        except BaseException as error:  # libraries' panics are no Exceptions
            stopping.check()
            failures.append(not_made(one.name, error, self.manifest.left(one)))
            return False
        self.current.add(one.name)
        return True

    def _context(
        self, output: Output, scratch: Path, posters: dict[tuple[str, str], bytes]
    ) -> Context:
        """Return what an output is made from."""
        needs = [(target, self._found[target.name]) for target in output.targets]
        return Context(
            self.lecture,
            self.plan.variant,
            {one.chapter: found for one, found in needs if not one.variant.is_still},
            self.manifest.out,
            scratch,
            frozenset(self.current),
            {
                (one.chapter, one.variant.theme): found
                for one, found in needs
                if one.variant.is_still
            },
            posters,
        )
