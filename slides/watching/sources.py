"""The sources of a chapter that is watched: as last read, and what changed."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from slides.playing.definitions import (
    Definitions,
    Difference,
    definitions,
    difference,
)
from slides.watching.storyboard import Step, beat_at, storyboard


class Place(NamedTuple):
    """A line of the sources."""

    file: str  # from the root of the project
    line: int
    text: str  # what stands there


class Sources:
    """The texts of all modules of the scenes, as they were last read.

    Parameters
    ----------
    root
        The folder that holds the packages.
    chapter
        The chapter.
    """

    def __init__(self, root: Path, chapter: str) -> None:
        self._root = root
        self.scene = root / "scenes" / chapter / "scene.py"
        self.scene_module = f"scenes.{chapter}.scene"
        self.words_module = f"scenes.{chapter}.words"
        self._texts = dict(self._read())

    def _read(self) -> Iterator[tuple[str, str]]:
        """Yield each module of the scenes with its text."""
        for file in self._root.glob("scenes/**/*.py"):
            yield self._name(file), file.read_text(encoding="utf-8", errors="replace")

    def _name(self, file: Path) -> str:
        """Return the name of a module."""
        place = file.relative_to(self._root).with_suffix("")
        return ".".join(place.parts).removesuffix(".__init__")

    def _file(self, module: str) -> Path:
        """Return the file of a module."""
        place = self._root.joinpath(*module.split("."))
        return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")

    def module(self, file: Path) -> str | None:
        """Return the name of the module in a file; None if it holds none."""
        is_ours = file.suffix == ".py" and file.is_relative_to(self._root)
        return self._name(file) if is_ours else None

    def changes(self, module: str, file: Path) -> tuple[Definitions, Difference] | None:
        """Read a module again; return what it defined, and what is another now.

        None stands for what was not there before, or was no Python.

        Raises
        ------
        SyntaxError
            If the module is no Python; it then counts as not read.
        """
        old = self._defined(module)
        if not file.is_file():
            text = ""
        else:
            text = file.read_text(encoding="utf-8", errors="replace")
        new = definitions(text, str(file))
        self._texts[module] = text
        return None if old is None else (old, difference(old, new))

    def _defined(self, module: str) -> Definitions | None:
        """Return what a module defined when it was last read; None if it was none."""
        try:
            return definitions(self._texts[module])
        except (KeyError, SyntaxError):
            return None

    def storyboard(self) -> tuple[Step, ...]:
        """Return the steps of the chapter, as its scene was last read."""
        return storyboard(self._texts[self.scene_module], str(self.scene))

    def place(self, function: str, offset: int) -> Place | None:
        """Return a line as it stands now, wherever its function has moved.

        In place of a line that begins a beat, it is that of the beat's words.

        Parameters
        ----------
        function
            ``"scenes.neuron.scene:Neuron.bill"``, or what else has a line of its own.
        offset
            Of the line, from its first.
        """
        module, _, name = function.partition(":")
        text, found = self._texts.get(module, ""), self._defined(module)
        line = found.lines.get(name, 0) + offset if found else 0
        lines = text.splitlines()
        if not 0 < line <= len(lines):
            return None
        file = self._file(module).relative_to(self._root).as_posix()
        place = Place(file, line, lines[line - 1].strip())
        beat = beat_at(text, line) if module == self.scene_module else ""
        words = self.place(f"{self.words_module}:BEATS.{beat}", 0) if beat else None
        return words or place
