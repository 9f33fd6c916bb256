"""When things happen in the joined video, counted in pictures, so exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from scenes.record import Beat, Receipt
from slides.engine.recorded import Rendering


@dataclass(frozen=True)
class Mark:
    """A chapter mark within a video."""

    title: str
    start: int  # number of its first picture
    end: int  # number of the picture after its last


@dataclass(frozen=True)
class Span:
    """A beat's place in the chapter's video; s."""

    beat: Beat
    start: float
    settled: float  # end of the motion, where the hold begins
    end: float


def spans(rendering: Rendering) -> list[Span]:
    """Return where each beat lies in the chapter's video."""
    begins = [0, *accumulate(rendering.frames)]
    return [
        Span(
            beat,
            begins[beat.first] / rendering.fps,
            begins[beat.settled] / rendering.fps,
            begins[beat.last] / rendering.fps,
        )
        for beat in rendering.recording.beats
    ]


def motion_seconds(rendering: Rendering, beat: Beat) -> float:
    """Return the length of a beat's clip."""
    return sum(rendering.frames[beat.first : beat.settled]) / rendering.fps


def seconds(rendering: Rendering) -> float:
    """Return the length of a chapter's video."""
    return sum(rendering.frames) / rendering.fps


def beat_marks(rendering: Rendering) -> list[Mark]:
    """Return a mark for each beat, named by its heading, numbered where it repeats."""
    begins = [0, *accumulate(rendering.frames)]
    return [
        Mark(title, begins[beat.first], begins[beat.last])
        for beat, title in zip(
            rendering.recording.beats,
            beat_titles(rendering.recording.beats),
            strict=True,
        )
    ]


def beat_titles(beats: Sequence[Beat]) -> list[str]:
    """Return headings that tell beats apart: several may share one on screen."""
    totals: dict[str, int] = {}
    for beat in beats:
        totals[beat.title] = totals.get(beat.title, 0) + 1
    seen: dict[str, int] = {}
    titles = []
    for beat in beats:
        seen[beat.title] = seen.get(beat.title, 0) + 1
        several = totals[beat.title] > 1
        count = f" ({seen[beat.title]} of {totals[beat.title]})" if several else ""
        titles.append(beat.title + count)
    return titles


def chapter_marks(renderings: Sequence[Rendering]) -> list[Mark]:
    """Return a mark for each chapter of the joined lecture."""
    begins = [0, *accumulate(sum(rendering.frames) for rendering in renderings)]
    return [
        Mark(rendering.recording.title, begins[n], begins[n + 1])
        for n, rendering in enumerate(renderings)
    ]


def true_time(rendering: Rendering, receipt: Receipt) -> float:
    """Return when a receipt's number appears in the video, in s.

    The scene's clock and the pictures agree at the beats' ends; between them the
    time is shared out evenly.
    """
    for span in spans(rendering):
        if span.beat.name == receipt.beat:
            length = span.beat.end - span.beat.start
            part = (receipt.time - span.beat.start) / length if length else 0.0
            return span.start + part * (span.end - span.start)
    return receipt.time
