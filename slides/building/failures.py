"""What could not be made, in words: the output, where its maker was, why."""

import traceback
from collections.abc import Iterator, Sequence

from scenes.record import Beat
from slides.base.errors import LectureError
from slides.building.outputs import Output
from slides.engine.jobs import Failed
from slides.settings.project import in_one_line


def described(error: BaseException) -> Failed:
    """Return what can be told of an error: in each line a fault, with its place."""
    where = "".join(f"{part}: " for part in _where(error))
    lines = (f"{where}{line}" for line in _lines(error))
    text = "".join(traceback.format_exception(error))
    return Failed("\n".join(lines), traceback=text)


def not_made(name: str, failed: Failed, old: Sequence[str]) -> LectureError:
    """Say that an output failed.

    Parameters
    ----------
    name
        That of the output.
    failed
        Why.
    old
        Its files that an earlier build left there.
    """
    behind = f"; {old[0]} there is of an earlier build" if old else ""
    lines = failed.why.split("\n")
    told = LectureError(*(f"{name}: not made: {line}{behind}" for line in lines))
    told.add_note(failed.traceback)
    return told


def without(waiting: Sequence[Output], old: Sequence[str]) -> list[LectureError]:
    """Say which outputs were not tried, since what they need could not be rendered.

    Parameters
    ----------
    waiting
        The outputs.
    old
        Files of theirs that an earlier build left there.
    """
    names = ", ".join(one.name for one in waiting)
    behind = "; what is there of them is of an earlier build" if old else ""
    told = f"not made without what failed: {names}{behind}"
    return [LectureError(told)] if names else []


def _lines(error: BaseException) -> tuple[str, ...]:
    """Return the faults that an error tells, one sentence each."""
    if isinstance(error, LectureError):
        return error.lines
    if isinstance(error, MemoryError):
        return ("there is not enough memory for it",)
    return (in_one_line(error),)


def _where(error: BaseException) -> Iterator[str]:
    """Yield the chapter and the beat that its maker was at, as far as can be seen."""
    chapter = beat = ""
    trace = error.__traceback__
    while trace is not None:
        names = trace.tb_frame.f_locals
        if isinstance(names.get("chapter"), str):
            chapter = names["chapter"]
        if isinstance(names.get("beat"), Beat):
            beat = names["beat"].name
        trace = trace.tb_next
    if chapter:
        yield f"chapter {chapter!r}" + (f", beat {beat!r}" if beat else "")
