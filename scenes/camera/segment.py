"""One film file of a run of pictures, made to be joined with others."""

from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any

import av

from scenes.camera.pictures import Pictures

# For pictures of flat shapes, which mostly stand still: every picture as sharp as the
# others, none looked at ahead or out of order, none in parallel.
OPTIONS = {
    "preset": "veryfast",
    "qp": "20",
    "threads": "1",
    # The last one: the quickest code depends on where in memory pictures happen to lie.
    "x264-params": "mbtree=0:bframes=0:rc-lookahead=0:sync-lookahead=0:scenecut=0:"
    "weightp=0:aq-mode=0:cpu-independent=1",
    # With which matrix PyAV turns colours into those of a video; see manim.cfg.
    "colorspace": "smpte170m",
    "color_primaries": "bt709",
    "color_trc": "bt709",
}


class Segment:
    """A film file of one encoder; its first picture needs none before it.

    As a context manager it closes itself, or removes the file if the block fails.

    Parameters
    ----------
    path
        File to write, ending on ``.mp4``; its folder exists.
    pictures
        Holds the current picture, whose size the film has.
    fps
        Pictures a second.
    """

    def __init__(self, path: Path, pictures: Pictures, fps: int | Fraction) -> None:
        self.path = path
        self.n_pictures = 0
        self._frame = pictures.frame
        self._step = 1 / Fraction(fps)  # seconds
        self._file = av.open(str(path), "w")
        stream = self._file.add_stream("libx264", rate=fps, options=OPTIONS)
        stream.width, stream.height = self._frame.width, self._frame.height
        stream.pix_fmt = self._frame.format.name
        self._stream: Any = stream

    def __enter__(self) -> "Segment":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        if error is None:
            self.close()
        else:
            self.discard()

    def add(self, n: int = 1) -> None:
        """Show the current picture `n` times more.

        Raises
        ------
        OSError
            If the file cannot be written.
        """
        for _ in range(n):
            self._frame.pts, self._frame.time_base = self.n_pictures, self._step
            self._file.mux(self._stream.encode(self._frame))
            self.n_pictures += 1

    def close(self) -> None:
        """Finish the file.

        Raises
        ------
        ValueError
            If it has no picture; then there is no file.
        """
        if not self.n_pictures:
            self.discard()
            raise ValueError(f"{self.path}: a film without pictures")
        self._file.mux(self._stream.encode(None))
        self._file.close()

    def discard(self) -> None:
        """Leave no file."""
        self._file.close()
        self.path.unlink(missing_ok=True)
