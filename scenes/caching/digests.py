"""The one digest by which the project tells whether something is the same as before."""

import hashlib
import json

LENGTH = 32  # hexadecimal digits: 128 bits, and still a name for a file


def digest(data: bytes) -> str:
    """Return a digest of bytes."""
    return hashlib.sha256(data).hexdigest()[:LENGTH]


def digest_of_value(value: object) -> str:
    """Return a digest of a value that JSON can hold, whatever the order of its keys.

    Raises
    ------
    TypeError
        If it holds anything else, which might look another way in another run.
    """
    return digest(json.dumps(value, sort_keys=True).encode())
