"""Which table of one's own a chapter is about, and what in it.

What you can do here
--------------------
- let a chapter be about measurements with classes: a ``Measurements`` in its
  settings; about labelled sequences: a ``Sequences``; about a curve: a ``Curve``;
- ask which of them settings take: ``kind_of_data``;
- read a table that others may have read: ``read_once``;
- say that a table is right and yet cannot carry a chapter: ``UnfitDataError``.

Without a file a chapter keeps to the data that it comes with.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from typing import Annotated, get_type_hints

from nnsim.bounds import Fault, Settings, holding
from nnsim.datasets.own.own_table import MOST_BYTES, OwnTable, read_own
from nnsim.errors import FileError
from nnsim.errors import UnfitDataError as UnfitDataError
from nnsim.texts import TextError, read_bytes

LONGEST_NOUN = 20  # letters


@dataclass(frozen=True)
class OwnData(Settings):
    """A file of one's own."""

    file: str = ""  # its path; "" for the data that the chapter comes with
    digest: str = ""  # SHA-256 of the file; found where it is not given
    y: str = ""  # column of what is to be predicted; found
    noun: str = ""  # what a row is, "crab"; found
    nouns: str = ""  # several of them; the plural by rule

    def __post_init__(self) -> None:
        """Find the digest, so that whoever keeps results knows them apart.

        Raises
        ------
        FileError
            If the file cannot be read, or is no longer what it was.
        """
        if self.file:
            found = self._digest()
            if self.digest not in ("", found):
                why = "has changed since the lecture's settings were read: start again"
                raise FileError(Path(self.file), why)
            object.__setattr__(self, "digest", found)
        super().__post_init__()

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        if not self.file:
            for one in fields(self):
                if getattr(self, one.name) != one.default:
                    yield one.name, "needs file, the table that it is said of"
        for name in ("noun", "nouns"):
            if (n := len(getattr(self, name))) > LONGEST_NOUN:
                yield name, f"has {n} letters: up to {LONGEST_NOUN} have room"

    @property
    def is_given(self) -> bool:
        """Tell whether there is a file of one's own."""
        return bool(self.file)

    def _digest(self) -> str:
        """Return a digest of all that is read."""
        return digest_of(Path(self.file))


@dataclass(frozen=True)
class Classed(OwnData):
    """Rows of known classes: y is their column."""

    classes: Annotated[tuple[str, ...], holding(0, 20)] = ()  # as written; found


@dataclass(frozen=True)
class Measurements(Classed):
    """Measurements with classes, a row each."""

    x: Annotated[tuple[str, ...], holding(0, 8)] = ()  # columns that are seen; found


@dataclass(frozen=True)
class Sequences(Classed):
    """Labelled sequences of one length: a table with such a column, or FASTA."""

    sequence: str = ""  # column of the sequences; found
    labels: str = ""  # a second file with names and labels; "" if FASTA has them

    def _digest(self) -> str:
        """Return a digest of all that is read."""
        files = filter(None, (self.file, self.labels))
        return "+".join(digest_of(Path(file)) for file in files)


@dataclass(frozen=True)
class Curve(OwnData):
    """A curve y(x) that was measured, a row a measurement."""

    x: str = ""  # column of what was set: a dose, a time; found


@dataclass(frozen=True)
class OfMeasurements(Settings):
    """Settings of a chapter that may be about measurements of one's own."""

    data: Measurements = field(default_factory=Measurements)


@dataclass(frozen=True)
class OfCurve(Settings):
    """Settings of a chapter that may be about a curve of one's own."""

    data: Curve = field(default_factory=Curve)


def kind_of_data(config: type) -> type[OwnData] | None:
    """Return what kind of data of one's own settings take; None if they take none."""
    kind = get_type_hints(config).get("data")
    is_own = isinstance(kind, type) and issubclass(kind, OwnData)
    return kind if is_own else None


def read_once(file: Path, labels: Path | None = None) -> OwnTable:
    """Read a table as ``read_own`` does; not again unless it has changed.

    Raises
    ------
    FileError
        If it cannot be read.
    """
    files = (file,) if labels is None else (file, labels)
    return _read(files, tuple(map(digest_of, files)))


@lru_cache(maxsize=2)  # large ones take much memory
def _read(files: tuple[Path, ...], digests: tuple[str, ...]) -> OwnTable:
    """Read a table; of other digests it is another one."""
    return read_own(*files)


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file.

    Raises
    ------
    FileError
        If it cannot be read.
    """
    try:
        return hashlib.sha256(read_bytes(file, MOST_BYTES)).hexdigest()
    except TextError as error:
        raise FileError(file, error.why) from None
