"""All arrays of a result, to see that they are sealed and come out the same again."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import numpy as np


def arrays(value: object) -> Iterator[np.ndarray]:
    """Yield every array that hangs on a result."""
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from arrays(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from arrays(getattr(value, field.name))
