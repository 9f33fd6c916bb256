"""A presentation without slides yet, in the shape of the picture."""

from typing import Any

from slides.base.source_date import source_date
from slides.outputs.office.xml_parts import set_language
from slides.settings.values import Lecture
from slides.settings.variants import Quality

LAYOUTS = ("Title Slide", "Title Only")
LONG_SIDE = 12_192_000  # of a slide, in EMU: as PowerPoint's own


def new_presentation(lecture: Lecture, picture: Quality) -> Any:
    """Return python-pptx's template, fitted to the picture, with two layouts."""
    from pptx import Presentation

    made: Any = Presentation()
    _reshape(made, picture)
    for layout in [one for one in made.slide_layouts if one.name not in LAYOUTS]:
        made.slide_layouts.remove(layout)
    for part in (made.part._element, made.slide_master.element):
        set_language(part, lecture.language)
    about = made.core_properties
    about.title, about.author = lecture.title, lecture.author
    about.language, about.last_modified_by = lecture.language, lecture.author
    _set_date(about)
    return made


def _set_date(about: Any) -> None:
    """Write when it was made, or nothing of it: the template has a date of its own."""
    if date := source_date():
        about.created = about.modified = date
        return
    element = about._element
    for part in (element.created, element.modified):
        element.remove(part)


def _reshape(presentation: Any, picture: Quality) -> None:
    """Give slides the picture's shape; stretch what stands on their master."""
    old = presentation.slide_width, presentation.slide_height
    scale = LONG_SIDE / max(picture.width, picture.height)
    new = round(picture.width * scale), round(picture.height * scale)
    presentation.slide_width, presentation.slide_height = new
    del presentation.part._element.sldSz.attrib["type"]  # it says 4:3
    across, down = new[0] / old[0], new[1] / old[1]
    for shape in presentation.slide_master.shapes:  # its layouts follow
        shape.left, shape.width = (
            round(shape.left * across),
            round(shape.width * across),
        )
        shape.top, shape.height = round(shape.top * down), round(shape.height * down)
    image = presentation.notes_master.placeholders[2]
    room = min(image.width / new[0], image.height / new[1])
    middle = image.left + image.width // 2
    image.width, image.height = round(new[0] * room), round(new[1] * room)
    image.left = middle - image.width // 2
