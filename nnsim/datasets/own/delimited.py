"""Text with marks between the cells: which mark it is, and where the table begins.

What you can do here
--------------------
- take a text apart into rows: ``rows_of``.

The rules: the mark is a tab, a semicolon or a comma, that by which most of the first
rows have as many cells; or what a first line ``sep=;`` says, as Excel writes it. Lines
above the names that begin with ``#`` are comments; the last of them names the columns
if it says so, as ``#chrom`` does above rows of as many cells.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from nnsim.datasets.own.rows import Row
from nnsim.datasets.table import parse
from nnsim.texts import TextError, shortened

MARKS = "\t;,"
_SAID = re.compile(r'"?sep=([\t;,])"?\n', re.IGNORECASE)
_NO_COMMENT = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)
_LOOKED_AT = 100  # rows
_NONE = False, 0.0


def rows_of(text: str) -> Iterator[Row]:
    """Yield the rows, each with the line (from 1) it begins in.

    Raises
    ------
    TextError
        If quotation marks do not go together.
    """
    said = _SAID.match(text)
    begin = _below_comments(text, said.end() if said else 0)
    above = text.count("\n", 0, begin)
    text = text[begin:].removeprefix("#")
    return parse(text, said[1] if said else _mark(text, above), above)


def _below_comments(text: str, start: int) -> int:
    """Return where the names of the columns begin."""
    found = _NO_COMMENT.search(text, start)
    end = found.start() if found else len(text)
    last = text.rfind("\n", start, max(start, end - 1)) + 1 or start
    line, below = text[last:end], text[end : text.find("\n", end)]
    if re.match(r"#[^#\s]", line):
        for mark in MARKS:
            if 1 <= line.count(mark) == below.count(mark):
                return last
    return end


def _mark(text: str, above: int) -> str:
    """Find out what stands between cells."""
    fits = {mark: _agreement(text, mark) for mark in MARKS}
    best = max(MARKS, key=lambda mark: fits[mark])
    line = text[: text.find("\n")].strip()
    if line and fits[best] == _NONE:
        raise TextError(
            f"has one column only, {shortened(line)}: put commas, semicolons or tabs "
            "between the cells",
            above + 1,
        )
    return best


def _agreement(text: str, mark: str) -> tuple[bool, float]:
    """Tell how well rows agree in the number of their cells, the first of all too."""
    widths = []
    try:
        for _, row in islice(parse(text, mark), _LOOKED_AT):
            widths.append(len(row))
    except TextError:
        pass  # quotes belong to another mark; or the reader will say what is wrong
    if not widths:
        return _NONE
    width, n = Counter(widths).most_common(1)[0]
    if width == 1:
        return _NONE
    return widths[0] == width, n / len(widths)
