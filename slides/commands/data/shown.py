"""``lecture data`` as its user reads it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from nnsim.problems.own_data import Curve
from nnsim.texts import printable
from slides.building.verdicts import Verdict
from slides.commands.data.columns import Column
from slides.commands.data.report import Asked, Report, Seen
from slides.commands.tables import show_table
from slides.settings.own.tables import KINDS
from slides.settings.project import shown

MOST = 50  # columns that are shown
MOST_CLASSES = 6  # of a column, that are counted
HOLDS = {
    "number": "numbers", "class": "classes", "sequence": "sequences",
    "index": "names of rows", "text": "text",
}  # fmt: skip


def show_look(asked: Asked, seen: Seen) -> None:
    """Print what a table holds, a line a column."""
    columns = seen.look.columns
    click.echo(
        f"{printable(shown(asked.file))}: {KINDS[seen.kind]}, "
        f"{_count(seen.look.n_rows, 'row')}, {_count(len(columns), 'column')}"
    )
    click.echo(f"SHA-256 {seen.digest}\n")
    roles = _roles(seen)
    first = sorted(columns, key=lambda one: one.name not in roles)[:MOST]
    rows = [_row(one, roles) for one in first]
    show_table(
        rows, {name: name for name in ("column", "holds", "unit", "missing", "values")}
    )
    if len(columns) > MOST:
        click.echo(f"and {len(columns) - MOST:,} more (--json names them)")
    click.echo()


def show_report(found: Report, config: Path) -> None:
    """Print which chapters can be told of a table, and lines for the settings."""
    if found.tried:
        columns = {"chapter": "chapter", "is": "carried", "what": "by what, or why not"}
        show_table([*map(_verdict, found.tried)], columns)
    elif found.given:
        click.echo(f"Chapters about it: {', '.join(found.given)} (not tried)")
    if found.others:
        click.echo(f"\nThe other chapters keep their data: {', '.join(found.others)}")
    if found.lines:
        click.echo(f"\nLines for {shown(config)}:\n\n{found.lines}", nl=False)
    else:
        carried = "carries no chapter" if found.given else "is of no chapter's kind"
        click.echo(f"\nThis table {carried} of the lecture.")


def _roles(seen: Seen) -> dict[str, str]:
    """Return what columns hold that a lecture is about, by their names."""
    if seen.kind is Curve:
        return {one: f"{key} of the curve" for key, one in seen.look.found.items()}
    return dict.fromkeys(seen.look.found.values(), "the classes")


def _row(one: Column, roles: Mapping[str, str]) -> dict[str, Any]:
    """Return the line of a column."""
    return {
        "column": printable(one.name),
        "holds": roles.get(one.name, HOLDS[one.kind]),
        "unit": printable(one.unit),
        "missing": f"{one.n_missing:,}",
        "values": _values(one),
    }


def _values(one: Column) -> str:
    """Say what stands in a column."""
    if one.classes:
        first = [f"{printable(name)} {n:,}" for name, n in one.classes[:MOST_CLASSES]]
        rest = len(one.classes) - len(first)
        return ", ".join(first) + (f" and {rest:,} more" if rest else "")
    if one.fault:
        return one.fault
    if one.least is not None and one.most is not None:
        return f"{one.least:g} to {one.most:g}"
    return f"{one.n_different:,} different" if one.n_different else ""


def _verdict(one: Verdict) -> dict[str, Any]:
    """Return the line of a chapter that was tried."""
    what = one.why or "; ".join(_by_what(one))
    return {"chapter": one.chapter, "is": "no" if one.why else "yes", "what": what}


def _by_what(one: Verdict) -> Iterator[str]:
    """Yield what a chapter looks at, and what it leaves out."""
    if chosen := one.chosen:
        if chosen.x:  # not of sequences
            yield " and ".join(map(printable, chosen.x))
        if chosen.classes:  # not of curves
            yield " or ".join(map(printable, chosen.classes))
        yield _count(chosen.n_rows, "row")
        if chosen.n_left_out:
            yield f"{chosen.n_left_out:,} left out"
    for beat, why in one.left_out.items():
        yield f"without beat {beat!r}: {why}"


def _count(n: int, noun: str) -> str:
    """Count things."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"
