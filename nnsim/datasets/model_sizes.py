"""Model sizes: how many parameters, neurons or synapses, as published.

What you can do here
--------------------
- load the table: ``load()``; find the rows of one name: ``of(rows, "ESM-2")``;
- read a size in words, ``size.words``, and where it stands: ``size.citation``.

A size that nobody has published is NaN. See ``SOURCES.md`` for what was read where.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nnsim.datasets.columns import Category, Number, Words
from nnsim.datasets.table import read_table
from nnsim.errors import UnknownNameError
from nnsim.magnitudes import in_words

TABLE = Path(__file__).with_name("model_sizes.csv")
KINDS = ("protein model", "language model", "neurons", "synapses")
COLUMNS = (
    Words("name"),
    Number("count", low=1, missing=True),
    Number("spread", low=0, missing=True),
    Number("active", low=1, missing=True),
    Number("tokens", low=1, missing=True),
    Number("operations", low=1, missing=True),
    Category("kind", KINDS),
    Words("authors"),
    Number("year", 1900, 2100, whole=True),
    Words("reference"),
    Words("note", empty=True),
)


@dataclass(frozen=True)
class Size:
    """One row: a published count and its source. NaN is what was not published."""

    name: str  # of the model or the nervous system
    count: float  # parameters of a model; else neurons or synapses
    spread: float  # standard deviation of the count
    active: float  # parameters that take part for each token
    tokens: float  # tokens seen in training
    operations: float  # floating-point operations of training, as published
    kind: str  # one of KINDS
    authors: str
    year: int
    reference: str  # journal, volume and first page, or number of the preprint
    note: str

    @property
    def words(self) -> str:
        """The count in words, "86.1 billion"."""
        return in_words(self.count)

    @property
    def citation(self) -> str:
        """Authors and year, "Lin et al. 2023"."""
        return f"{self.authors} {self.year}"

    @property
    def source(self) -> str:
        """Authors, year and reference."""
        return f"{self.citation}, {self.reference}"


def load() -> tuple[Size, ...]:
    """Load all rows, in the order of the table."""
    columns = {n: c.tolist() for n, c in read_table(TABLE, COLUMNS).items()}
    columns["year"] = [int(year) for year in columns["year"]]
    return tuple(Size(*row) for row in zip(*columns.values(), strict=True))


def of(rows: Sequence[Size], name: str, kind: str | None = None) -> tuple[Size, ...]:
    """Return the rows of this name, and of this kind if one is given.

    Raises
    ------
    UnknownNameError
        If there is none; the message lists the names that there are.
    """
    found = tuple(row for row in rows if row.name == name and kind in (None, row.kind))
    if not found:
        known = ", ".join(dict.fromkeys(row.name for row in rows))
        what = f"{name!r}" + (f", {kind}" if kind else "")
        raise UnknownNameError(f"{TABLE.name}: no size of {what}; known are {known}")
    return found
