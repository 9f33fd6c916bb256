"""One build: renders what is stale and makes the outputs that are not current."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from slides.base.errors import LectureError
from slides.base.source_date import source_date
from slides.building.kinds import KINDS
from slides.building.manifest import Manifest
from slides.building.outputs import Output, outputs, page
from slides.building.plan import Plan, together
from slides.engine.progress import Progress
from slides.engine.recorded import Rendering
from slides.engine.source_cache import remembered
from slides.engine.targets import Target, sound, targets_of, why_stale
from slides.outputs.context import Context
from slides.settings.values import Lecture


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
        todo = self._todo()
        if not todo:
            self.progress.say(f"{self.plan.out} is up to date")
            return
        self.plan.recordings.clean()
        self.manifest.clean(kind.folder for kind in KINDS if kind.folder)
        failures = self.render(todo)
        made = self.make(todo)
        if failures:
            raise together(failures)
        seconds = time.monotonic() - begun
        self.progress.say(f"{self.plan.out}: {made} outputs made in {seconds:.0f} s")

    def _todo(self) -> list[Output]:
        """Choose what to make; forget what the lecture no longer has."""
        kinds = self.plan.wanted(self.lecture)
        usual = {kind.name for kind in KINDS if kind.usual}
        wanted = [one for one in self.every if one.kind in kinds]
        shown = [
            one
            for one in self.every
            if one.kind in usual and (one.kind in kinds or one.name in self.current)
        ]
        index = page(self.lecture, self.targets, shown, self.plan.choices)
        if not self.plan.chapters:
            self.manifest.keep_only([*self.every, index])
        todo = [one for one in wanted if one.name not in self.current]
        is_late = not self.manifest.is_current(index)
        return [*todo, index] if is_late and usual & {*kinds} else todo

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
        for one in late:
            if found := plan.recordings.find(one.chapter, one.variant, one.key):
                self._found[one.name] = found
        return failures

    def _find(self, targets: Mapping[str, Target]) -> None:
        """Read those recordings that are there and whole; name those that are not."""
        for name, one in targets.items():
            if found := sound(self.plan.recordings, one, self.progress.say):
                self._found[name] = found

    def make(self, todo: Sequence[Output]) -> int:
        """Make outputs, the page last, as far as what they need was rendered."""
        ready = [one for one in todo if all(o.name in self._found for o in one.targets)]
        if not ready:
            return 0
        self.progress.add("outputs")
        with self.plan.recordings.scratch() as scratch:
            posters: dict[tuple[str, str], bytes] = {}  # each is made once
            for done, one in enumerate(ready):
                self.progress.move("outputs", len(ready), done)
                if self.plan.explain:
                    why = self.manifest.why(one)
                    self.progress.say(f"{one.name}: made because {why}")
                context = self._context(one, scratch, posters)
                self.manifest.record(one, one.make(context))
                self.current.add(one.name)
        self.progress.end("outputs", f"{len(ready)} made")
        return len(ready)

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
