"""The page through which one looks at all outputs: ``index.html``."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from scenes.caching.files import write_text
from scenes.record import brief
from slides.base.clock import clock
from slides.base.data_uri import data_uri
from slides.base.templates import Template
from slides.footage.captions import vtt
from slides.footage.lengths import SILENT, Film
from slides.footage.spoken_cues import clip_cues
from slides.footage.timeline import beat_titles, seconds
from slides.outputs.context import Context
from slides.outputs.film.video import lecture_cues, rendering_cues
from slides.outputs.sounds import said
from slides.settings.outline import outline

INDEX = Template("pages/index.html")


def make_page(context: Context, deck: str, *links: tuple[str, str]) -> list[Path]:
    """Make the page from those outputs that are current.

    Parameters
    ----------
    context
        The recordings.
    deck
        The page of the deck, from here.
    *links
        Other files to offer, and what each is.
    """
    target = context.out / "index.html"
    page = INDEX.fill(
        lecture=context.lecture,
        has=context.current,
        papers=links,
        deck=deck,
        captions=_captions(vtt(lecture_cues([*_films(context).values()]))),
        chapters=_chapters(context),
        left_out=[*_left_out(context.lecture.left_out)],
        credit=context.credit,
    )
    write_text(target, page)
    return [target]


def _chapters(context: Context) -> list[dict[str, Any]]:
    """Return what the page shows about each chapter."""
    start = 0.0
    chapters = []
    for name, (rendering, speech) in _films(context).items():
        stem = context.video_stem(name).relative_to(context.out)
        chapters.append({
            "name": name,
            "title": rendering.recording.title,
            "stem": quote(stem.as_posix()),
            "start": round(start, 2),
            "clock": clock(round(start)),
            "length": clock(round(seconds(rendering, speech))),
            "captions": _captions(vtt(rendering_cues(rendering, speech))),
            "data": [(file, brief(key)) for file, key in rendering.recording.data],
            "n_numbers": len(rendering.recording.receipts),
            "beats": _beats(context, name),
        })  # fmt: skip
        start += seconds(rendering, speech)
    return chapters


def _films(context: Context) -> dict[str, Film]:
    """Return each chapter with what is said in its film."""
    if not context.speech or not context.lecture.voice.speaks_in("video"):
        return {name: (one, SILENT) for name, one in context.renderings.items()}
    return dict(zip(context.renderings, context.films, strict=True))


def _left_out(told: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what the page says of chapters and beats that are left out."""
    for name, why in told.items():
        chapter, _, beat = name.partition("/")
        title = outline(chapter).title
        yield f"{title}: {beat.replace('_', ' ')}" if beat else title, why


def _beats(context: Context, chapter: str) -> list[dict[str, Any]]:
    """Return what the page shows about each beat."""
    beats = context.renderings[chapter].recording.beats
    speaks = context.lecture.voice.speaks_in("clips")
    found = []
    for beat, title in zip(beats, beat_titles(beats), strict=True):
        stem = context.clip_stem(chapter, beat).relative_to(context.out)
        spoken = said(context, chapter, beat.name) if speaks else None
        found.append({
            "name": beat.name,
            "title": title,
            "say": beat.say,
            "loop": beat.loop and not spoken,  # nothing is said again unasked
            "stem": quote(stem.as_posix()),
            "captions": _captions(vtt(clip_cues(beat, spoken))) if spoken else "",
        })  # fmt: skip
    return found


def _captions(text: str) -> str:
    """Return captions as an address: a page opened as a file may load no track."""
    return data_uri(text.encode(), "text/vtt")
