"""Whose data a document shows: tables of one's own, and those published that are read.

A chapter's sources tell which published tables it reads; one that is about a table of
one's own does not read that in whose place it stands.
"""

from collections.abc import Iterable

from nnsim.datasets import credits
from scenes.caching.sources import data_files
from scenes.record import Recording

SIZES = "model_sizes.csv"  # has a source for each row


def credited(recordings: Iterable[Recording]) -> dict[str, list[dict[str, str]]]:
    """Return what a document lists about its data, by kinds of source."""
    recordings = list(recordings)
    read = {name for one in recordings for name in _read(one)}
    sizes = credits.publications() if SIZES in read else ()
    return {
        "own": _own(recordings),
        "tables": [
            {"title": one.title, "what": one.what, "source": one.source,
             "licence": one.licence}
            for one in credits.tables() if one.file in read
        ],
        "publications": [{"names": one.names, "source": one.source} for one in sizes],
    }  # fmt: skip


def _own(recordings: Iterable[Recording]) -> list[dict[str, str]]:
    """Say of each table of the lecturer's own which chapters are about it."""
    titles: dict[tuple[str, str], list[str]] = {}
    for one in recordings:
        for source in one.data:
            titles.setdefault(source, []).append(one.title)
    return [
        {"file": file, "digest": digest, "chapters": ", ".join(about)}
        for (file, digest), about in titles.items()
    ]


def _read(one: Recording) -> set[str]:
    """Return the names of the published tables that a chapter reads."""
    named = {file.name for file in data_files([f"nnsim.experiments.{one.scene}"])}
    if one.data:
        from slides.settings.own_kinds import replaced  # loads the experiment

        named.discard(replaced(one.scene))
    return named
