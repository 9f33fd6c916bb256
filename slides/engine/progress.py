"""Progress of a build: bars with the time left, or plain lines off a terminal."""

from types import TracebackType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


class Progress:
    """Shows how far each piece of work is.

    Parameters
    ----------
    console
        Where to show it, the standard output if None; bars move only on a terminal.
    """

    def __init__(self, console: "Console | None" = None) -> None:
        self.console = console
        self._bars: Bars | None = None
        self._ids: dict[str, TaskID] = {}

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        if self._bars is not None:
            self._bars.stop()

    def add(self, name: str) -> None:
        """Show a piece of work that waits to be begun."""
        self._begin()
        if self._bars is not None:
            self._ids[name] = self._bars.add_task(name, total=None, start=False)

    def move(
        self, name: str, total: float | None = None, done: float | None = None
    ) -> None:
        """Show that it is begun, how much of it there is or how much is done."""
        if self._bars is None:
            return
        self._bars.start_task(self._ids[name])
        self._bars.update(self._ids[name], total=total, completed=done)

    def end(self, name: str, words: str) -> None:
        """Show that it has ended, and how."""
        if self._bars is None:
            self.say(f"{name}: {words}")
            return
        bar = self._bars.tasks[self._ids[name]]
        self._bars.update(bar.id, description=f"{name}: {words}")
        if bar.total is not None:
            self._bars.update(bar.id, completed=bar.total)
        self._bars.stop_task(bar.id)

    def say(self, line: str) -> None:
        """Print a line of its own."""
        if self.console is None:
            click.echo(line)
        else:
            self.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def _begin(self) -> None:
        """Start the bars, if they can be seen; they load only now."""
        if self._bars is not None:
            return
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        self.console = self.console or Console(highlight=False)
        if self.console.is_terminal:
            self._bars = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                TextColumn("{task.percentage:>3.0f} %"),
                TimeElapsedColumn(),
                TextColumn("left"),
                TimeRemainingColumn(),
                console=self.console,
            )
            self._bars.start()
