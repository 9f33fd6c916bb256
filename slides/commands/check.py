"""``lecture check``: rehearses the scenes and lists the faults of their layout."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click

from slides.building.plan import Plan
from slides.commands.rehearsals import rehearse


def check(plan: Plan, themes: Sequence[str], aspects: Sequence[str]) -> dict[str, Any]:
    """Return how much was checked and every fault found.

    Raises
    ------
    LectureError
        If a scene could not be rehearsed.
    """
    recordings, error = rehearse(plan, themes, aspects)
    if error is not None:
        raise error
    return {
        "chapters": len({recording.scene for recording in recordings}),
        "themes": list(themes),
        "aspects": list(aspects),
        "beats": sum(len(recording.beats) for recording in recordings),
        "faults": [
            {"theme": recording.theme, "aspect": recording.aspect, **asdict(fault)}
            for recording in recordings
            for fault in recording.faults
        ],
    }


def show(report: dict[str, Any]) -> None:
    """Print the faults, each on one line, and their number."""
    faults = report["faults"]
    for fault in faults:
        click.echo(
            f"{fault['scene']}, beat {fault['beat']!r}, {fault['theme']}, "
            f"{fault['aspect']}: "
            f"{fault['mobject']}: {fault['problem']}"
        )
    word = "fault" if len(faults) == 1 else "faults"
    themes, aspects = (", ".join(report[key]) for key in ("themes", "aspects"))
    click.echo(
        f"{len(faults)} {word} in {report['chapters']} chapters, themes {themes}, "
        f"aspect ratios {aspects}, {report['beats']} beats"
    )
