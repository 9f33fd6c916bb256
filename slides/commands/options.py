"""Options and arguments of the commands; several share most of them."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from slides.building.kinds import KINDS
from slides.building.plan import CACHE
from slides.commands.parameters import Folder, Name, Names, joined
from slides.settings.project import LECTURE_TOML
from slides.settings.variants import ASPECTS, QUALITIES, THEMES

Command = TypeVar("Command", bound=Callable[..., Any])


def _options(*options: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """Return one decorator that adds several options, in this order."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def examples(*commands: str) -> str:
    """Return examples as the last part of a help text, each on its line."""
    return "\b\nExamples:\n" + "\n".join(f"  {command}" for command in commands)


def with_voice(options: dict[str, Any]) -> dict[str, Any]:
    """Put the voice that is named, if any, among the settings that go before others."""
    engine, _, name = (options.get("voice") or "").partition("/")
    chosen = {"voice.engine": engine, "voice.voice": name}
    given = [f"{key}={value}" for key, value in chosen.items() if value]
    others = {key: value for key, value in options.items() if key != "voice"}
    return {**others, "overrides": (*given, *options["overrides"])}


CHAPTERS = click.argument("chapters", nargs=-1, metavar="[CHAPTER]...")
CACHE_FOLDER = click.option(
    "--cache", type=Folder(), default=CACHE,
    show_default="in the repository, else in the user's cache",
    help="Folder for finished recordings.",
)  # fmt: skip
SETTINGS = _options(
    click.option(
        "--config", type=click.Path(path_type=Path), default=LECTURE_TOML,
        show_default="slides/lecture.toml", help="Settings of the lecture.",
    ),
    click.option(
        "--set", "overrides", multiple=True, metavar="CHAPTER.SETTING=VALUE",
        help="Use another setting than the file's; may be repeated.",
    ),
    CACHE_FOLDER,
)  # fmt: skip


def quality(default: str) -> Callable[[Command], Command]:
    """Return the option of the picture's quality."""
    return click.option(
        "--quality", type=Name("quality", tuple(QUALITIES)), default=default,
        show_default=True, metavar="|".join(QUALITIES), help="Size and frame rate.",
    )  # fmt: skip


ASPECT = click.option(
    "--aspect", type=Name("aspect ratio", ASPECTS), default="16:9", show_default=True,
    metavar="|".join(ASPECTS), help="Shape of the picture, which is laid out for it.",
)  # fmt: skip
THEME = click.option(
    "--theme", type=Name("theme", THEMES), default="dark", show_default=True,
    metavar="|".join(THEMES), help="Colours.",
)  # fmt: skip
VARIANT = _options(quality("draft"), THEME, ASPECT)
_NAMES = tuple(kind.name for kind in KINDS)
_USUAL = ",".join(kind.name for kind in KINDS if kind.usual)
_LISTED = " and ".join(f"the {kind.name}" for kind in KINDS if kind.wanted_by)
CHOICES = _options(
    click.option(
        "--only", "kinds", type=Names("output", _NAMES), multiple=True, callback=joined,
        metavar=",".join(_NAMES),
        show_default=f"{_USUAL} and {_LISTED} listed in the settings",
        help="Make only these outputs.",
    ),
    *(
        click.option(
            f"--{kind.name}", type=Name(kind.choice.what, kind.choice.values),
            default=kind.choice.usual, show_default=True,
            metavar="|".join(kind.choice.values), help=kind.choice.help,
        )
        for kind in KINDS
        if kind.choice
    ),
)  # fmt: skip
OUT = click.option(
    "--out", type=Folder(), default=Path("build"),
    show_default=True, help="Folder for the outputs.",
)  # fmt: skip
JOBS = click.option(
    "--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1,
    show_default="all cores", help="Number of worker processes.",
)  # fmt: skip
VOICE = click.option(
    "--voice", metavar="ENGINE[/VOICE]", show_default="that of the settings",
    help="Speak with this voice.",
)  # fmt: skip
PORT = click.option(
    "--port", type=click.IntRange(1, 65535), metavar="NUMBER",
    show_default="one that is free", help="Port at which to listen.",
)  # fmt: skip
OPEN = click.option("--open", "is_opened", is_flag=True, help="Open the browser, too.")
VERBOSE = click.option(
    "--verbose", is_flag=True, expose_value=False, help="Show tracebacks of errors."
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
