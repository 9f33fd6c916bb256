"""One chapter while it is written: what the page shows, what is played anew when."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

from slides.settings.project import shown
from slides.watching.affected import START, first_affected
from slides.watching.orders import (
    Broken,
    Described,
    Draw,
    Drawn,
    Event,
    Film,
    Filmed,
    Go,
    Loaded,
    Order,
    Parked,
    Played,
    TooDeep,
)
from slides.watching.sources import Place, Sources
from slides.watching.storyboard import Step


@dataclass
class Picture:
    """What the page shows of a beat."""

    still: str = ""  # name of the picture; "" before it is drawn
    facts: str = ""  # name of the JSON file with its words, numbers and faults
    clip: str = ""  # name of the film
    is_filmed: bool = False  # the clip shows what the sources say now
    is_current: bool = False  # it shows what the sources say now
    seconds: float | None = None  # from the save to this still


@dataclass
class Session:
    """What is known of the chapter; one thread changes it at a time.

    Parameters
    ----------
    chapter
        Its name.
    sources
        Its sources.
    steps
        Its storyboard.
    look
        Step of which the still is wanted first.
    give
        Gives the runner an order.
    """

    chapter: str
    sources: Sources
    steps: Sequence[Step]
    look: int
    give: Callable[[Order], None]
    pictures: dict[str, Picture] = field(default_factory=dict)  # by beat
    error: dict[str, Any] | None = None
    version: int = 0  # of what the page shows
    is_over: bool = False
    changed: threading.Condition = field(default_factory=threading.Condition)
    _run: int = 0
    _begun: float = 0.0  # when the change was noticed
    _from: int = START  # step before which the run began
    _parked: int = START  # last step before which a process is parked
    _ran: dict[str, int] = field(default_factory=dict)
    _loaded: frozenset[str] = frozenset()
    _first: set[int] = field(default_factory=set)  # steps not yet played anew
    _asked: set[int] = field(default_factory=set)  # steps to be drawn afterwards
    _filming: list[Film] = field(default_factory=list)  # what is to be filmed
    _modules: set[str] = field(default_factory=set)  # changed since the import

    def start(self) -> None:
        """Play the chapter from its start."""
        with self.changed:
            self._begun = time.monotonic()
            self._go(START)

    def take(self, files: Sequence[Path]) -> None:
        """Play anew what a change of some files concerns."""
        with self.changed:
            self._begun = time.monotonic()
            error: SyntaxError | None = None
            for file in files:
                try:
                    self._first |= self._affected(file)
                except SyntaxError as wrong:
                    error = wrong
            if error is None:
                try:
                    self._first |= self._storyboard()
                except SyntaxError as wrong:
                    error = wrong
            if error:
                self._fail(error.msg, error.filename or "", error.lineno)
                return
            if self.error or self._parked < len(self.steps):
                self._first.add(self._parked)  # what is being played may have changed
            if self._first:
                self._go(min(*self._first, self._parked))

    def choose(self, step: int) -> None:
        """Look at another beat."""
        with self.changed:
            if 0 <= step < len(self.steps):
                self.look = step
                self._film()
                self._tell()

    def hear(self, event: Event) -> None:
        """Take notice of what the runner tells; of old runs, nothing."""
        with self.changed:
            if event.run == self._run:
                self._hear(event)
                self._tell()

    def end(self, why: str = "") -> None:
        """Take notice that nothing more will be told."""
        with self.changed:
            self.is_over = True
            if why:
                self.error = {"why": why, "file": "", "line": None, "traceback": ""}
            self._tell()

    def newer(self, version: int, patience: float) -> tuple[int, dict[str, Any] | None]:
        """Wait until the page is to show something else; return what.

        Parameters
        ----------
        version
            Of what it shows.
        patience
            Longest time to wait, in s; then nothing is returned in its place.
        """
        with self.changed:
            self.changed.wait_for(lambda: self.version != version, patience)
            is_new = self.version != version
            return self.version, self.state() if is_new else None

    def place(self, function: str, offset: int) -> Place | None:
        """Return a line of the sources as it stands now."""
        with self.changed:
            return self.sources.place(function, offset)

    def state(self) -> dict[str, Any]:
        """Return what the page shows."""
        shows = [self.pictures.get(step.beat) or Picture() for step in self.steps]
        return {
            "chapter": self.chapter,
            "look": self.look,
            "error": self.error,
            "from": self._from_beat(),
            "busy": not self.error and self._parked < len(self.steps),
            "beats": [
                {"name": step.beat, **vars(picture)}
                for step, picture in zip(self.steps, shows, strict=True)
            ],
        }

    def _from_beat(self) -> str:
        """Return the beat before which the run began; "" if it began at the start."""
        is_within = START < self._from < len(self.steps)
        return self.steps[self._from].beat if is_within else ""

    def _affected(self, file: Path) -> set[int]:
        """Return the first step that a changed file concerns, if it concerns any."""
        module = self.sources.module(file)
        if module is None:
            return {START}
        if module.partition(".")[0] != "scenes":
            return {START} if module in self._loaded else set()
        found = self.sources.changes(module, file)
        if found is None or module not in self._loaded:
            return set() if self._loaded else {START}
        old, difference = found
        self._modules.add(module)
        is_alone = module == self.sources.scene_module
        self._follow(difference.functions if is_alone else frozenset())
        return first_affected(module, old, difference, self._ran, is_alone)

    def _follow(self, functions: frozenset[str]) -> None:
        """Look at the beat that is being written, if that is a step's own function."""
        written = [
            n
            for n, step in enumerate(self.steps)
            if any(name.endswith(f".{step.method}") for name in functions)
        ]
        if written and self.look not in written:
            self.look = written[0]

    def _storyboard(self) -> set[int]:
        """Read the storyboard again; return which steps are others."""
        beat = self.steps[self.look].beat
        old, self.steps = self.steps, self.sources.storyboard()
        names = [step.beat for step in self.steps]
        last = len(names) - 1
        self.look = names.index(beat) if beat in names else min(self.look, last)
        pairs = enumerate(zip_longest(old, self.steps))
        return {n for n, (one, other) in pairs if one != other}

    def _go(self, step: int) -> None:
        """Play anew from before a step on."""
        self._run += 1
        self._first, self._asked, self._filming = set(), set(), []
        self._from, self.error = step, None
        self._ran = {name: n for name, n in self._ran.items() if n < step}
        self._parked = step
        if step == START:
            self._loaded = frozenset()
            self._modules.clear()
        for n, one in enumerate(self.steps):
            if n >= step and one.beat in self.pictures:
                self.pictures[one.beat].is_current = False
                self.pictures[one.beat].is_filmed = False
        self._tell()
        self.give(Go(step, self._run, self._methods, self.look, self._changed))

    def _hear(self, event: Event) -> None:
        """Take notice of what is told of the present run."""
        match event:
            case Loaded(modules=modules, ran=ran):
                self._loaded = frozenset(modules)
                self._ran = dict.fromkeys(ran, START)
            case Parked(step=step):
                self._parked = step
            case Played(step=step, ran=ran, modules=modules):
                self._loaded = frozenset(modules)
                for name in ran:
                    self._ran.setdefault(name, step)
            case Drawn(step=step, still=still):
                picture = self.pictures.setdefault(self.steps[step].beat, Picture())
                picture.still, picture.is_current = still, True
                picture.seconds = round(time.monotonic() - self._begun, 2)
            case Described(step=step, facts=facts):
                self.pictures[self.steps[step].beat].facts = facts
                self._film()
                self._draw_missed()
            case Filmed(step=step, clip=clip):
                picture = self.pictures[self.steps[step].beat]
                picture.clip, picture.is_filmed = clip, True
            case TooDeep():
                self._go(START)
            case Broken(why=why, file=file, line=line, traceback=traceback):
                self._fail(why, file, line, traceback)

    @property
    def _methods(self) -> tuple[str, ...]:
        """The methods of the lesson that are the steps."""
        return tuple(step.method for step in self.steps)

    @property
    def _changed(self) -> tuple[str, ...]:
        """The modules that have changed since the scene was imported."""
        return tuple(sorted(self._modules))

    def _film(self) -> None:
        """Let the beat be filmed that is looked at, once its still is drawn."""
        picture = self.pictures.get(self.steps[self.look].beat)
        if picture and picture.is_current and not picture.is_filmed:
            order = Film(self.look, self._run, self._methods, self._changed)
            if order not in self._filming:
                self._filming.append(order)
                self.give(order)

    def _draw_missed(self) -> None:
        """Let the next still be drawn that was passed over on the way to the first."""
        for n, step in enumerate(self.steps[: min(self.look, self._parked)]):
            picture = self.pictures.get(step.beat)
            if n not in self._asked and not (picture and picture.is_current):
                self._asked.add(n)
                self.give(Draw(n + 1, self._run))
                return

    def _fail(self, why: str, file: str, line: int | None, traceback: str = "") -> None:
        """Show an error beside the last good picture."""
        self.error = {
            "why": why, "file": shown(file) if file else "", "line": line,
            "traceback": traceback,
        }  # fmt: skip
        self._tell()

    def _tell(self) -> None:
        """Let those who wait know that what the page shows is another."""
        self.version += 1
        self.changed.notify_all()
