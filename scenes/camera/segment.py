"""One film file of a run of pictures, made to be joined with others."""

from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any

import av
from av.video.frame import PictureType

from scenes.camera.h264 import add_encoder, numbered, repetition
from scenes.camera.pictures import Pictures

# A player that is wound to some place decodes at most so many pictures before it.
SEEKABLE = 250


class Segment:
    """A film file of one encoder; its first picture needs none before it.

    A picture that has not changed since the last one costs next to nothing. As a
    context manager the segment closes itself, or removes the file if the block fails.

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
        self._pictures = pictures
        self._n_changes = -1  # of the pictures, when one was encoded last
        self._n_since_key = SEEKABLE
        self._step = 1 / Fraction(fps)  # seconds
        self._file = av.open(str(path), "w")
        width, height = pictures.whole.width, pictures.whole.height
        self._stream = add_encoder(self._file, width, height, Fraction(fps))
        self._repetition = repetition(width, height)

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
            changed = self._n_changes != self._pictures.n_changes
            if changed or self._n_since_key >= SEEKABLE:
                self._encode()
            else:
                # A packet lies where its bytes lie: each has its own.
                self._put(av.Packet(numbered(self._repetition, self._n_since_key)))

    def _encode(self) -> None:
        """Encode the current picture."""
        frame = self._pictures.frame
        is_key = self._n_since_key >= SEEKABLE
        frame.pict_type = PictureType.I if is_key else PictureType.NONE
        frame.pts, frame.time_base = self.n_pictures, self._step
        (packet,) = self._stream.encode(frame)
        if packet.is_keyframe:
            self._n_since_key = 0
        else:
            # The encoder does not know of pictures that were repeated without it.
            packet.update(numbered(bytes(packet), self._n_since_key))
        self._put(packet)
        self._n_changes = self._pictures.n_changes

    def _put(self, packet: Any) -> None:
        """Write an encoded picture as the next one."""
        packet.stream = self._stream
        packet.pts = packet.dts = self.n_pictures
        packet.time_base, packet.duration = self._step, 1
        self._file.mux(packet)
        self.n_pictures += 1
        self._n_since_key += 1

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
