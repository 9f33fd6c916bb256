"""Joins video segments into one file without encoding anything again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from av.container import OutputContainer

from scenes.caching.files import whole
from slides.base.errors import LectureError
from slides.footage.caption_track import Track, write_track
from slides.footage.held import held
from slides.footage.reading import opened, packets
from slides.footage.sound_track import SoundTrack, add_sound, packets_of
from slides.footage.timeline import Mark


@dataclass(frozen=True)
class _Segment:
    """One file to join, as a first look at it shows."""

    path: str
    target: tuple[int, ...]  # for each packet in turn, which picture it shows
    is_held: bool  # whether its first picture stands, however long the file is
    format: bytes  # the decoder's settings, which must agree
    rate: Fraction

    @property
    def packets(self) -> Iterator[Any]:
        """What is written of it."""
        return held(self.path, len(self.target)) if self.is_held else packets(self.path)

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
    lengths: Sequence[int] = (),
    sound: SoundTrack | None = None,
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
    lengths
        For how many pictures each segment is shown; none given, for as many as it has.
        Of one that is to be shown for longer or shorter, the first picture stands.
    sound
        What is heard.
    """
    looks = [*_looks(segments, lengths)]
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
        heard = packets_of(sound, add_sound(out)) if sound else iter(())
        if track is not None:
            write_track(track, out)
        _copy(looks, video, out, heard)
    return sum(len(look.target) for look in looks)


def _looks(segments: Sequence[str], lengths: Sequence[int]) -> Iterator[_Segment]:
    """Yield a look at each segment that is shown."""
    looks = map(_look, segments)
    if not lengths:
        yield from looks
        return
    for look, n in zip(looks, lengths, strict=True):
        if n == len(look.target):
            yield look
        elif n:
            yield replace(look, target=tuple(range(n)), is_held=True)


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
            False,
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


def _copy(
    looks: Sequence[_Segment], stream: Any, out: OutputContainer, heard: Iterator[Any]
) -> None:
    """Write all packets with new times: picture n is shown at n / rate, exactly.

    What is heard stands beside what is seen, so that players read both at once.
    """
    delay = max(look.delay for look in looks)
    ticks = round(1 / (looks[0].rate * stream.time_base))
    written, beside = 0, next(heard, None)
    for look in looks:
        pairs = zip(look.packets, look.target, strict=True)
        for n, (packet, picture) in enumerate(pairs):
            time = (written + n) / looks[0].rate
            while beside is not None and beside.pts * beside.time_base < time:
                out.mux(beside)
                beside = next(heard, None)
            packet.stream = stream
            packet.pts = (written + picture) * ticks
            packet.dts = (written + n - delay) * ticks
            packet.duration = ticks
            out.mux(packet)
        written += len(look.target)
    while beside is not None:
        out.mux(beside)
        beside = next(heard, None)


def _chapter(number: int, mark: Mark, rate: Fraction) -> Any:
    """Return a mark as PyAV takes it."""
    return {
        "id": number,
        "start": mark.start,
        "end": mark.end,
        "time_base": 1 / rate,
        "metadata": {"title": mark.title},
    }
