"""``lecture numbers``: every number a chapter shows, and where it comes from."""

from collections.abc import Sequence
from dataclasses import asdict

from scenes.record import Receipt
from slides.building.plan import Plan
from slides.commands.rehearsals import rehearse
from slides.commands.tables import show_table


def receipts(plan: Plan) -> list[Receipt]:
    """Return the receipts of the chosen chapter.

    Raises
    ------
    LectureError
        If its scene could not be rehearsed.
    """
    recordings, error = rehearse(plan, ["dark"])
    if error is not None:
        raise error
    return [receipt for recording in recordings for receipt in recording.receipts]


def show(found: Sequence[Receipt]) -> None:
    """Print receipts as a table."""
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
