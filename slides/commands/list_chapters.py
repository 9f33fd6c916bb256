"""``lecture list``: the chapters and in which qualities each is rendered."""

from collections.abc import Sequence
from typing import Any

import click

from slides.building.carried import carried_as_known
from slides.building.plan import Plan
from slides.commands.tables import show_table
from slides.engine.source_cache import remembered
from slides.engine.targets import drawn, targets_of
from slides.settings.outline import outline
from slides.settings.values import told
from slides.settings.variants import Variant


def rows(plan: Plan) -> list[dict[str, Any]]:
    """Return name, title, summary and finished variants of each chapter.

    Whether data of one's own can carry it is told where it has been asked before.
    """
    with remembered(plan.cache):
        return list(_rows(plan).values())


def _rows(plan: Plan) -> dict[str, dict[str, Any]]:
    """Return the rows by chapter."""
    lecture = carried_as_known(plan)
    found: dict[str, dict[str, Any]] = {}
    numbers = {chapter: n for n, chapter in enumerate(lecture.chapters, 1)}
    gone = [name for name in lecture.left_out if "/" not in name]
    for chapter in (*lecture.chapters, *gone):
        about = outline(chapter)
        found[chapter] = {
            "number": numbers.get(chapter),
            "chapter": chapter,
            "title": about.title,
            "summary": about.summary,
            "rendered": [],
            "left_out": lecture.left_out.get(chapter, ""),
        }
    for one in targets_of(lecture, lecture.chapters, Variant()):
        rendered = [variant.name for variant, _ in drawn(plan.recordings, one)]
        found[one.chapter]["rendered"] = rendered
    return found


def show(found: Sequence[dict[str, Any]]) -> None:
    """Print the chapters as a table."""
    lines = [
        {**row, "rendered": ", ".join(row["rendered"]) or "not yet"}
        for row in found
        if not row["left_out"]
    ]
    headings = ("number", "chapter", "title", "summary", "rendered")
    show_table(lines, {name: name.replace("number", "no.") for name in headings})
    for line in told({r["chapter"]: r["left_out"] for r in found if r["left_out"]}):
        click.echo(line)
