"""The command ``lecture numbers``."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click
import cloup

from scenes.record import Receipt, Recording, brief
from slides.building.carried import carried
from slides.building.plan import Plan
from slides.commands.options import JSON, SETTINGS, VERBOSE, examples
from slides.commands.terminal import show_json


@cloup.command(
    epilog=examples(
        "lecture numbers neuron",
        "lecture numbers neuron --set neuron.bias=-25 --json",
    )
)
@click.argument("chapter")
@SETTINGS
@JSON
@VERBOSE
def numbers(chapter: str, as_json: bool, **options: Any) -> None:
    """Print every number a chapter shows, and where in the result it comes from."""
    found = rehearsed(Plan(chapters=(chapter,), **options))
    if as_json:
        own = {"data": dict(found.data)} if found.data else {}
        show_json([{**asdict(receipt), **own} for receipt in found.receipts])
    else:
        show(found.receipts)
        for file, digest in found.data:
            click.echo(f"data: {file} (SHA-256 {brief(digest)})")


def rehearsed(plan: Plan) -> Recording:
    """Return what the chosen chapter shows.

    Raises
    ------
    LectureError
        If its scene could not be rehearsed.
    """
    from slides.building.rehearsals import rehearse

    recordings, error = rehearse(plan, carried(plan), ["dark"])
    if error is not None:
        raise error
    (recording,) = recordings
    return recording


def show(found: Sequence[Receipt]) -> None:
    """Print receipts as a table."""
    from slides.commands.tables import show_table

    rows = [
        {**asdict(receipt), "time": f"{receipt.time:.1f}", "value": _value(receipt)}
        for receipt in found
    ]
    show_table(
        rows,
        {
            "beat": "beat",
            "time": "time (s)",
            "text": "on screen",
            "path": "place in the result",
            "value": "value",
        },
    )


def _value(receipt: Receipt) -> str:
    """Return the unrounded value, or the shape of an array."""
    if receipt.value is not None:
        return str(receipt.value)
    return "array of " + " x ".join(str(n) for n in receipt.shape)
