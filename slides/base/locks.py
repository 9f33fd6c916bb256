"""One command at a time: a lock that a killed process lets go of."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

Say = Callable[[str], None]


@contextmanager
def alone(file: Path, say: Say) -> Iterator[None]:
    """Let one command at a time work in the folder of a file, which is locked.

    Where the file system knows no locks, as some in a network do not, that is said and
    the work is done all the same.

    Parameters
    ----------
    file
        The file to lock; it is made if it is not there.
    say
        Is told what one waits for.
    """
    with _held(file, say):
        yield


def _held(file: Path, say: Say) -> AbstractContextManager[object]:
    """Return the lock of a file once it is ours, or nothing where there are none."""
    from filelock import FileLock, Timeout  # only who writes needs it

    lock = FileLock(file, fallback_to_soft=False)
    try:
        try:
            return lock.acquire(blocking=False)
        except Timeout:
            say(f"waiting for another build that uses {file.parent}")
            return lock.acquire()
    except OSError as error:
        if error.filename:  # the file itself cannot be written
            raise
        say(
            f"{file.parent}: its file system takes no locks ({error.strerror}); "
            "going on, so let no other build use it meanwhile"
        )
        return nullcontext()
