"""The process that has Manim loaded, and forks whatever imports and plays a chapter.

It imports no scene itself, so that each run from the start imports them as they are.
"""

import importlib
import io
import os
import signal

from slides.playing.orders import START, Go, Watch, decode
from slides.playing.parking import Line

HEAVY = ("manim", "manim_slides.slide", "pydantic")  # and none of our own


def main() -> None:
    """Load what is heavy; then let a child play from the start with each order to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    out = os.dup(1)
    os.dup2(2, 1)  # what Manim and others may write goes where errors go
    with io.FileIO(0, closefd=False) as orders:  # which reads nothing ahead
        watch: Watch = decode(orders.readline())
    line = Line(os.dup(0))
    for heavy in HEAVY:
        importlib.import_module(heavy)
    order = line.park(START)
    from slides.playing.stepping import Stepping

    assert isinstance(order, Go)  # there is nothing yet to draw
    Stepping(watch, order, line, out).play()


if __name__ == "__main__":
    main()
