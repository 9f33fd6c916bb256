"""Remembers what sources say, so that no source is read again that did not change."""

import platform
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scenes.caching import facts
from scenes.caching.checked import read_sealed
from scenes.caching.digests import digest_of_value
from slides.engine.kept_files import believed, keep


@dataclass(frozen=True)
class _Kept:
    """What is kept between runs."""

    by: str  # who found it out
    files: dict[str, tuple[facts.Stamp, facts.Facts]]


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
    kept = believed(read_sealed(file, _Kept))
    if kept and kept.by == by:
        facts.learn(kept.files.items())
    yield
    known = facts.settled()
    if known is not None:
        keep(file, {"by": by, "files": known})


def _by() -> str:
    """Return what tells who found it out: another reader may find something else."""
    reader = facts.digest_of_file(Path(facts.__file__))
    return digest_of_value([reader, platform.python_version()])
