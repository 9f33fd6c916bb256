"""What kind of data a file holds: measurements with classes, or labelled sequences.

What you can do here
--------------------
- tell by the file itself: ``kind_of_file``;
- find the column of the sequences: ``sequence_column``.
"""

import re
from pathlib import Path

from nnsim.datasets.own.own_table import OwnTable, read_own
from nnsim.problems.own_data import Measurements, OwnData, Sequences

LEAST_LENGTH = 6  # letters; shorter ones are as well names of classes
_BASES = re.compile(r"[ACGTUNRYKMSWBDHV.-]+", re.IGNORECASE)  # unknown ones as well


def kind_of_file(file: Path, labels: Path | None = None) -> type[OwnData]:
    """Return the kind of data that a file holds.

    Parameters
    ----------
    file, labels
        See :func:`~nnsim.datasets.own.own_table.read_own`.

    Raises
    ------
    FileError
        If it cannot be read.
    """
    has_sequences = sequence_column(read_own(file, labels)) is not None
    return Sequences if has_sequences else Measurements


def sequence_column(table: OwnTable) -> str | None:
    """Return the first column of sequences of one length; None if there is none."""
    return next((name for name in table.names if _has_sequences(table, name)), None)


def _has_sequences(table: OwnTable, name: str) -> bool:
    """Tell whether a column holds sequences of bases."""
    known = list(filter(None, table.column(name)))
    lengths = {len(sequence) for sequence in known}
    is_one = len(lengths) == 1 and min(lengths) >= LEAST_LENGTH
    return is_one and all(map(_BASES.fullmatch, known))
