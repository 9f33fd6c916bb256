"""Whether a path within a folder is one that a command may write to."""

import re
from pathlib import Path, PureWindowsPath

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def problem(root: Path, path: str) -> str | None:
    """Say why nothing may be written at `path` within `root`; None if it may.

    >>> problem(Path("site"), "../passwords")
    'leads outside of the folder; name a place within it'
    """
    parts = path.split("/")
    if not path or "\\" in path or _CONTROL.search(path) or PureWindowsPath(path).drive:
        return "is no plain path; write it with slashes, from the folder's top"
    if path.startswith("/") or any(part in ("", ".", "..") for part in parts):
        return "leads outside of the folder; name a place within it"
    if (root / path).is_symlink():
        return "is a symbolic link; replace it by a file of its own, or move it away"
    top = root.resolve()
    for n in range(1, len(parts)):
        folder = root.joinpath(*parts[:n])
        if folder.is_symlink() and not folder.resolve().is_relative_to(top):
            return f"lies behind {folder}, a symbolic link that leads outside"
        if folder.exists() and not folder.is_dir():
            return f"lies behind {folder}, which is no folder"
    return None
