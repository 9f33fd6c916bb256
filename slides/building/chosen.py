"""What of a lecture is made: the outputs that are wanted and not current, the page."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from slides.building.kinds import KINDS
from slides.building.manifest import Manifest
from slides.building.outputs import Output, outputs, page
from slides.building.plan import Plan
from slides.engine.targets import Target, there
from slides.settings.values import Lecture

USUAL = {kind.name for kind in KINDS if kind.usual}  # what the page shows


@dataclass(frozen=True)
class Chosen:
    """What is made of some chapters.

    Parameters
    ----------
    plan
        What the user asked for.
    lecture
        The settings.
    targets
        The films of the chapters.
    """

    plan: Plan
    lecture: Lecture
    targets: Sequence[Target]

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

    def todo(self) -> list[Output]:
        """Choose what to make; forget what the lecture no longer has."""
        kinds = self.plan.wanted(self.lecture)
        is_named = self.plan.kinds and self.plan.chapters  # both by the user
        wanted = [
            o for o in self.every if o.kind in kinds and (o.is_listed or is_named)
        ]
        names = {one.name for one in wanted}
        index = self.page(self.current | names, self.targets)
        if not self.plan.chapters:
            made = [o for o in self.every if o.is_listed or o.name in self.current]
            self.manifest.keep_only([*made, index])
        todo = [one for one in wanted if one.name not in self.current]
        is_late = not self.manifest.is_current(index)
        return [*todo, index] if is_late and self.has_page else todo

    @cached_property
    def has_page(self) -> bool:
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

    def page(self, names: Collection[str], targets: Sequence[Target]) -> Output:
        """Return the page that shows these outputs and chapters."""
        shown = [one for one in self.every if one.kind in USUAL and one.name in names]
        return page(self.lecture, targets, shown, self.plan.choices)

    def places(self, todo: Sequence[Output]) -> Iterator[Path]:
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

    def clean(self) -> None:
        """Remove what killed processes left unfinished among the outputs."""
        self.manifest.clean(kind.folder for kind in KINDS if kind.folder)
