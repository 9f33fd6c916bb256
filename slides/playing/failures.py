"""What a run tells that failed: what is wrong, where, and how it came to it."""

from collections.abc import Sequence

from nnsim.errors import FileError, UnfitDataError
from slides.base.errors import LectureError
from slides.engine.worker import failed
from slides.playing.orders import Broken


def broken(run: int, error: Exception, own: Sequence[str]) -> Broken:
    """Say what went wrong, and where; a traceback only where sources are at fault.

    Parameters
    ----------
    run
        Number of the run.
    error
        What ended it.
    own
        Tables of one's own that the chapter is given.
    """
    if isinstance(error, LectureError):
        return Broken(run, "\n".join(error.lines))
    found = failed(error)
    if isinstance(error.__cause__, UnfitDataError):  # read rightly, by no line at fault
        return Broken(run, found.why, next(iter(own), ""))
    how = "" if isinstance(error, FileError) else found.traceback
    return Broken(run, found.why, found.file, found.line, how)
