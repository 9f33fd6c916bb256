"""Which files of the project have changed since they were last looked at."""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

Stamp = tuple[int, int]
SETTLED = 0.03  # s for which a file must stay as it is: editors write in several goes
_PASSED_OVER = ("__pycache__",)


class Files:
    """The files in some folders, and some more, as they were last seen.

    Parameters
    ----------
    folders
        Folders, looked through wholly.
    more
        Tells which other files count; asked again whenever something changes, since
        one file may name another.
    """

    def __init__(
        self, folders: Sequence[Path], more: Callable[[], Iterable[Path]] = tuple
    ) -> None:
        self._folders, self._named = folders, more
        self._more = [*more()]
        self._seen = self._look()

    def changed(self) -> list[Path]:
        """Return what has changed, come or gone since the last call.

        A file has come as well if it counts from now on, and gone if it no longer does.
        """
        now = self._look()
        if now == self._seen:
            return []
        while True:
            time.sleep(SETTLED)
            self._more = [*self._named()]
            before, now = now, self._look()
            if now == before:
                break
        old, self._seen = self._seen, now
        names = sorted(n for n in {*old, *now} if old.get(n) != now.get(n))
        return [Path(name) for name in names]

    def _look(self) -> dict[str, Stamp]:
        """Return time and size of each file."""
        found: dict[str, Stamp] = {}
        for file in self._more:
            _note(str(file), found)
        for top in self._folders:
            for folder, inside, files in os.walk(top):
                inside[:] = [name for name in inside if name not in _PASSED_OVER]
                for name in files:
                    if not name.startswith("."):  # an editor's own
                        _note(os.path.join(folder, name), found)
        return found


def _note(file: str, found: dict[str, Stamp]) -> None:
    """Take note of a file, if it is there."""
    try:
        status = os.stat(file)
    except (OSError, ValueError):  # it is not there, or no system could name it so
        return
    found[file] = status.st_mtime_ns, status.st_size
