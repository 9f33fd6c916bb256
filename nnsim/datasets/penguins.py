"""Palmer penguins: four measurements of 344 birds of three species.

What you can do here
--------------------
- load the table: ``load()``;
- keep some species: ``birds.where_species("Adelie", "Gentoo")``;
- keep the birds that were fully measured: ``birds.complete()``, and of known sex:
  ``birds.complete(*MEASUREMENTS, "sex")``;
- take measurements as columns of one array: ``birds.measurements(…)``;
- find the row of a bird by its bill: ``find``;
- bring them to round numbers near ±1: ``ROUND.apply``; exactly: ``scaling.fit``.

Source: Gorman, Williams & Fraser 2014, PLoS ONE 9:e90081,
https://doi.org/10.1371/journal.pone.0090081; Horst, Hill & Gorman 2020,
``palmerpenguins``. Licence: CC0.
"""

from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.columns import MISSING, Category, Number
from nnsim.datasets.scaling import Scaling
from nnsim.datasets.table import read_table, table_error
from nnsim.errors import UnknownNameError

TABLE = Path(__file__).with_name("penguins.csv")
SPECIES = ("Adelie", "Gentoo", "Chinstrap")
DISPLAY = {"Adelie": "Adélie", "Gentoo": "Gentoo", "Chinstrap": "Chinstrap"}
ISLANDS = ("Biscoe", "Dream", "Torgersen")
SEXES = ("female", "male", MISSING)
MEASUREMENTS = (
    "bill_length_mm",
    "bill_depth_mm",
    "flipper_length_mm",
    "body_mass_g",
)

BILL = MEASUREMENTS[:2]
WORDS = {  # each measurement as shown, the same in one word, and its unit
    "bill_length_mm": ("bill length", "length", "mm"),
    "bill_depth_mm": ("bill depth", "depth", "mm"),
    "flipper_length_mm": ("flipper length", "flipper", "mm"),
    "body_mass_g": ("body mass", "mass", "g"),
}
COLUMNS = (
    Category("species", SPECIES, needed=SPECIES),
    Category("island", ISLANDS),
    Number("bill_length_mm", 1, 1000, "mm", missing=True, needed=True),
    Number("bill_depth_mm", 1, 1000, "mm", missing=True, needed=True),
    Number("flipper_length_mm", 1, 1000, "mm", missing=True, needed=True),
    Number("body_mass_g", 1, 100_000, "g", missing=True, needed=True),
    Category("sex", SEXES, needed=SEXES[:2]),
    Number("year", 1900, 2100, whole=True),
)
NOUNS = ("bird", "birds")
POPULATION = "penguins"
CREDIT = "Palmer Station, Gorman et al."

# x = (measurement - centre) / unit with round numbers, so that inputs are short.
ROUND = Scaling(
    MEASUREMENTS,
    np.array([44.0, 17.0, 200.0, 4200.0]),
    np.array([5.0, 2.0, 10.0, 800.0]),
)


@dataclass(frozen=True, eq=False)
class Penguins:
    """Columns of the table, one entry per bird; numbers are NaN where missing."""

    species: Array  # (n_birds,) one of SPECIES
    island: Array  # (n_birds,) one of ISLANDS
    bill_length_mm: Array  # (n_birds,) mm
    bill_depth_mm: Array  # (n_birds,) mm
    flipper_length_mm: Array  # (n_birds,) mm
    body_mass_g: Array  # (n_birds,) g
    sex: Array  # (n_birds,) one of SEXES, NA where unknown
    year: Array  # (n_birds,) 2007, 2008 or 2009

    def __len__(self) -> int:
        """Count the birds."""
        return len(self.species)

    def rows(self, which: Array) -> "Penguins":
        """Take some birds, by row numbers or by a mask (n_birds,)."""
        columns = {f.name: getattr(self, f.name)[which] for f in fields(self)}
        return Penguins(**{name: read_only(c) for name, c in columns.items()})

    def where_species(self, *names: str) -> "Penguins":
        """Keep the birds of these species."""
        for name in names:
            if name not in SPECIES:
                raise UnknownNameError(
                    f"unknown species {name!r}; known are {', '.join(SPECIES)}"
                )
        return self.rows(np.isin(self.species, names))

    def complete(self, *columns: str) -> "Penguins":
        """Keep the birds for which these columns, by default all four, are known."""
        known = np.ones(len(self), dtype=bool)
        for name in columns or MEASUREMENTS:
            column = self._column(name)
            missing = column == MISSING if column.dtype.kind == "U" else column
            known &= ~missing if missing.dtype == bool else ~np.isnan(missing)
        return self.rows(known)

    def measurements(self, *columns: str) -> Array:
        """Take columns, by default all four measurements, as (n_birds, n_columns)."""
        return np.stack(
            [self._column(name) for name in columns or MEASUREMENTS], axis=-1
        )

    def _column(self, name: str) -> Array:
        known = [field.name for field in fields(self)]
        if name not in known:
            raise UnknownNameError(
                f"unknown column {name!r}; known are {', '.join(known)}"
            )
        column: Array = getattr(self, name)
        return column


def load() -> Penguins:
    """Load all 344 birds in the order of the table."""
    birds = Penguins(**read_table(TABLE, COLUMNS))
    for name in SPECIES:
        if not len(birds.where_species(name).complete()):
            raise table_error(TABLE, f"no {name} has all four measurements", 1)
    return birds


def find(measured: Array, length: float, depth: float) -> int:
    """Return the row of the bird with these measurements.

    Raises
    ------
    ValueError
        If there is none.
    """
    rows = np.flatnonzero((measured == (length, depth)).all(axis=1))
    if len(rows) == 0:
        raise ValueError(f"no penguin has a bill of {length} mm by {depth} mm")
    return int(rows[0])
