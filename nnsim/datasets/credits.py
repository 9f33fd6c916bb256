"""Who made the data tables and the published figures, as the lecture credits them.

What you can do here
--------------------
- read the table of sources, one row a data table: ``tables()``;
- list where the published sizes stand, each source once: ``publications()``.

Both are read from the files beside this module, so nothing is typed twice.
"""

import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

from nnsim.datasets import model_sizes
from nnsim.datasets.table import MOST_BYTES
from nnsim.errors import FileError
from nnsim.texts import TextError, read_text

RESTORE = "restore the file as it was released"
SOURCES = Path(__file__).with_name("SOURCES.md")
LINE = 76  # characters of a citation before it goes on in the next line
CITES = re.compile(r"\b(1[89]|20)\d\d\b")  # a year


@dataclass(frozen=True)
class Credit:
    """One row of SOURCES.md."""

    file: str  # the data table
    what: str  # what it holds
    source: str  # where it was read
    licence: str

    @property
    def works(self) -> tuple[str, ...]:
        """The works cited, each with its year, without where they were read."""
        parts = [part.strip() for part in self.source.split(";")]
        return tuple(part for part in parts if CITES.search(part))

    @property
    def title(self) -> str:
        """The name of the table in words."""
        return self.file.removesuffix(".csv").replace("_", " ").capitalize()

    @property
    def lines(self) -> tuple[str, ...]:
        """The works cited, in lines of a readable length."""
        return tuple(line for work in self.works for line in textwrap.wrap(work, LINE))


def tables() -> tuple[Credit, ...]:
    """Read the sources of all data tables.

    Raises
    ------
    FileError
        If the file cannot be read, or a row of the table has not five columns.
    """
    try:
        lines = read_text(SOURCES, MOST_BYTES).splitlines()
    except TextError as error:
        raise FileError(SOURCES, f"{error.why}; {RESTORE}", error.line) from None
    found = []
    for number, row in enumerate(lines, 1):
        if not row.startswith("| `"):
            continue
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        if len(cells) != 5:
            why = f"{len(cells)} cells, not five columns; {RESTORE}"
            raise FileError(SOURCES, why, number)
        file, what, _, source, licence = cells
        found.append(Credit(file.strip("`"), what, source, licence))
    return tuple(found)


@dataclass(frozen=True)
class Publication:
    """A source of published sizes."""

    names: str  # of the models or nervous systems whose sizes it gives
    source: str  # authors, year and reference


def publications() -> tuple[Publication, ...]:
    """List the sources of the published sizes, each once, in the table's order."""
    named: dict[str, dict[str, None]] = {}  # names of each source, each once, in order
    for row in model_sizes.load():
        named.setdefault(row.source, {})[row.name] = None
    return tuple(Publication(", ".join(names), one) for one, names in named.items())
