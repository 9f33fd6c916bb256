"""The command ``lecture data``."""

from pathlib import Path
from typing import Any

import click
import cloup

from slides.building.plan import Plan
from slides.commands.options import JOBS, JSON, SETTINGS, VERBOSE, examples
from slides.commands.terminal import show_json
from slides.engine.progress import Progress


@cloup.command(
    epilog=examples(
        "lecture data crabs.csv",
        "lecture data crabs.xlsx --y species --noun crab",
        'lecture data crabs.csv --x "carapace width (mm)" --x "carapace depth (mm)"',
        "lecture data crabs.csv --classes blue --classes orange --json",
        "lecture data promoters.fasta --labels promoters.csv",
        'lecture data rates.csv --x "substrate (mM)" --y "rate (µmol/min)"',
    )
)
@click.argument("table", type=click.Path(path_type=Path))
@click.option(
    "--x", multiple=True, metavar="COLUMN", show_default="found",
    help="Look at this column; may be repeated. One alone is the x of a curve.",
)  # fmt: skip
@click.option(
    "--y", default="", metavar="COLUMN", show_default="found",
    help="Column of the classes; of a curve, that of y.",
)  # fmt: skip
@click.option(
    "--classes", multiple=True, metavar="CLASS", show_default="found",
    help="Tell this class from another; may be repeated.",
)  # fmt: skip
@click.option(
    "--noun", default="", metavar="WORD", show_default="by what it holds",
    help="What a row is: crab.",
)  # fmt: skip
@click.option(
    "--nouns", default="", metavar="WORD", show_default="by rule",
    help="What several rows are: mice.",
)  # fmt: skip
@click.option(
    "--labels", type=click.Path(path_type=Path), metavar="FILE",
    help="Names and labels of sequences that do not carry theirs.",
)  # fmt: skip
@click.option("--quick", "is_quick", is_flag=True, help="Look, and try no chapter.")
@JOBS
@SETTINGS
@JSON
@VERBOSE
def data(
    table: Path,
    labels: Path | None,
    x: tuple[str, ...],
    y: str,
    classes: tuple[str, ...],
    noun: str,
    nouns: str,
    is_quick: bool,
    as_json: bool,
    **options: Any,
) -> None:
    """Look at a TABLE of yours: what it holds, and which chapters it can carry.

    TABLE is a file of measurements with classes, a row each (.csv, .tsv, .xlsx), of
    labelled sequences (a table or FASTA), or of a curve, as of rates over doses.
    Chapters about such data are tried with it, without drawing them; what prints last
    are the lines for lecture.toml.
    """
    from rich.console import Console

    from slides.commands.data.report import Asked, as_object, look, report
    from slides.commands.data.shown import show_look, show_report

    asked = Asked(table, labels, x, y, classes, noun, nouns)
    seen = look(asked)
    if not as_json:
        show_look(asked, seen)
    with Progress(Console(stderr=True)) as progress:
        found = report(asked, seen, Plan(**options), progress, is_quick=is_quick)
    if as_json:
        show_json(as_object(asked, seen, found))
    else:
        show_report(found, options["config"])
