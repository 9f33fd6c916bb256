"""The command ``lecture watch``."""

import os
import webbrowser
from typing import Any

import click
import cloup

from nnsim.errors import unknown
from scenes.renamed import present, told
from slides.base.beat_name import BeatName
from slides.base.errors import LectureError, Stopped, UsageError
from slides.building.plan import Plan, warn
from slides.commands.options import (
    ASPECT,
    OPEN,
    PORT,
    SETTINGS,
    THEME,
    VERBOSE,
    examples,
)
from slides.settings.outline import beats
from slides.settings.values import Lecture


@cloup.command(
    epilog=examples(
        "lecture watch neuron --open",
        "lecture watch neuron/line",
        "lecture watch neuron/line --theme light --aspect 9:16",
    )
)
@click.argument("name", metavar="[CHAPTER[/BEAT]]", default="")
@THEME
@ASPECT
@PORT
@OPEN
@SETTINGS
@VERBOSE
def watch(
    name: str,
    theme: str,
    aspect: str,
    port: int | None,
    is_opened: bool,
    **settings: Any,
) -> None:
    """Show a chapter in the browser while you write it, drawn anew on each save.

    The page shows how the beat ends that you work on, with its words and numbers and
    what is wrong with it; click a thing in the picture to see the line that made it.
    Without CHAPTER it is the first of the lecture. Until Ctrl-C.
    """
    from slides.watching.watched import watched

    if not hasattr(os, "fork"):
        raise UsageError("lecture watch needs a system that forks: Linux or macOS")
    lecture = Plan(**settings).read()
    chapter, beat = chosen(name, lecture)
    try:
        with watched(
            chapter,
            beat,
            theme=theme,
            aspect=aspect,
            port=port or 0,
            **settings,
        ) as page:
            click.echo(f"{chapter} is at {page.address} until Ctrl-C")
            if is_opened and not webbrowser.open(page.address):
                click.echo("no browser was found; open that address")
            page.follow()
    except OSError as error:
        raise LectureError(f"port {port or 0}: {error.strerror}") from None
    except Stopped:
        click.echo("stopped")


def chosen(name: str, lecture: Lecture) -> tuple[str, str]:
    """Return the chapter and the beat that a name means; "" for its first beat."""
    if why := told(name):
        warn(why)
    chapter, beat = BeatName.parse(present(name))
    chapter = chapter or lecture.chapters[0]
    if chapter not in lecture.chapters:
        raise UsageError(unknown("chapter", chapter, lecture.chapters))
    known = beats(chapter)
    if beat and beat not in known:
        raise UsageError(unknown("beat", beat, known))
    return chapter, beat
