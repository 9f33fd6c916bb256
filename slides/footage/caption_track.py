"""Captions as a track inside a video file, which players offer in their menu."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
from av.container import OutputContainer

from slides.base.language import take_apart
from slides.footage.captions import Cue

MILLISECOND = Fraction(1, 1000)


@dataclass(frozen=True)
class Track:
    """Captions and the language they are in, as web pages write it: "en"."""

    cues: Sequence[Cue]
    language: str

    @property
    def three_letters(self) -> str:
        """The language as MP4 writes it (ISO 639-2/T); "und" if it is none."""
        return take_apart(self.language).three_letters


def write_track(track: Track, out: OutputContainer) -> None:
    """Add captions to a video that is being written."""
    stream: Any = out.add_stream("mov_text")
    stream.time_base = MILLISECOND
    stream.metadata["language"] = track.three_letters
    codec = stream.codec_context
    codec.time_base, codec.subtitle_header = MILLISECOND, _HEADER
    codec.open()
    for cue in track.cues:
        start, end = (round(1000 * time) for time in (cue.start, cue.end))
        packet = av.Packet(_sample(cue))
        packet.stream, packet.time_base = stream, MILLISECOND
        packet.pts = packet.dts = start
        packet.duration = end - start
        out.mux(packet)


def _sample(cue: Cue) -> bytes:
    """Return a cue as MP4 stores it: the length of the text in two bytes, the text.

    3GPP TS 26.245, 5.17. PyAV's encoder would read braces as commands.
    """
    text = "\n".join(cue.lines).encode()
    return len(text).to_bytes(2, "big") + text


# What the encoder wants to know of type and colours; players use their own.
_HEADER = b"""[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, \
BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, \
BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Sans,18,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,0

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""
