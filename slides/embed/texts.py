"""The texts of a site: each file once, links followed, whatever lies there."""

import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scenes.caching.checked import read_regular

MARKDOWN = {".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".mdown"}
ENDINGS = MARKDOWN | {
    ".html", ".htm", ".xhtml", ".liquid", ".textile", ".adoc", ".asciidoc", ".org",
    ".rst",
}  # fmt: skip
# Folders from which Jekyll takes nothing.
SKIPPED = {
    "node_modules",
    "vendor/bundle",
    "vendor/cache",
    "vendor/gems",
    "vendor/ruby",
}


@dataclass(frozen=True)
class Text:
    """A file of a site that is no picture, video or the like."""

    name: str  # from the top of the site's folder, with slashes
    text: str
    why: str = ""  # it cannot be read

    @property
    def is_markdown(self) -> bool:
        """Whether it is written in Markdown."""
        return PurePosixPath(self.name).suffix.lower() in MARKDOWN

    @property
    def is_note(self) -> bool:
        """Whether Jekyll looks for commands in it."""
        path = PurePosixPath(self.name)
        in_own_folder = any(part.startswith("_") for part in path.parts[:-1])
        begins = self.text.lstrip("\ufeff")[:3] == "---"
        return path.suffix.lower() in ENDINGS or in_own_folder or begins


def texts(
    root: Path,
    source: str = "",
    skipped: Collection[str] = (),
    shown: Callable[[str], bool] = lambda name: False,
) -> Iterator[Text]:
    """Yield the texts in a site, in the order of their names.

    Parameters
    ----------
    root
        Folder of the site.
    source
        Folder in it in which the notes lie.
    skipped
        Files and folders in `root` to leave out.
    shown
        Tells of a folder's name with a dot in front whether Jekyll takes it.
    """
    out = {*skipped, *SKIPPED}
    top = root / source
    seen = {_real(parent) for parent in (top, *top.resolve().parents)}
    unread: list[OSError] = []
    for folder, folders, names in os.walk(top, onerror=unread.append, followlinks=True):
        place = Path(folder).relative_to(root).as_posix()
        base = "" if place == "." else f"{place}/"
        folders[:] = [
            name
            for name in sorted(folders)
            if (name[0] != "." or shown(name))
            and f"{base}{name}" not in out
            and f"{base}{name}".removeprefix(f"{source}/") not in SKIPPED
            and not _is_known(Path(folder, name), seen)
        ]
        for name in sorted(names):
            path = f"{base}{name}"
            if path not in out and not _is_known(Path(folder, name), seen):
                yield from _read(root, path)
    for error in unread:
        yield Text(
            _shown(str(error.filename)), "", f"cannot be read ({error.strerror})"
        )


def _read(root: Path, name: str) -> Iterator[Text]:
    """Yield a file, if it is a text."""
    data = read_regular(root / name)
    if isinstance(data, bytes):
        if b"\0" not in data[:1024]:
            yield Text(_shown(name), data.decode(errors="replace"))
    elif data is not None and (root / name).is_file():
        yield Text(_shown(name), "", data.why)


def _shown(name: str) -> str:
    """Return a name as it can be printed, whatever bytes it has on the disk."""
    text = os.fsencode(name).decode(errors="replace")
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def _is_known(path: Path, seen: set[str]) -> bool:
    """Tell whether a file or folder was seen under any name; note that it is now."""
    real = _real(path)
    is_known = real in seen
    seen.add(real)
    return is_known


def _real(path: Path) -> str:
    """Return where a path leads in the end."""
    return os.path.realpath(path)
