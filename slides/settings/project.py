"""Where things lie in the project, and how paths and errors are shown."""

import errno
import os
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import shorten

from nnsim.errors import FileError
from scenes.caching import sources
from slides.base.disks import in_words

PACKAGE = Path(__file__).resolve().parents[1]  # slides
ROOT = PACKAGE.parent  # holds manim.cfg; the folder in which scenes are rendered
LECTURE_TOML = PACKAGE / "lecture.toml"
LONGEST = 300  # characters of what a library says
_seen_from: list[Path] = []


def here() -> str:
    """Return the folder of the process; "" if it is gone."""
    try:
        return os.getcwd()
    except OSError:
        return ""


@contextmanager
def seen_from(folder: Path) -> Iterator[None]:
    """Show paths as from this folder, not from that of the process."""
    _seen_from.append(folder)
    try:
        yield
    finally:
        _seen_from.pop()


def shown(file: Path | str) -> str:
    """Return a path as the user would write it here."""
    try:
        here = _seen_from[-1] if _seen_from else Path.cwd()
        return str(Path(file).relative_to(here))
    except (ValueError, OSError):  # elsewhere, or in a folder that is gone
        return str(file)


def in_one_line(error: BaseException) -> str:
    """Say where an unexpected error came from, and how to see more."""
    if isinstance(error, OSError) and error.filename:
        return in_words(error, shown(os.fsdecode(error.filename)))
    if isinstance(error, FileError):
        line = f":{error.line}" if error.line else ""
        return f"{shown(error.file)}{line}: {error.why}"
    if isinstance(error, SyntaxError) and error.filename:
        return f"{shown(error.filename)}:{error.lineno}: {error.msg}"
    place = traceback.extract_tb(error.__traceback__)[-1]
    words = shorten(str(error), LONGEST, placeholder=" …")
    return (
        f"{shown(place.filename)}:{place.lineno}: {type(error).__name__}: {words} "
        "(--verbose shows more)"
    )


def components() -> list[str]:
    """Return the names of all components, without loading them."""
    return sorted(file.stem for file in _files("scenes", "components/[!_]*.py"))


def example_modules() -> list[str]:
    """Return the modules that say what the gallery shows."""
    names = [f"scenes.gallery.{name}" for name in components()]
    return ["scenes.gallery", *names]


def known_chapters() -> list[str]:
    """Return the names of all experiments, which are those of the chapters."""
    files = _files("nnsim", "experiments/[!_]*/experiment.py")
    return sorted(file.parent.name for file in files)


def _files(package: str, pattern: str) -> list[Path]:
    """Return the files of a package that match; that there are none is an error."""
    folder = sources.package_folder(package)
    files = [*folder.glob(pattern)] if folder else []
    if not files:
        raise FileNotFoundError(errno.ENOENT, "matches no file", f"{package}/{pattern}")
    return files
