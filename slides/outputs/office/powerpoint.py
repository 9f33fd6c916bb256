"""The presentation for PowerPoint and Impress: one slide for each beat.

A slide's movie starts by itself. Its poster is the movie's own first picture, which
is how the beat before ended: so nothing jumps when the slide comes up, nor when the
movie begins. (Overviews therefore show how a beat begins; with stills, how it ends.)
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from scenes.caching.files import whole
from scenes.record import Beat
from slides.base.source_date import source_date
from slides.footage.captions import sentences
from slides.footage.posters import corner_color, first_picture
from slides.footage.timeline import beat_titles
from slides.outputs.context import Context
from slides.outputs.office.clip_size import keep_within
from slides.outputs.office.master import new_presentation
from slides.outputs.office.package import repack
from slides.outputs.office.title_slide import add_title_slide, paint
from slides.outputs.office.voice import add_voice, motion
from slides.outputs.office.xml_parts import add_sections, play_on_entering, set_language

QUESTION = "Question: wait for answers before you go on."
LOOP = "The movie repeats until you go on."
Add = Callable[[Any, Context, str, Beat], Any]


def make_pptx(context: Context, content: str) -> list[Path]:
    """Make the presentation.

    Parameters
    ----------
    context
        The recordings.
    content
        What the slides show, one of `CONTENTS`.
    """
    renderings = context.renderings or context.drawn(context.variant.theme)
    presentation = new_presentation(context.lecture, context.still)
    presentation.core_properties.comments = context.credit
    opening = add_title_slide(presentation, context.lecture)
    set_language(opening.element, context.lecture.language)
    sections = {context.lecture.title: [opening.slide_id]}
    for chapter, rendering in renderings.items():
        beats = rendering.recording.beats
        section = sections.setdefault(rendering.recording.title, [])
        for beat, title in zip(beats, beat_titles(beats), strict=True):
            slide = _slide(presentation, f"{rendering.recording.title}: {title}")
            shape = CONTENTS[content](slide, context, chapter, beat)
            shape.name = title
            shape.element.nvPicPr.cNvPr.set("descr", beat.say)
            add_voice(slide, context, chapter, beat.name)
            _write_notes(slide.notes_slide.notes_text_frame, beat)
            for part in (slide, slide.notes_slide):
                set_language(part.element, context.lecture.language)
            section.append(slide.slide_id)
    paint(opening, presentation.slides[1].background.fill.fore_color.rgb)
    add_sections(presentation, sections)
    target = context.out / "lecture.pptx"
    saved = context.scratch / target.name
    saved.parent.mkdir(parents=True, exist_ok=True)
    presentation.save(str(saved))
    with whole(target) as partial:
        repack(saved, partial, source_date())
    return [target]


def _slide(presentation: Any, title: str) -> Any:
    """Add a slide whose title stands above it: for outlines and screen readers."""
    slide = presentation.slides.add_slide(
        presentation.slide_layouts.get_by_name("Title Only")
    )
    shape = slide.shapes.title
    shape.text = title
    # PowerPoint's own "hidden title" is one that lies off the slide.
    shape.left, shape.width = 0, presentation.slide_width
    shape.height = presentation.slide_height // 10
    shape.top = -2 * shape.height
    return slide


def _add_movie(slide: Any, context: Context, chapter: str, beat: Beat) -> Any:
    """Let a beat's movie fill a slide."""
    movie_file, seconds = motion(context, chapter, beat)
    clip = keep_within(movie_file, f"{chapter}/{beat.name}")
    poster = first_picture(context.motion(chapter, beat)[0])
    _paint(slide, poster)
    movie = slide.shapes.add_movie(
        str(clip), 0, 0, *_size(slide), BytesIO(poster), "video/mp4"
    )
    play_on_entering(movie, seconds, loop=beat.loop)
    return movie


def _add_still(slide: Any, context: Context, chapter: str, beat: Beat) -> Any:
    """Let the picture of a beat's end fill a slide."""
    rendering = context.stills[chapter, context.variant.theme]
    still = rendering.folder / f"{beat.name}.png"
    _paint(slide, still.read_bytes())
    return slide.shapes.add_picture(str(still), 0, 0, *_size(slide))


CONTENTS: dict[str, Add] = {"movies": _add_movie, "stills": _add_still}


def _size(slide: Any) -> tuple[int, int]:
    """Return width and height of a slide."""
    presentation = slide.part.package.presentation_part.presentation
    return presentation.slide_width, presentation.slide_height


def _paint(slide: Any, picture: bytes) -> None:
    """Give a slide the ground of its picture, lest white flash up before it."""
    from pptx.dml.color import RGBColor

    fill = slide.background.fill
    fill.solid()
    paper = bytes.fromhex(corner_color(picture).removeprefix("#"))
    colour: Any = RGBColor  # it carries no types
    fill.fore_color.rgb = colour(*paper)


def _write_notes(frame: Any, beat: Beat) -> None:
    """Write what the speaker reads: a paragraph for each sentence, hints in bold."""
    hints = [QUESTION] if beat.question else []
    hints += [LOOP] if beat.loop else []
    lines = [*hints, *sentences(beat.say)]
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line
        if number < len(hints):
            run.font.bold = True
