"""The command ``lecture embed``."""

from pathlib import Path
from typing import Any

import click
import cloup

from slides.base.errors import UsageError
from slides.building.plan import Plan
from slides.commands.options import ASPECT, JOBS, SETTINGS, VERBOSE, examples, quality
from slides.commands.parameters import Name
from slides.engine.progress import Progress
from slides.settings.variants import STILL_THEMES, Variant

FORMATS = ("jekyll", "html", "markdown")


@cloup.command(
    epilog=examples(
        "lecture embed ../notes",
        "lecture embed ../notes --clip backpropagation/train --dry-run",
        "lecture embed ../notes --still ai_ml_dl=images/ai_ml_dl.png",
        "lecture embed ../notes --remove",
        "lecture embed build/embed --format html --clip neuron/line",
    ),
)
@click.argument("target", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option(
    "--format", "format_", type=Name("format", FORMATS), default="jekyll",
    show_default=True, metavar="|".join(FORMATS),
    help="What FOLDER is: a Jekyll site, or a folder for snippets.",
)  # fmt: skip
@click.option(
    "--clip", "clips", multiple=True, metavar="CHAPTER/BEAT",
    help="Add this clip; may be repeated.",
)  # fmt: skip
@click.option("--all", "every", is_flag=True, help="Add all clips of the lecture.")
@click.option(
    "--still", "stills", multiple=True, metavar="CHAPTER[/BEAT]=PICTURE",
    help="Put our still in the place of a picture of the site; may be repeated.",
)  # fmt: skip
@click.option(
    "--folder", default="lecture", show_default=True,
    help="Folder, within FOLDER, for all that pages load.",
)  # fmt: skip
@click.option(
    "--base-url", default="", metavar="ADDRESS",
    help="With --format html or markdown: where that folder will be on the web.",
)  # fmt: skip
@click.option(
    "--jekyll-config", "configs", metavar="FILE,FILE",
    help="Settings of the Jekyll site, as `jekyll build --config` takes them.",
)  # fmt: skip
@quality("720p30")
@click.option(
    "--theme", type=Name("theme", ("both", *STILL_THEMES)), default="both",
    show_default=True, metavar="|".join(("both", *STILL_THEMES)),
    help="Colours; of both, each reader sees those of their system.",
)  # fmt: skip
@ASPECT
@click.option("--dry-run", is_flag=True, help="Only list what would be done.")
@click.option(
    "--remove", is_flag=True,
    help="Take everything out again; with --clip, only clips that no note uses.",
)  # fmt: skip
@JOBS
@SETTINGS
@VERBOSE
def embed(
    target: Path, quality: str, theme: str, aspect: str, format_: str, **options: Any
) -> None:
    """Put clips into the folder of a site of notes.

    In a Jekyll site, a note shows a clip by {% include lecture.html
    clip="backpropagation/train" %}: this command looks for such lines, renders and
    encodes what they name, and writes it. Run again, it writes only what changed.
    No file that it did not write is touched, except a picture named with --still.
    """
    from slides.embed import embed as work
    from slides.embed.request import Options

    own = {key: options.pop(key) for key in ("clips", "every", "stills", "folder")}
    dry_run, remove = options.pop("dry_run"), options.pop("remove")
    base_url = options.pop("base_url").rstrip("/")
    if base_url and format_ == "jekyll":
        raise UsageError("--base-url: a Jekyll site has its own, in _config.yml")
    own["base_url"] = f"{base_url}/" if base_url else ""
    own["themes"] = STILL_THEMES if theme == "both" else (theme,)
    configs = options.pop("configs") or ""
    own["configs"] = tuple(filter(None, configs.split(",")))
    if remove and (own["every"] or own["stills"]):
        raise UsageError("--remove takes no --all and no --still: it takes out all")
    with Progress() as progress:
        if remove and not own["clips"]:
            work.remove(target, progress, dry_run=dry_run)
            return
        if remove:
            own["forget"] = own.pop("clips")
        plan = Plan(variant=Variant(quality, aspect=aspect), **options)
        chosen = Options(target, format_, dry_run=dry_run, **own)
        work.embed(plan, chosen, progress)
