"""The command ``lecture record``."""

import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
import cloup

from slides.base.errors import LectureError, Stopped
from slides.base.policy import with_policy
from slides.base.templates import Template
from slides.building.carried import carried
from slides.building.plan import Plan
from slides.commands.options import (
    CHAPTERS,
    JOBS,
    OPEN,
    PORT,
    SETTINGS,
    VERBOSE,
    examples,
)
from slides.commands.record.answering import RecordServer
from slides.commands.record.studio import Line, Studio
from slides.settings.project import shown
from slides.speech.chosen import FOLDER

PAGE = Template("record/record.html")
STYLE = Template("record/record.css")
SCRIPT = Template("record/record.js")


@cloup.command(
    epilog=examples("lecture record neuron --open", "lecture record neuron features")
)
@CHAPTERS
@PORT
@OPEN
@JOBS
@SETTINGS
@VERBOSE
def record(port: int | None, is_opened: bool, **options: Any) -> None:
    """Record the narration with your own voice, in the browser.

    The page shows the words of a beat and the picture that belongs to them. Takes are
    WAV files in "narration" beside the settings file, which [voice] with engine =
    "takes" lets speak. Without CHAPTER all are read. Until Ctrl-C.
    """
    plan = Plan(**options)
    studio = studio_of(plan)
    try:
        with served(studio, port or 0, plan) as server:
            click.echo(f"the page is at {server.entrance} until Ctrl-C")
            if is_opened and not webbrowser.open(server.entrance):
                click.echo("no browser was found; open that address")
            threading.Event().wait()
    except OSError as error:
        raise LectureError(f"port {port or 0}: {error.strerror}") from None
    except Stopped:
        takes = "take" if studio.n_kept == 1 else "takes"
        click.echo(f"stopped; {studio.n_kept} {takes} recorded")


def studio_of(plan: Plan) -> Studio:
    """Return what the chosen chapters say, and where takes of it are kept.

    Raises
    ------
    LectureError
        If there is no true narration, or the folder holds what cannot be understood.
    """
    from slides.building.narrations import narrations
    from slides.commands.record.pictures import pictures

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
