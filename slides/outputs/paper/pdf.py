"""The slides as PDF: a page for each beat, sharp at any size, its words below it."""

from pathlib import Path

from slides.base.templates import Template
from slides.footage.timeline import beat_titles
from slides.outputs.context import Context
from slides.outputs.paper.typeset import typeset

SLIDES = Template("paper/lecture.typ")
LONG_SIDE = 297  # mm, of a picture: as paper of size A4 is long
STRIP = 43  # mm, below a wide picture; with it a page of 16:9 has size A4
TALL_STRIP = 60  # mm, below a tall one, where lines are shorter


def make_pdf(context: Context) -> list[Path]:
    """Make the PDF from how each beat ends."""
    picture = context.still
    scale = LONG_SIDE / max(picture.width, picture.height)
    strip = STRIP if picture.width >= picture.height else TALL_STRIP
    pictures: dict[str, Path] = {}
    chapters = []
    for chapter, rendering in context.renderings.items():
        beats = rendering.recording.beats
        described = []
        for beat, title in zip(beats, beat_titles(beats), strict=True):
            name = f"{chapter}/{beat.name}.svg"
            pictures[name] = rendering.folder / f"{beat.name}.svg"
            described.append({
                "picture": name, "title": title, "say": beat.say,
                "question": beat.question,
            })  # fmt: skip
        number = context.lecture.chapters.index(chapter) + 1
        chapters.append(
            {"number": number, "title": rendering.recording.title, "beats": described}
        )
    values = {
        "lecture": context.about,
        "width": picture.width * scale,
        "height": picture.height * scale + strip,
        "chapters": chapters,
    }
    target = context.out / "lecture.pdf"
    typeset(SLIDES, target, values, pictures, context.scratch)
    return [target]
