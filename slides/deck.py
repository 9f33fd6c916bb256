"""The deck: one HTML file that presents the lecture, beat by beat, without network."""

from base64 import b64encode
from itertools import chain
from pathlib import Path
from typing import Any

from slides.context import Context
from slides.files import whole
from slides.join import join
from slides.project import PACKAGE
from slides.reveal import read
from slides.timeline import beat_titles

TEMPLATE = PACKAGE / "templates" / "deck.html"


def make_deck(context: Context) -> list[Path]:
    """Make the deck with manim-slides' converter and our template."""
    from manim_slides.config import PresentationConfig
    from manim_slides.convert import RevealJS

    converter: Any = RevealJS  # its many options all have defaults

    class Deck(converter):  # type: ignore[misc]  # manim-slides is loaded late
        lecture: dict[str, Any]  # what our template needs besides
        slides: list[dict[str, Any]]  # one for each beat of all chapters

    per_chapter = [_slide_configs(context, chapter) for chapter in context.takes]
    deck = Deck(
        presentation_configs=[PresentationConfig(slides=s) for s in per_chapter],
        template=TEMPLATE,
        one_file=True,
        title=context.lecture.title,
        lecture={
            "language": context.lecture.language,
            "author": context.lecture.author,
            "style": read("dist/reveal.css"),
            "script": read("dist/reveal.js"),
            "notes": read("plugin/notes/notes.js"),
        },
        slides=[*chain.from_iterable(_slides(context, c) for c in context.takes)],
    )
    target = context.out / "lecture.html"
    with whole(target) as partial:
        deck.convert_to(partial)
    return [target]


def _slide_configs(context: Context, chapter: str) -> list[Any]:
    """Return manim-slides' records of a chapter's beats, with joined clips."""
    from manim_slides.config import SlideConfig

    configs = []
    for beat in context.takes[chapter].recording.beats:
        clip = context.scratch / "deck" / chapter / f"{beat.name}.mp4"
        join(context.motion(chapter, beat), clip)
        # Only the Qt presenter plays backwards, so no reversed file is made.
        configs.append(
            SlideConfig(file=clip, rev_file=clip, notes=beat.say, loop=beat.loop)
        )
    return configs


def _slides(context: Context, chapter: str) -> list[dict[str, Any]]:
    """Return what our template writes about each beat of a chapter."""
    recording = context.takes[chapter].recording
    return [
        {
            "id": f"{chapter}-{beat.name}",
            "chapter": recording.title,
            "title": title,
            "poster": data_uri(context.poster(chapter, beat), "image/jpeg"),
            "paper": context.paper(chapter),
        }
        for beat, title in zip(
            recording.beats, beat_titles(recording.beats), strict=True
        )
    ]


def data_uri(data: bytes, kind: str) -> str:
    """Return data as an address that holds them."""
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"
