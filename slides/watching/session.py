"""One chapter while it is written: what the page shows, what is played anew when."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

from slides.playing.orders import (
    START,
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
from slides.settings.project import shown
from slides.watching.picture import Picture
from slides.watching.progress import Progress
from slides.watching.sources import Place, Sources
from slides.watching.storyboard import Step


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
        Tells the runner.
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
    _progress: Progress = field(default_factory=Progress)
    _noticed: float = 0.0  # when the change was noticed
    _unread: set[Path] = field(default_factory=set)  # files that have changed
    _first: set[int] = field(default_factory=set)  # steps not yet played anew
    _given: set[Order] = field(default_factory=set)  # what is to be drawn or filmed

    def start(self) -> None:
        """Play the chapter from its start."""
        with self.changed:
            self._noticed = time.monotonic()
            self._go(START)

    def take(self, files: Sequence[Path]) -> None:
        """Play anew what a change of some files concerns."""
        with self.changed:
            self._noticed = time.monotonic()
            try:
                self._unread.update(files)
                for file in sorted(self._unread):
                    self._read(file)
                self._first |= self._storyboard()
            except SyntaxError as error:
                self._fail(error.msg, error.filename or "", error.lineno)
                return
            parked = self._progress.parked
            if self.error or parked < len(self.steps):
                self._first.add(parked)  # what is being played may have changed
            if self._first:
                self._go(min(*self._first, parked))

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
            if event.run == self._progress.run:
                self._hear(event)
                self._tell()

    def end(self, why: str = "") -> None:
        """Take notice that nothing more will be told."""
        with self.changed:
            self.is_over = True
            if why:
                self._fail(why, "", None)
            self._tell()

    def newer(self, version: int, patience: float) -> tuple[int, dict[str, Any] | None]:
        """Wait until the page is to show something newer; return its version, and it.

        After `patience` seconds, None stands in its place.
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
        return {
            "chapter": self.chapter,
            "look": self.look,
            "error": self.error,
            "busy": not self.error and self._progress.parked < len(self.steps),
            "beats": [
                {"name": step.beat, **vars(self.pictures.get(step.beat, Picture()))}
                for step in self.steps
            ],
        }

    def _read(self, file: Path) -> None:
        """Read a changed file; note what is to be played anew, and look there."""
        first, written = self._progress.affected(self.sources, file, self.steps)
        self._unread.discard(file)
        self._first |= first
        if written and self.look not in written:
            self.look = min(written)

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
        self._progress.begin(step)
        self._first, self._given, self.error = set(), set(), None
        for n, one in enumerate(self.steps):
            if n >= step and one.beat in self.pictures:
                self.pictures[one.beat].is_current = False
                self.pictures[one.beat].is_filmed = False
        self._tell()
        run, changed = self._progress.run, self._progress.changed
        self.give(Go(step, run, self._methods, self.look, changed))

    def _hear(self, event: Event) -> None:
        """Take notice of what is told of the present run."""
        match event:
            case Loaded() | Parked() | Played():
                self._progress.hear(event)
            case Drawn(step=step, still=still):
                picture = self.pictures.setdefault(self.steps[step].beat, Picture())
                picture.still, picture.is_current = still, True
                picture.since = self._since()
                picture.seconds = round(time.monotonic() - self._noticed, 2)
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
        """The steps, as the lesson calls them."""
        return tuple(step.method for step in self.steps)

    def _since(self) -> str:
        """Return the beat from which on is played; "" for the start."""
        begun = self._progress.begun
        return self.steps[begun].beat if begun != START else ""

    def _give(self, order: Draw | Film) -> None:
        """Give an order to draw or to film, once."""
        if order not in self._given:
            self._given.add(order)
            self.give(order)

    def _film(self) -> None:
        """Let the beat be filmed that is looked at, once its still is drawn."""
        picture = self.pictures.get(self.steps[self.look].beat)
        if picture and picture.is_current and not picture.is_filmed:
            run, changed = self._progress.run, self._progress.changed
            self._give(Film(self.look, run, self._methods, changed))

    def _draw_missed(self) -> None:
        """Let stills be drawn that were passed over on the way to the first."""
        passed = min(self.look, self._progress.parked)
        for n, step in enumerate(self.steps[:passed]):
            picture = self.pictures.get(step.beat)
            if not (picture and picture.is_current):
                self._give(Draw(n + 1, self._progress.run))
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
