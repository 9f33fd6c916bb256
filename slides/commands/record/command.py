"""The command ``lecture record``."""

import threading
import webbrowser
from typing import Any

import click
import cloup

from slides.base.errors import LectureError, Stopped
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
    from slides.commands.record.page import served, studio_of

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
