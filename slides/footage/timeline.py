"""When things happen in the joined video, counted in pictures, so exactly."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from scenes.record import Beat, Receipt
from slides.engine.recorded import Rendering
from slides.footage.lengths import SILENT, Film, Speech, lengths


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


def spans(rendering: Rendering, speech: Speech = SILENT) -> list[Span]:
    """Return where each beat lies in the chapter's video."""
    begins = _begins(rendering, speech)
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


def seconds(rendering: Rendering, speech: Speech = SILENT) -> float:
    """Return the length of a chapter's video."""
    return sum(lengths(rendering, speech)) / rendering.fps


def _begins(rendering: Rendering, speech: Speech) -> list[int]:
    """Return the number of the first picture of each segment, and of all pictures."""
    return [0, *accumulate(lengths(rendering, speech))]


def beat_marks(rendering: Rendering, speech: Speech = SILENT) -> list[Mark]:
    """Return a mark for each beat, named by its heading, numbered where it repeats."""
    begins = _begins(rendering, speech)
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


def chapter_marks(films: Sequence[Film]) -> list[Mark]:
    """Return a mark for each chapter of the joined lecture."""
    begins = [0, *accumulate(sum(lengths(*film)) for film in films)]
    return [
        Mark(rendering.recording.title, begins[n], begins[n + 1])
        for n, (rendering, _) in enumerate(films)
    ]


def true_time(rendering: Rendering, receipt: Receipt, speech: Speech = SILENT) -> float:
    """Return when a receipt's number appears in the video, in s.

    The scene's clock and the pictures agree at the beats' ends; between them the
    time is shared out evenly.
    """
    for span in spans(rendering):
        if span.beat.name == receipt.beat:
            length = span.beat.end - span.beat.start
            part = (receipt.time - span.beat.start) / length if length else 0.0
            time = span.start + part * (span.end - span.start)
            return _when_spoken(rendering, time, speech) if speech else time
    return receipt.time


def _when_spoken(rendering: Rendering, time: float, speech: Speech) -> float:
    """Return when the spoken film shows what the silent one shows at a time; s."""
    silent, spoken = _begins(rendering, SILENT), _begins(rendering, speech)
    number = time * rendering.fps
    segment = min(bisect_right(silent, number), len(rendering.frames)) - 1
    behind = min(number - silent[segment], spoken[segment + 1] - spoken[segment])
    return (spoken[segment] + behind) / rendering.fps
