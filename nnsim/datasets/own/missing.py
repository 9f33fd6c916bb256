"""How a missing value is written, in many programs.

What you can do here
--------------------
- let all that is missing be "" in a column: ``blanked``.

The rules: an empty cell and ``ALWAYS`` are missing everywhere. A dash and "none" are
missing among numbers; among words "none" is one of them ("treatment: none"), and a dash
too if a plus sign stands in the column (strands).
"""

from collections.abc import Sequence

from nnsim.datasets.own.decimals import may_be_number

ALWAYS = frozenset(
    (
        "", "NA", "na", "N/A", "n/a", "#N/A", "#NA", "NaN", "nan", "NAN", "NULL",
        "Null", "null", "<NA>", "?", ".",
    )
)  # fmt: skip
_DASHES = frozenset("-–—")
_AMONG_NUMBERS = _DASHES | frozenset(("none", "None", "NONE"))


def blanked(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the cells of a column, "" where a value is missing."""
    different = set(cells)
    missing = different & ALWAYS
    if doubtful := different & _AMONG_NUMBERS:
        others = different - ALWAYS - doubtful
        if all(map(may_be_number, others)):
            missing |= doubtful
        elif "+" not in others:
            missing |= doubtful & _DASHES
    if missing <= {""}:
        return tuple(cells)
    return tuple("" if cell in missing else cell for cell in cells)
