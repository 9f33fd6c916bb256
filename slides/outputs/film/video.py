"""Videos of the chapters and of the whole lecture, with captions and transcript."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import accumulate
from pathlib import Path

from scenes.caching.files import write_bytes, write_json, write_text
from slides.engine.recorded import Rendering
from slides.footage.caption_track import Track
from slides.footage.captions import Cue, cues, srt, vtt
from slides.footage.join import join
from slides.footage.lengths import LEAD_IN, SILENT, Film, Speech, lengths
from slides.footage.sound_track import sound_track
from slides.footage.spoken_cues import spoken_cues
from slides.footage.timeline import (
    beat_marks,
    beat_titles,
    chapter_marks,
    seconds,
    spans,
    true_time,
)
from slides.outputs.context import Context


def make_chapter(context: Context, chapter: str) -> list[Path]:
    """Make a chapter's video and what stands beside it."""
    rendering, speech = context.renderings[chapter], context.speech.get(chapter, {})
    stem = context.video_stem(chapter)
    metadata = _metadata(context, rendering.recording.title)
    captions = rendering_cues(rendering, speech)
    track = Track(captions, context.lecture.language)
    join(
        rendering.recording.segments,
        _as(stem, ".mp4"),
        beat_marks(rendering, speech),
        metadata,
        track,
        lengths(rendering, speech),
        sound_track([(rendering, speech)]) if speech else None,
    )
    beside = _beside(stem, captions, transcript(rendering))
    poster = _as(stem, ".jpg")
    write_bytes(poster, context.poster(chapter, context.cover(chapter)))
    receipts = _as(stem, ".receipts.json")
    own = {"data": dict(data)} if (data := rendering.recording.data) else {}
    told = rendering.recording.receipts
    times = [round(true_time(rendering, one, speech), 3) for one in told]
    write_json(receipts, [
        {**asdict(one), "time": time, **own}
        for one, time in zip(told, times, strict=True)
    ])  # fmt: skip
    return [_as(stem, ".mp4"), *beside, poster, receipts]


def make_lecture(context: Context) -> list[Path]:
    """Make the video of all chapters and what stands beside it."""
    films = context.films
    stem = context.out / "lecture"
    metadata = _metadata(context, context.lecture.title)
    captions = lecture_cues(films)
    track = Track(captions, context.lecture.language)
    join(
        [path for rendering, _ in films for path in rendering.recording.segments],
        _as(stem, ".mp4"),
        chapter_marks(films),
        metadata,
        track,
        [n for film in films for n in lengths(*film)],
        sound_track(films) if context.speech else None,
    )
    text = "\n\n".join(transcript(rendering) for rendering, _ in films)
    beside = _beside(stem, captions, text)
    first = next(iter(context.renderings))
    write_bytes(_as(stem, ".jpg"), context.poster(first, context.cover(first)))
    return [_as(stem, ".mp4"), *beside, _as(stem, ".jpg")]


def rendering_cues(
    rendering: Rendering, speech: Speech = SILENT, start: float = 0.0
) -> list[Cue]:
    """Return the captions of a chapter whose video begins at `start`."""
    found: list[Cue] = []
    for span in spans(rendering, speech):
        text, begin, said = (
            span.beat.say,
            start + span.start,
            speech.get(span.beat.name),
        )
        if said is None:
            found += cues(text, begin, start + span.end)
        else:
            found += spoken_cues(text, said, begin + LEAD_IN)
    return found


def lecture_cues(films: Sequence[Film]) -> list[Cue]:
    """Return the captions of chapters shown one after the other."""
    starts = accumulate((seconds(*film) for film in films), initial=0.0)
    return [
        cue
        for film, start in zip(films, starts, strict=False)
        for cue in rendering_cues(*film, start)
    ]


def transcript(rendering: Rendering) -> str:
    """Return everything said in a chapter, with headings."""
    beats = rendering.recording.beats
    parts = [rendering.recording.title, "=" * len(rendering.recording.title)]
    for title, beat in zip(beat_titles(beats), beats, strict=True):
        parts += ["", title, "-" * len(title), beat.say]
    return "\n".join(parts) + "\n"


def _beside(stem: Path, captions: list[Cue], text: str) -> list[Path]:
    """Write captions in both formats, and the transcript."""
    contents = {".vtt": vtt(captions), ".srt": srt(captions), ".txt": text}
    for ending, content in contents.items():
        write_text(_as(stem, ending), content)
    return [_as(stem, ending) for ending in contents]


def _as(stem: Path, ending: str) -> Path:
    """Return a path with an ending; names may hold dots of their own."""
    return stem.with_name(stem.name + ending)


def _metadata(context: Context, title: str) -> dict[str, str]:
    """Return what a player shows about a video."""
    return {
        "title": title,
        "artist": context.lecture.author,
        "album": context.lecture.title,
        **({"comment": context.credit} if context.credit else {}),
    }
