"""Ctrl-C, and the system's own request to end: heard from the first moment to the last.

It loads next to nothing, so that it can be loaded before all else.
"""

import os
import signal
import sys
from types import FrameType

from slides.base.errors import Stopped

WORDS = "stopped; the next build carries on from here"
_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_asked: list[int] = []  # signals that asked the command to end


def end_at_once() -> None:
    """While nothing has begun, let a signal end the process then and there."""
    for number in _SIGNALS:
        signal.signal(number, _leave)


def end_in_order() -> None:
    """From now on, let a signal raise `Stopped`, so that all begun is cleared up."""
    for number in _SIGNALS:
        signal.signal(number, _stop)


def end_no_more() -> None:
    """Hear no signals from now on: the process is about to end by itself."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def check() -> None:
    """Raise `Stopped` if it was raised before and got lost within a library.

    What is written in C may turn it into an error of its own.
    """
    if _asked:
        raise Stopped(_asked[0])


def _leave(number: int, _frame: FrameType | None) -> None:
    os.write(2, f"{WORDS}\n".encode())
    os._exit(128 + number)


def _stop(number: int, _frame: FrameType | None) -> None:
    end_no_more()  # not while we are clearing up
    _asked.append(number)
    sys.unraisablehook = _lost
    raise Stopped(number)


def _lost(ignored: "sys.UnraisableHookArgs") -> None:
    """Raise `Stopped` again soon where Python had to drop it, as in a destructor."""
    if not isinstance(ignored.exc_value, Stopped):
        sys.__unraisablehook__(ignored)
    elif os.name == "posix":
        signal.signal(signal.SIGALRM, lambda *_: check())
        signal.setitimer(signal.ITIMER_REAL, 0.02)
