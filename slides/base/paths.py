"""Whether a name found on disk, or given by the user, lies in a folder of ours."""

import os
import re
import stat
from pathlib import Path, PureWindowsPath

LONGEST = 255  # bytes of one name, which file systems take
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# The folder may be copied to Windows: devices there, whatever their ending; signs that
# mean something else; ends that are cut off.
_WINDOWS = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?"
    r"|.*[<>:\"|?*].*|.*[. ]",
    re.IGNORECASE,
)


def problem(root: Path, path: object, *, is_folder: bool = False) -> str | None:
    """Say why nothing may be read, written or removed at `path`; None if it may.

    Parameters
    ----------
    root
        The folder that is ours.
    path
        What should name a file in it, with slashes.
    is_folder
        Whether a folder may lie there, and no file.

    Examples
    --------
    >>> problem(Path("site"), "../passwords")
    'leads outside of the folder; name a place within it'
    """
    if not isinstance(path, str):
        return "is no path; write one between quotes"
    if why := name_problem(path):
        return why
    try:
        return _in_the_way(root, path.split("/"), is_folder=is_folder)
    except OSError as error:
        return f"cannot be looked at: {error.strerror}"


def name_problem(path: str) -> str | None:
    """Say why a path is none that lies within any folder; None if it does.

    What lies on the disk is not looked at.
    """
    is_text = path.encode(errors="replace").decode() == path  # no half characters
    is_plain = path and "\\" not in path and not _CONTROL.search(path) and is_text
    if not is_plain or PureWindowsPath(path).drive:
        return "is no plain path; write it with slashes, from the folder's top"
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts):
        return "leads outside of the folder; name a place within it"
    if reserved := next(filter(_WINDOWS.fullmatch, parts), None):
        return f"has a name that Windows does not take ({reserved!r}); choose another"
    if any(len(part.encode()) > LONGEST for part in parts):
        return f"has a name of more than {LONGEST} bytes; choose a shorter one"
    return None


def _in_the_way(root: Path, parts: list[str], *, is_folder: bool) -> str | None:
    """Say what lies at a place, or above it, that must not be touched."""
    for n in range(1, len(parts)):
        folder = root.joinpath(*parts[:n])
        if _leads_outside(folder, root):
            return f"lies behind {folder}, a symbolic link that leads outside"
        if os.path.lexists(folder) and not folder.is_dir():
            return f"lies behind {folder}, which is no folder"
    try:
        kind = os.lstat(root.joinpath(*parts)).st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(kind):
        return "is a symbolic link; replace it by a file of its own, or move it away"
    if is_folder:
        return None if stat.S_ISDIR(kind) else "is no folder; move it away"
    if stat.S_ISDIR(kind):
        return "is a folder; move it away"
    return None if stat.S_ISREG(kind) else "is no regular file; move it away"


def _leads_outside(folder: Path, root: Path) -> bool:
    """Tell whether a folder is a link to a place outside."""
    if not folder.is_symlink():
        return False
    # Unlike Path.resolve, this takes links that lead in a circle.
    return not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(root))
