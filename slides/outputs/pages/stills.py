"""How each beat ends, as a picture for slides and papers: pixels and vectors."""

import html
from pathlib import Path

from nnsim.errors import unknown
from scenes.caching.files import write_bytes, write_text
from slides.base.beat_name import BeatName
from slides.base.errors import LectureError
from slides.outputs.context import Context
from slides.settings.outline import beats
from slides.settings.variants import STILL_THEMES


def make_stills(context: Context, chapter: str) -> list[Path]:
    """Make the stills of a chapter's listed beats, or of all if none is listed."""
    names = map(BeatName.parse, context.lecture.stills)
    chosen = [beat for name, beat in names if name == chapter]
    made = []
    every = context.stills[chapter, STILL_THEMES[0]].recording.beats
    # Listed ones that a chapter leaves out are no fault.
    known = [*dict.fromkeys([*(beat.name for beat in every), *beats(chapter)])]
    if faults := [unknown("beat", name, known) for name in chosen if name not in known]:
        raise LectureError(*(f"stills: {chapter}: {fault}" for fault in faults))
    for beat in every:
        if chosen and beat.name not in chosen:
            continue
        stem = context.still_stem(chapter, beat)
        for theme in STILL_THEMES:
            drawn = context.stills[chapter, theme].folder / beat.name
            pixels, vectors = (
                stem.with_name(f"{beat.name}-{theme}{e}") for e in (".png", ".svg")
            )
            write_bytes(pixels, drawn.with_name(f"{beat.name}.png").read_bytes())
            svg = drawn.with_name(f"{beat.name}.svg").read_text(encoding="utf-8")
            write_text(vectors, with_words(svg, beat.title, beat.say))
            made += [pixels, vectors]
        words = stem.with_name(f"{beat.name}.txt")
        write_text(words, beat.say + "\n")
        made.append(words)
    return made


def with_words(svg: str, title: str, description: str) -> str:
    """Return a drawing that tells in words what it shows, to those who cannot see."""
    start = svg.index(">", svg.index("<svg")) + 1
    title, description = html.escape(title), html.escape(description)
    words = f"\n<title>{title}</title>\n<desc>{description}</desc>"
    return svg[: start - 1] + ' role="img">' + words + svg[start:]
