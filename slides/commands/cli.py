"""The command ``lecture``."""

import os
import sys
from pathlib import Path
from typing import Any

import click
import cloup

from slides.base import stopping
from slides.base.errors import LectureError, Stopped
from slides.building.build import build
from slides.building.kinds import KINDS
from slides.building.plan import Plan
from slides.commands import place, terminal
from slides.commands.check import check
from slides.commands.data.command import data
from slides.commands.embed import embed
from slides.commands.numbers import numbers
from slides.commands.options import (
    CACHE_FOLDER,
    CHAPTERS,
    CHOICES,
    JOBS,
    JSON,
    OUT,
    SETTINGS,
    VARIANT,
    VERBOSE,
    VOICE,
    examples,
    with_voice,
)
from slides.commands.record.command import record
from slides.commands.serve import serve
from slides.commands.terminal import show_json
from slides.commands.watch import watch
from slides.engine.progress import Progress
from slides.settings.variants import Variant


@cloup.group(
    context_settings={
        "help_option_names": ["-h", "--help"],
        "terminal_width": terminal.help_width(),
    },
    epilog=examples(
        "lecture build",
        "lecture build neuron --quality 1080p60",
        "lecture serve --open",
        "lecture watch neuron --open",
        "lecture embed ../notes",
        "lecture say neuron/sum --voice kokoro",
        "lecture record neuron --open",
        "lecture list",
        "lecture data crabs.csv",
        "lecture doctor",
    ),
)
@VERBOSE
@click.version_option(package_name="deep-learning-for-biologists")
def lecture() -> None:
    """Build a lecture in which every number on screen is really computed."""


@lecture.command(
    name="build",
    help="Render what changed and make videos, slides, papers and the page to them.\n\n"
    "Without CHAPTER the whole lecture; with some, a lecture of these alone. "
    + " ".join(kind.about for kind in KINDS if kind.about),
    epilog=examples(
        "lecture build",
        "lecture build neuron --out build/neuron",
        "lecture build --quality 1080p60 --theme light --only video",
        "lecture build summary --aspect 9:16 --out build/phone",
        "lecture build --set neuron.n_epochs=50 --explain",
        "lecture build --only pptx --pptx stills",
        "lecture build neuron --only pdf,handout --handout 1",
        "lecture build ai_ml_dl --only stills",
        "lecture build neuron --voice kokoro",
        "lecture build --only gallery",
        "lecture build --quality 2160p60 --only deck --deck folder",
    ),
)
@CHAPTERS
@VARIANT
@CHOICES
@VOICE
@OUT
@JOBS
@SETTINGS
@click.option("--explain", is_flag=True, help="Say why something is made again.")
@VERBOSE
def build_command(quality: str, theme: str, aspect: str, **options: Any) -> None:
    """Render what changed and make what is not current."""
    with Progress() as progress:
        variant = Variant(quality, theme, aspect)
        choices = {one.name: options.pop(one.name) for one in KINDS if one.choice}
        told = with_voice(options)
        build(Plan(variant=variant, choices=choices, **told), progress)


@lecture.command(
    epilog=examples(
        "lecture present",
        "lecture present neuron --full-screen",
        "lecture present neuron layers --quality 1080p60 --screen 1",
    )
)
@CHAPTERS
@VARIANT
@OUT
@click.option("--full-screen", is_flag=True, help="Fill the screen.")
@click.option("--screen", type=int, metavar="NUMBER", help="Screen to show it on.")
@click.option("--skip-all", is_flag=True, help="Run through all slides, then end.")
@JOBS
@SETTINGS
@VERBOSE
def present(
    quality: str,
    theme: str,
    aspect: str,
    full_screen: bool,
    screen: int | None,
    skip_all: bool,
    **options: Any,
) -> None:
    """Present the lecture, or some chapters, in manim-slides' own window.

    It also plays backwards: "v" goes back through a slide's motion. Without Qt, which
    is not installed by itself (pip install PySide6), the HTML slides open instead.
    """
    from slides.commands.present import present as run

    passed_on = [*(["--full-screen"] * full_screen), *(["--skip-all"] * skip_all)]
    passed_on += [] if screen is None else ["--screen", str(screen)]
    plan = Plan(variant=Variant(quality, theme, aspect), **options)
    with Progress() as progress:
        run(plan, passed_on, progress)


@lecture.command(
    epilog=examples(
        "lecture say neuron/sum --voice kokoro",
        "lecture say neuron/sum --voice kokoro/am_michael --out sum.wav",
    )
)
@click.argument("beat", metavar="CHAPTER/BEAT")
@VOICE
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    show_default="BEAT.wav", help="WAV file to write.",
)  # fmt: skip
@SETTINGS
@VERBOSE
def say(beat: str, out: Path | None, **options: Any) -> None:
    """Say the narration of a beat, to be listened to, and print the words said."""
    from slides.building.speaking.one_beat import say as run

    file = out or Path(f"{beat.rpartition('/')[2]}.wav")
    words, sound = run(Plan(**with_voice(options)), beat, file)
    click.echo(f"{words}\n{file}: {sound.duration:.1f} s")


@lecture.command(name="list", epilog=examples("lecture list", "lecture list --json"))
@SETTINGS
@JSON
@VERBOSE
def list_command(as_json: bool, **options: Any) -> None:
    """List the chapters, and in which qualities each is rendered and current."""
    from slides.commands.list_chapters import rows, show

    found = rows(Plan(**options))
    if as_json:
        show_json(found)
    else:
        show(found)


for command in (serve, watch, record, embed, check, numbers, data):
    lecture.add_command(command)


@lecture.command(epilog=examples("lecture doctor", "lecture doctor --deep"))
@click.option(
    "--deep", is_flag=True,
    help="Read all that was made to its end, and name what is damaged, instead.",
)  # fmt: skip
@OUT
@CACHE_FOLDER
@VERBOSE
def doctor(deep: bool, out: Path, cache: Path) -> None:
    """Check that all the lecture needs is there; say how to get what is missing."""
    from slides.commands.doctor import examine, look_deep, show

    if not (look_deep(out, cache) if deep else show(examine())):
        sys.exit(1)


def main() -> None:
    """Run the command; show errors as plain lines."""
    try:
        stopping.end_in_order()
        code = _run()
        stopping.end_no_more()
    except Stopped as stopped:
        click.echo(stopping.WORDS, err=True)
        code = stopped.exit_code
    sys.exit(code)


def _run() -> int:
    """Run the command; return the code with which to end."""
    terminal.prepare()
    place.find_home()
    verbose = "--verbose" in sys.argv or bool(os.environ.get("LECTURE_DEBUG"))
    try:
        if warning := place.other_lecture():
            click.echo(f"warning: {warning}", err=True)
        lecture.main(prog_name="lecture", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SystemExit as ended:
        return int(ended.code or 0)
    except Exception as error:
        stopping.check()
        terminal.tell(error, verbose=verbose)
        return error.exit_code if isinstance(error, LectureError) else 1
    return 0
