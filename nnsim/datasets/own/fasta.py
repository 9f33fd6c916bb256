"""Sequences in FASTA, with labels in their headers.

What you can do here
--------------------
- tell whether a text is FASTA: ``is_fasta``;
- read names, sequences and labels: ``read_fasta``.

The rules: the name is the first word behind ``>``; what follows is the label, as in
``>seq1 donor``. If nothing follows, the label is what stands behind the last bar, as in
``>seq1|donor``. Of a sequence without a label that is missing. Letters are kept as they
are, small ones and gaps too; blanks and digits between them are left out, as databases
number them. Lines that begin with ``;`` are comments.
"""

import re

from nnsim.datasets.own.rows import MOST_ROWS, Columns
from nnsim.texts import TextError, shortened

SUFFIXES = (".fa", ".fasta", ".fna", ".faa", ".fas", ".ffn")
NAMES = ("name", "sequence", "label")
_LETTERS = re.compile(r"[A-Za-z*.?-]*")
_FIRST_SIGN = re.compile(r"^[ \t]*([^\s;])", re.MULTILINE)  # not of a comment
_BETWEEN = re.compile(r"[\s\d]+")


def is_fasta(text: str) -> bool:
    """Tell whether a text is FASTA; a table may begin with no such sign."""
    first = _FIRST_SIGN.search(text)
    return first is not None and first[1] == ">"


def read_fasta(text: str) -> Columns:
    """Read sequences into columns "name", "sequence" and "label".

    Raises
    ------
    TextError
        If a sequence is empty or holds what is no letter; with the line.
    """
    headers: list[tuple[int, str]] = []
    parts: list[list[str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith(">"):
            headers.append((number, line.strip()[1:].strip()))
            parts.append([])
            if len(headers) > MOST_ROWS:
                raise TextError(f"has more than {MOST_ROWS:,} sequences: take some")
        elif headers and not line.startswith(";"):
            parts[-1].append(_letters(line, number))
    sequences = ["".join(each) for each in parts]
    for (number, header), sequence in zip(headers, sequences, strict=True):
        if not sequence:
            why = f"no sequence follows {shortened(header)}: write it below, or remove"
            raise TextError(f"{why} the name", number)
    named = [_named(header, number) for number, header in headers]
    names, labels = zip(*named, strict=True)
    return Columns(NAMES, (names, tuple(sequences), labels), _lines(headers))


def _lines(headers: list[tuple[int, str]]) -> tuple[int, ...]:
    return tuple(number for number, _ in headers)


def _letters(line: str, number: int) -> str:
    """Return the letters in a line of a sequence."""
    if line.isascii() and line.isalpha():
        return line
    letters = _BETWEEN.sub("", line)
    if not _LETTERS.fullmatch(letters):
        strange = next(c for c in letters if not _LETTERS.fullmatch(c))
        why = f"the sequence holds {shortened(strange)}: write letters, - for a gap"
        raise TextError(why, number)
    return letters


def _named(header: str, number: int) -> tuple[str, str]:
    """Return name and label out of a header."""
    name, _, label = header.partition(" ") if " " in header else header.partition("\t")
    if not name:
        raise TextError("the sequence has no name: write it behind >", number)
    if not label:
        name, bar, label = header.rpartition("|")
        if not bar or not name:
            return header, ""
    return name, label.strip()
