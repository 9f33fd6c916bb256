"""What the standard parser says of a text that is no TOML, in a lecturer's words."""

import re

from nnsim.texts import printable

_PLACED = re.compile(r"(?s)(.*) \(at (?:line (\d+), column (\d+)|end of document)\)")
_OPEN = "a quotation mark opens that none closes"
_WORDS = {  # by how the parser's sentence begins
    "Cannot overwrite": "a name is given a second time",
    "Cannot declare": "a table is begun a second time: put all its settings together",
    "Cannot mutate": "a table in braces is continued elsewhere",
    "Invalid value": "a value is neither a number, true, false, a list nor a text in "
    "quotation marks",
    "Invalid statement": "a line begins neither with a name nor with a table's [",
    "Expected '=' after": "no = stands behind a name",
    "Expected newline": "something stands behind the value: a text needs quotation "
    "marks, a number a decimal point",
    "Illegal character '\\n'": _OPEN,
    "Unterminated string": _OPEN,
    'Expected "\'"': _OPEN,
    "Unclosed array": "a list lacks a comma or its ]",
    "Unclosed inline table": "a table in braces lacks a comma or its }",
    "Unescaped": "a backslash must be written twice, or the text in single quotes",
}


def told(error: ValueError, text: str) -> tuple[str, int]:
    """Return what is wrong with a text, and in which line (from 1)."""
    match = _PLACED.fullmatch(str(error))
    why, line, column = match.groups() if match else (str(error), None, None)
    ours = (words for begin, words in _WORDS.items() if why.startswith(begin))
    words = next(ours, printable(why[:1].lower() + why[1:]))
    place = f" (column {column})" if column else ""
    last = text.rstrip().count("\n") + 1
    return f"is no TOML: {words}{place}", int(line) if line else last
