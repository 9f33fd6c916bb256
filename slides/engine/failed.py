"""What an error of a chapter's sources, or of its settings, is in words."""

import traceback
from pathlib import Path
from types import TracebackType

from nnsim.errors import ComputationError, FileError
from scenes.caching.sources import package_folder
from slides.engine.jobs import Failed


def failed(error: Exception) -> Failed:
    """Say where in the project's sources a job failed, and why."""
    text = "".join(traceback.format_exception(error))
    if isinstance(error, ComputationError):
        return Failed(str(error), traceback=text, computing=True)
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _is_ours(frame.filename)] or frames
    file, line = ours[-1].filename, ours[-1].lineno
    if isinstance(error, SyntaxError):
        file, line = error.filename or file, error.lineno
    why = f"{type(error).__name__}: {error}"
    if isinstance(error, FileError):  # a file that people bring: no fault of sources
        file, line, why = str(error.file), error.line, error.why
    return Failed(
        why,
        _beat(error.__traceback__),
        file,
        line,
        text,
    )


def _beat(trace: TracebackType | None) -> str:
    """Return the beat in which a running scene failed; "" outside of any."""
    name = ""
    while trace is not None:
        scene = trace.tb_frame.f_locals.get("self")
        writer = getattr(getattr(scene, "renderer", None), "file_writer", None)
        if sections := getattr(writer, "sections", None):
            name = sections[-1].name
        trace = trace.tb_next
    return "" if name == "autocreated" else name  # Manim's name before the first


def _is_ours(file: str) -> bool:
    """Tell whether a file belongs to the project's simulation or scenes."""
    folders = [package_folder(name) for name in ("scenes", "nnsim")]
    return any(Path(file).is_relative_to(folder) for folder in folders if folder)
