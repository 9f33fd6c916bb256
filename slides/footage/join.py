"""Joins video segments into one file without encoding anything again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from av.container import OutputContainer

from scenes.caching.files import whole
from slides.base.errors import LectureError
from slides.footage.caption_track import Track, write_track
from slides.footage.reading import opened, packets
from slides.footage.timeline import Mark


@dataclass(frozen=True)
class _Segment:
    """One file to join, as a first look at it shows."""

    path: str
    target: tuple[int, ...]  # for each packet in turn, which picture it holds
    format: bytes  # the decoder's settings, which must agree
    rate: Fraction

    @property
    def delay(self) -> int:
        """How many pictures a decoder must hold back to show them in order."""
        return max(n - picture for n, picture in enumerate(self.target))


def join(
    segments: Sequence[str],
    target: Path,
    marks: Sequence[Mark] = (),
    metadata: Mapping[str, str] | None = None,
    track: Track | None = None,
) -> int:
    """Join segments of one encoder and one frame rate; return the number of pictures.

    Parameters
    ----------
    segments
        Video files, in order.
    target
        File to write, whole or not at all.
    marks
        Chapter marks to write into it.
    metadata
        Title and the like.
    track
        Captions to write into it.
    """
    looks = [_look(path) for path in segments]
    rate = looks[0].rate
    for look in looks:
        if (look.format, look.rate) != (looks[0].format, rate):
            raise LectureError(
                f"{look.path}: encoded otherwise than {looks[0].path}; "
                "remove the cache folder and build again"
            )
    # So that players can begin before all is loaded.
    options = {"movflags": "+faststart"}
    with whole(target) as partial, av.open(str(partial), "w", options=options) as out:
        out.metadata.update(metadata or {})
        if marks:
            out.set_chapters([_chapter(n, mark, rate) for n, mark in enumerate(marks)])
        # All streams are added before the first packet is written.
        video = _add_video(looks[0], out)
        if track is not None:
            write_track(track, out)
        _copy(looks, video, out)
    return sum(len(look.target) for look in looks)


def _look(path: str) -> _Segment:
    """Find out in which order a file stores its pictures."""
    with opened(path) as container:
        stream = container.streams.video[0]
        times = [p.pts for p in container.demux(stream) if p.size and p.pts is not None]
        if not times or not stream.average_rate:
            raise IndexError(path)
        rank = {time: n for n, time in enumerate(sorted(times))}
        return _Segment(
            path,
            tuple(rank[time] for time in times),
            bytes(stream.codec_context.extradata or b""),
            Fraction(stream.average_rate or 0),
        )


def _add_video(look: _Segment, out: OutputContainer) -> Any:
    """Add a stream of the same kind as a segment's."""
    with opened(look.path) as source:
        video = source.streams.video[0]
        stream: Any = out.add_stream_from_template(video)
        stream.time_base = video.time_base
        return stream


def _copy(looks: Sequence[_Segment], stream: Any, out: OutputContainer) -> None:
    """Write all packets with new times: picture n is shown at n / rate, exactly."""
    delay = max(look.delay for look in looks)
    ticks = round(1 / (looks[0].rate * stream.time_base))
    written = 0
    for look in looks:
        pairs = zip(packets(look.path), look.target, strict=True)
        for n, (packet, picture) in enumerate(pairs):
            packet.stream = stream
            packet.pts = (written + picture) * ticks
            packet.dts = (written + n - delay) * ticks
            packet.duration = ticks
            out.mux(packet)
        written += len(look.target)


def _chapter(number: int, mark: Mark, rate: Fraction) -> Any:
    """Return a mark as PyAV takes it."""
    return {
        "id": number,
        "start": mark.start,
        "end": mark.end,
        "time_base": 1 / rate,
        "metadata": {"title": mark.title},
    }
