"""The command ``lecture check``."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click
import cloup

from scenes.record import Fault
from slides.building.carried import carried
from slides.building.plan import Plan
from slides.commands.options import (
    CHAPTERS,
    JOBS,
    JSON,
    SETTINGS,
    VERBOSE,
    VOICE,
    examples,
    with_voice,
)
from slides.commands.parameters import Names
from slides.commands.terminal import show_json
from slides.settings.values import told
from slides.settings.variants import ASPECTS, THEMES


@cloup.command(
    epilog=examples(
        "lecture check", "lecture check neuron --theme print --aspect 9:16 --json"
    )
)
@CHAPTERS
@click.option(
    "--theme", "themes", type=Names("theme", THEMES), default=THEMES,
    metavar="|".join(THEMES), show_default="all", help="Check only in this theme.",
)  # fmt: skip
@click.option(
    "--aspect", "aspects", type=Names("aspect ratio", ASPECTS), default=ASPECTS,
    metavar="|".join(ASPECTS), show_default="all",
    help="Check only in this shape of the frame.",
)  # fmt: skip
@JOBS
@VOICE
@SETTINGS
@JSON
@VERBOSE
def check(
    themes: tuple[str, ...], aspects: tuple[str, ...], as_json: bool, **options: Any
) -> None:
    """Rehearse the scenes; list what is wrong with their layout, and with their words.

    The words are those that a voice says, where one is chosen: signs and words that it
    cannot say are faults.
    """
    report = examined(Plan(**with_voice(options)), themes, aspects)
    if as_json:
        show_json(report)
    else:
        show(report)
    if report["faults"]:
        sys.exit(1)


def examined(
    plan: Plan, themes: Sequence[str], aspects: Sequence[str]
) -> dict[str, Any]:
    """Return how much was checked, every fault found, and chapters not told.

    Raises
    ------
    LectureError
        If a scene could not be rehearsed.
    """
    from slides.building.narrations import narrations, speech_faults
    from slides.building.rehearsals import rehearse

    lecture = carried(plan)
    recordings, error = rehearse(plan, lecture, themes, aspects)
    if error is not None:
        raise error
    unsaid: list[Fault] = []
    if lecture.voice.engine:
        found = narrations(lecture, plan.chosen(lecture), plan.jobs)
        unsaid += speech_faults(found, lecture.voice)
    return {
        "chapters": len({recording.scene for recording in recordings}),
        "themes": list(themes),
        "aspects": list(aspects),
        "beats": sum(len(recording.beats) for recording in recordings),
        "faults": [
            {"theme": recording.theme, "aspect": recording.aspect, **asdict(fault)}
            for recording in recordings
            for fault in recording.faults
        ]
        + [{"theme": "", "aspect": "", **asdict(fault)} for fault in unsaid],
        "left_out": lecture.left_out,
    }


def show(report: dict[str, Any]) -> None:
    """Print the faults, each on one line, and their number."""
    faults = report["faults"]
    for fault in faults:
        where = (fault["scene"], f"beat {fault['beat']!r}", fault["theme"])
        place = ", ".join(filter(None, (*where, fault["aspect"])))
        click.echo(f"{place}: {fault['mobject']}: {fault['problem']}")
    for line in told(report["left_out"]):
        click.echo(line)
    word = "fault" if len(faults) == 1 else "faults"
    themes, aspects = (", ".join(report[key]) for key in ("themes", "aspects"))
    click.echo(
        f"{len(faults)} {word} in {report['chapters']} chapters, themes {themes}, "
        f"aspect ratios {aspects}, {report['beats']} beats"
    )
