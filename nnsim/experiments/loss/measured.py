"""What the chapter's curve is fitted to: an enzyme's rates, or a table of one's own.

What you can do here
--------------------
- load it, with all words for it: ``measure``;
- refuse what the chapter cannot be about: ``check_measured``.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nnsim.arrays import Array
from nnsim.datasets import puromycin
from nnsim.datasets.own.curves import curve_columns, read_curve
from nnsim.datasets.own.lengths import refuse_long
from nnsim.datasets.own.naming import features_of, plural_of
from nnsim.problems.own_data import Curve, UnfitDataError, read_once

LEAST, MOST = 8, 60  # measurements: few teach nothing, more squares have no room
SHORT = 20  # letters of a name that has room in longer words
LEAST_X = 4  # different x: a curve with two parameters passes through two


@dataclass(frozen=True)
class Names:
    """Words for both axes, and for both parameters of the curve."""

    x_name: str  # as sentences name it: "concentration"
    y_name: str
    x_axis: str  # with its unit, as at an axis: "substrate concentration (ppm)"
    y_axis: str
    off_axis: str  # the same for what y is away from the mean of its replicates
    x_unit: str  # "" if there is none
    y_unit: str
    said_unit: str  # of y, as sentences say it: "counts"
    height_name: str  # the first parameter, inside a sentence: "the height"
    at_height: str  # before its value: "height"
    half_name: str  # the second
    height_axis: str  # with their units
    half_axis: str

    @property
    def first_height_name(self) -> str:
        """The first parameter at the start of a sentence."""
        return self.height_name[0].upper() + self.height_name[1:]


@dataclass(frozen=True, eq=False)
class Measurements:
    """Measurements of a curve in order of x, and the words for them."""

    x: Array  # (n,)
    y: Array  # (n,)
    names: Names
    nouns: tuple[str, str]  # one of them and several: "measurement", "measurements"
    columns: tuple[str, str] = ("conc", "rate")  # of x and y, as the table names them
    credit: str = ""  # the file; "" of the enzyme
    digest: str = ""  # its SHA-256
    n_missing: int = 0  # rows left out, since x or y is missing

    @property
    def is_own(self) -> bool:
        """Whether they are a table that somebody brought."""
        return bool(self.credit)


OF_ENZYME = Names(
    x_name="concentration",
    y_name="rate",
    x_axis="substrate concentration (ppm)",
    y_axis="reaction rate (counts/min²)",
    off_axis="rate less the average of its pair (counts/min²)",
    x_unit="ppm",
    y_unit="counts/min²",
    said_unit="counts",
    height_name="Vmax",
    at_height="Vmax",
    half_name="Km",
    height_axis="Vmax (counts/min²)",
    half_axis="Km (ppm)",
)
NOUN = "measurement"


def measure(data: Curve) -> Measurements:
    """Load what was measured.

    Raises
    ------
    FileError
        If a table of one's own cannot be read, or holds no curve.
    UnfitDataError
        If it cannot carry the chapter.
    """
    if not data.is_given:
        runs = puromycin.load()
        nouns = NOUN, plural_of(NOUN)
        return Measurements(runs.concentration, runs.rate, OF_ENZYME, nouns)
    table = read_once(Path(data.file))
    columns = curve_columns(table, data.x, data.y)
    refuse_long(table, columns)
    read = read_curve(table, *columns)
    noun = data.noun or NOUN
    found = Measurements(
        x=read.x,
        y=read.y,
        names=_names(columns),
        nouns=(noun, data.nouns or plural_of(noun)),
        columns=columns,
        credit=table.file.name,
        digest=table.digest,
        n_missing=read.n_missing,
    )
    check_measured(found)
    return found


def check_measured(found: Measurements) -> None:
    """Refuse what no saturating curve through zero can be fitted to and shown of.

    Raises
    ------
    UnfitDataError
        With the reason.
    """
    n, n_x = len(found.y), len(np.unique(found.x))
    x, y = found.names.x_name, found.names.y_name
    if n < LEAST or n_x < LEAST_X:
        raise UnfitDataError(
            f"{n} {found.nouns[n != 1]} at {n_x} different values of {x} are too "
            f"little: the chapter needs {LEAST} or more, at {LEAST_X} or more"
        )
    if n > MOST:
        raise UnfitDataError(
            f"{n:,} {found.nouns[1]} are too many to draw a square on each: take up to "
            f"{MOST}, or their means"
        )
    if found.x[0] < 0:
        raise UnfitDataError(
            f"{x} goes down to {found.x[0]:.3g}: a curve that begins at zero needs "
            "values of zero or more, and no logarithms"
        )
    centred = found.x - found.x.mean()
    if centred @ found.y <= 0 or found.y.max() <= 0:
        raise UnfitDataError(
            f"{y} does not rise with {x}: the chapter needs a curve that rises to a "
            "plateau"
        )


def _names(columns: tuple[str, str]) -> Names:
    """Find words in the names of two columns."""
    (x, x_unit), (y, y_unit) = features_of(columns)
    short = y if len(y) <= SHORT else "y"
    return Names(
        x_name=x,
        y_name=y,
        x_axis=_with(x, x_unit),
        y_axis=_with(y, y_unit),
        off_axis=_with(f"{short} less the mean of its replicates", y_unit),
        x_unit=x_unit,
        y_unit=y_unit,
        said_unit=y_unit,
        height_name="the height",
        at_height="height",
        half_name="k",
        height_axis=_with("height h", y_unit),
        half_axis=_with("k", x_unit),
    )


def _with(words: str, unit: str) -> str:
    """Put a unit behind words, if there is one."""
    return f"{words} ({unit})" if unit else words
