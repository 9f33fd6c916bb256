"""The hand-out: pictures on white, words, the true numbers, room for notes."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

from scenes.record import Beat
from slides.base.templates import Template
from slides.engine.recorded import Rendering
from slides.footage.timeline import beat_titles
from slides.outputs.context import Context, middle_beat
from slides.outputs.paper.credited import credited
from slides.outputs.paper.typeset import typeset
from slides.outputs.paper.wording import chosen, identity, listed

HANDOUT = Template("paper/handout.typ")
NUMBERS = 6  # listed beside a picture, at most
# mm, how wide a picture is if its smallest type shall have 8 pt; all frames have type
# of the same size, but the tall ones are narrower.
READABLE = {"16:9": 182, "4:3": 169, "1:1": 154, "9:16": 108}


def make_handout(context: Context, beats_a_page: str) -> list[Path]:
    """Make the hand-out, with so many beats on a page, or fewer if they are tall."""
    pictures: dict[str, Path] = {}
    chapters = []
    picture = context.still
    renderings = context.drawn("print")
    for chapter, rendering in renderings.items():
        for beat in rendering.recording.beats:
            name = f"{beat.name}.svg"
            pictures[f"{chapter}/{name}"] = rendering.folder / name
        chapters.append({
            "number": context.lecture.chapters.index(chapter) + 1,
            "title": rendering.recording.title,
            "beats": _beats(chapter, rendering, context.lecture.site),
        })  # fmt: skip
    values = {
        "lecture": context.about,
        "cover": _cover(list(renderings.values()), chapters),
        "chapters": chapters,
        "per_page": int(beats_a_page),
        "ratio": picture.height / picture.width,
        "readable": READABLE[context.variant.aspect],
        **credited(one.recording for one in renderings.values()),
    }
    target = context.out / "handout.pdf"
    typeset(HANDOUT, target, values, pictures, context.scratch)
    return [target]


def _cover(
    renderings: Sequence[Rendering], chapters: Sequence[Mapping[str, Any]]
) -> Any:
    """Return what the template writes about the beat on the title page."""
    middle = len(renderings) // 2
    beats = renderings[middle].recording.beats
    return chapters[middle]["beats"][beats.index(middle_beat(beats))]


def _beats(chapter: str, rendering: Rendering, site: str) -> list[dict[str, Any]]:
    """Return what the template writes about each beat of a chapter."""
    beats = rendering.recording.beats
    is_own = bool(rendering.recording.data)
    known: set[str] = set()
    described = []
    for beat, title in zip(beats, beat_titles(beats), strict=True):
        mine = [one for one in rendering.recording.receipts if one.beat == beat.name]
        numbers = chosen(mine, beat.say, known, NUMBERS, is_own=is_own)
        known |= {identity(one) for one in numbers}
        described.append({
            "picture": f"{chapter}/{beat.name}.svg",
            "title": title,
            "say": beat.say,
            "question": beat.question,
            "numbers": listed(numbers, is_own=is_own),
            "clip": clip_address(site, chapter, beat),
            "code": _code(clip_address(site, chapter, beat)),
        })  # fmt: skip
    return described


def clip_address(site: str, chapter: str, beat: Beat) -> str:
    """Return where a beat's clip lies on the lecture's site; "" if it has none."""
    return f"{site}/clips/{quote(chapter)}/{quote(beat.name)}.mp4" if site else ""


def _code(address: str) -> str:
    """Return an address as a QR code, drawn as SVG; "" for none."""
    if not address:
        return ""
    import segno

    drawing = BytesIO()
    segno.make_qr(address, error="m").save(drawing, kind="svg", border=0)
    return drawing.getvalue().decode("utf-8")
