"""The page with the words of chapters, and its server."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from slides.base.policy import with_policy
from slides.base.templates import Template
from slides.building.carried import carried
from slides.building.narrations import narrations
from slides.building.plan import Plan
from slides.commands.record.answering import RecordServer
from slides.commands.record.pictures import pictures
from slides.commands.record.studio import Line, Studio
from slides.settings.project import shown
from slides.speech.chosen import FOLDER

PAGE = Template("record/record.html")
STYLE = Template("record/record.css")
SCRIPT = Template("record/record.js")


def studio_of(plan: Plan) -> Studio:
    """Return what the chosen chapters say, and where takes of it are kept.

    Raises
    ------
    LectureError
        If there is no true narration, or the folder holds what cannot be understood.
    """
    lecture = carried(plan)
    chapters = plan.chosen(lecture)
    plan.warn(lecture)
    drawn = pictures(plan, lecture, chapters)
    lines = [
        Line(
            chapter,
            beat,
            tuple((one.shown, bool(one.spoken)) for one in narration.said),
            drawn[chapter].get(beat),
        )
        for chapter, beats in narrations(lecture, chapters, plan.jobs).items()
        for beat, narration in beats.items()
    ]
    return Studio(plan.config.absolute().parent / FOLDER, lines)


@contextmanager
def served(studio: Studio, port: int, plan: Plan) -> Iterator[RecordServer]:
    """Serve the page within a ``with`` block; what is being kept is kept wholly."""
    lecture = plan.read()
    page = PAGE.render(
        title=lecture.title,
        language=lecture.language,
        folder=shown(studio.folder),
        css=STYLE.text,
        js=SCRIPT.text,
    )
    allowed = {"img": "'self'", "connect": "'self'", "media": "'self'"}
    with RecordServer(port, with_policy(page, **allowed), studio) as server:
        serving = threading.Thread(target=server.serve_forever, args=(0.1,))
        serving.start()
        try:
            yield server
        finally:
            server.shutdown()
            serving.join()
            studio.close()
