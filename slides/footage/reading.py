"""Opens videos to read them; one that is broken is named."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import av

from slides.base.errors import LectureError
from slides.settings.project import shown


class BrokenVideoError(LectureError):
    """A video that cannot be read to its end.

    Parameters
    ----------
    file
        The video.
    error
        What its reader says.
    """

    def __init__(self, file: Path, error: Exception) -> None:
        why = getattr(error, "strerror", "") or "it holds no picture"
        super().__init__(
            f"{shown(file)}: cannot be read as a video ({why}); build again: "
            "what is damaged is drawn anew"
        )


@contextmanager
def opened(file: str | Path) -> Iterator[Any]:
    """Open a video for a block that does nothing but read it.

    Raises
    ------
    BrokenVideoError
        If it cannot be read.
    """
    try:
        with av.open(str(file)) as container:
            yield container
    except (av.error.FFmpegError, OSError, IndexError, StopIteration) as error:
        raise BrokenVideoError(Path(file), error) from error


def packets(file: str | Path) -> Iterator[Any]:
    """Yield the encoded pictures of a video, as they are stored."""
    with opened(file) as container:
        yield from (p for p in container.demux(video=0) if p.size)
