"""Which part of a file a browser asks for: RFC 9110, section 14."""

import re

# More digits than these tell of no file.
_RANGE = re.compile(r"bytes=[ \t]*([0-9]{0,1000})-([0-9]{0,1000})[ \t]*", re.IGNORECASE)


def part_of(size: int, header: str) -> range | None:
    """Return the places of the bytes to send: None for the whole, empty for none.

    Whatever may be answered with the whole file is: several ranges, other units, and
    what is no range at all.

    Parameters
    ----------
    size
        Length of the file in bytes.
    header
        Value of the field ``Range``.

    Examples
    --------
    >>> part_of(1000, "bytes=990-")
    range(990, 1000)
    >>> part_of(1000, "bytes=-10")
    range(990, 1000)
    """
    found = _RANGE.fullmatch(header)
    if not found or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        return _last(size, int(last))
    if last and int(last) < int(first):
        return None
    end = min(int(last) + 1, size) if last else size
    return range(int(first), end) if int(first) < size else range(0)


def _last(size: int, n_bytes: int) -> range | None:
    """Return the places of the last bytes."""
    if n_bytes and not size:
        return None
    return range(max(0, size - n_bytes), size) if n_bytes else range(0)
