"""Remembers what sources say, so that no source is read again that did not change."""

import json
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scenes.caching import facts
from scenes.caching.digests import digest_of_value
from scenes.caching.files import read_json, write_text


@contextmanager
def remembered(cache: Path) -> Iterator[None]:
    """Know what earlier runs found out; afterwards keep what this one did.

    Parameters
    ----------
    cache
        The folder for what is kept between runs.
    """
    file = cache.absolute() / "sources.json"
    by = _by()
    kept = read_json(file, {})
    if isinstance(kept, dict) and kept.get("by") == by:
        facts.learn(_entries(kept["files"]))
    yield
    known = facts.settled()
    if known is not None:
        write_text(file, json.dumps({"by": by, "files": known}))


def _by() -> str:
    """Return what tells who found it out: another reader may find something else."""
    reader = facts.digest_of_file(Path(facts.__file__))
    return digest_of_value([reader, platform.python_version()])


def _entries(kept: dict[str, Any]) -> Iterator[tuple[str, tuple[Any, facts.Facts]]]:
    """Yield what was kept of each file."""
    for name, (stamp, (held, *named)) in kept.items():
        yield name, (tuple(stamp), facts.Facts(held, *map(tuple, named)))
