"""Labels that stand in a file of their own, joined to the rows by name.

What you can do here
--------------------
- join them: ``joined``.

The rules: in the file of labels the columns are "name" and "label", or it has two: the
first names, the second tells the label. In the table the column "name" counts, or the
first. A row that the file does not name has no label.
"""

from nnsim.datasets.own.rows import Columns
from nnsim.texts import TextError, shortened

LABEL = "label"


def labels_of(columns: Columns) -> dict[str, str]:
    """Return each name's label.

    Raises
    ------
    TextError
        If it is not clear which column is which, or a name has two labels.
    """
    names = [name.lower() for name in columns.names]
    if "name" in names and LABEL in names:
        which = names.index("name"), names.index(LABEL)
    elif len(names) == 2:
        which = 0, 1
    else:
        raise TextError(
            f"has {len(names)} columns: call that of names name, that of labels label",
            1,
        )
    found: dict[str, str] = {}
    rows = zip(*(columns.cells[k] for k in which), columns.lines, strict=True)
    for name, label, line in rows:
        if found.setdefault(name, label) != label:
            why = f"{shortened(name)} has two labels: keep one"
            raise TextError(why, line)
    return found


def joined(columns: Columns, labels: dict[str, str]) -> Columns:
    """Return a table with its labels.

    Raises
    ------
    TextError
        If no name of the table has a label.
    """
    at = columns.names.index("name") if "name" in columns.names else 0
    given = tuple(labels.get(name, "") for name in columns.cells[at])
    if not any(given):
        first = shortened(columns.cells[at][0])
        raise TextError(f"no name has a label in the other file: {first} has none")
    kept = [k for k, name in enumerate(columns.names) if name != LABEL]
    return Columns(
        (*(columns.names[k] for k in kept), LABEL),
        (*(columns.cells[k] for k in kept), given),
        columns.lines,
    )
