"""The first slide of a presentation: whose lecture it is, where and when."""

from typing import Any

from slides.footage.posters import is_dark
from slides.outputs.opening import type_sizes
from slides.settings.values import Lecture

LAYOUT = "Title Slide"
POINT = 12_700  # EMU
INKS = {True: ("EEF1F4", "A3AFBE"), False: ("16202C", "5A6675")}  # on dark paper?


def add_title_slide(presentation: Any, lecture: Lecture) -> Any:
    """Add the slide; its paper and its ink are still to come."""
    from pptx.enum.text import MSO_ANCHOR

    layout = presentation.slide_layouts.get_by_name(LAYOUT)
    slide = presentation.slides.add_slide(layout)
    width, height = presentation.slide_width, presentation.slide_height
    sizes = type_sizes(lecture, width / POINT, height / POINT)
    texts = (lecture.title, "\n".join(lecture.opening))
    places = ((0.08, 0.44), (0.56, 0.36))  # top and height of each
    for box, text, size, (top, room) in zip(
        _boxes(slide), texts, sizes, places, strict=True
    ):
        box.left, box.width = round(0.09 * width), round(0.82 * width)
        box.top, box.height = round(top * height), round(room * height)
        _write(box.text_frame, text, size)
    slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    return slide


def _boxes(slide: Any) -> tuple[Any, Any]:
    """Return what holds the title, and what holds the lines below it."""
    return slide.shapes.title, slide.placeholders[1]


def _write(frame: Any, text: str, size: float) -> None:
    """Write lines of one size, from the left."""
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    frame.text = text
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.font.size = Pt(size)


def paint(slide: Any, paper: Any) -> None:
    """Give the slide its paper, an RGB colour, and ink that shows on it."""
    from pptx.dml.color import RGBColor

    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = paper
    inks = INKS[is_dark(f"#{paper}")]
    for box, ink in zip(_boxes(slide), inks, strict=True):
        for paragraph in box.text_frame.paragraphs:
            colour: Any = RGBColor  # it carries no types
            paragraph.font.color.rgb = colour.from_string(ink)
