"""How long a name may be that pictures and sentences show.

What you can do here
--------------------
- refuse columns and classes whose names are longer: ``refuse_long``.
"""

from collections.abc import Iterable

from nnsim.datasets.own.own_table import OwnTable
from nnsim.texts import shortened

CLASS, COLUMN = 40, 60  # letters
BEGIN = 20  # of a long name that is told


def refuse_long(
    table: OwnTable, columns: Iterable[str] = (), classes: Iterable[str] = ()
) -> None:
    """Refuse the first name that has no room.

    Raises
    ------
    FileError
        With the remedy.
    """
    for what, most, names in (("column", COLUMN, columns), ("class", CLASS, classes)):
        for name in names:
            if len(name) > most:
                raise table.error(
                    f"the {what} {shortened(name, BEGIN)} has a name of {len(name)} "
                    f"letters: up to {most} have room; shorten it"
                )
