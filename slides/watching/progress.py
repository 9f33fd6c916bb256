"""How far a run has come, and from where it must begin anew when sources change."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from slides.playing.orders import START, Loaded, Parked, Played
from slides.watching.affected import (
    first_affected,
    first_reworded,
    reworded,
    rewritten,
)
from slides.watching.sources import Sources
from slides.watching.storyboard import Step


@dataclass
class Progress:
    """How far the present run has come."""

    run: int = 0  # number of the order with which it began
    begun: int = START  # step before which it began
    parked: int = START  # last step before which a process is parked
    modules: set[str] = field(default_factory=set)  # changed since the scene's import
    _ran: dict[str, int] = field(default_factory=dict)  # step in which functions ran
    _loaded: frozenset[str] = frozenset()

    @property
    def changed(self) -> tuple[str, ...]:
        """The modules that have changed since the scene was imported."""
        return tuple(sorted(self.modules))

    def begin(self, step: int) -> None:
        """Begin another run, from before a step."""
        self.run += 1
        self.begun = self.parked = step
        self._ran = {name: n for name, n in self._ran.items() if n < step}
        if step == START:
            self._loaded = frozenset()
            self.modules.clear()

    def hear(self, event: Loaded | Parked | Played) -> None:
        """Take notice of how far the run has come."""
        match event:
            case Loaded(modules=modules, ran=ran):
                self._loaded = frozenset(modules)
                self._ran = dict.fromkeys(ran, START)
            case Parked(step=step):
                self.parked = step
            case Played(step=step, ran=ran, modules=modules):
                self._loaded = frozenset(modules)
                for name in ran:
                    self._ran.setdefault(name, step)

    def affected(
        self, sources: Sources, file: Path, steps: Sequence[Step]
    ) -> tuple[set[int], set[int]]:
        """Return what a changed file concerns.

        Parameters
        ----------
        sources
            As they were read before; the file is read again.
        file
            The file.
        steps
            The storyboard, as it was before.

        Returns
        -------
        The first step that it concerns, if it concerns any; and the steps that are
        being written: their own functions have changed, or their words.

        Raises
        ------
        SyntaxError
            If it is no Python.
        """
        module = sources.module(file)
        if module is None:
            return {START}, set()
        if module.partition(".")[0] != "scenes":
            return {START} if module in self._loaded else set(), set()
        found = sources.changes(module, file)
        if found is None or module not in self._loaded:
            return set() if self._loaded else {START}, set()
        old, change = found
        self.modules.add(module)
        if module == sources.words_module:
            return first_reworded(change, steps), reworded(change, steps)
        is_scene = module == sources.scene_module  # from which nothing else imports
        first = first_affected(module, old, change, self._ran, is_scene)
        return first, rewritten(change, steps) if is_scene else set()
