"""A seal on whole results: nobody writes into any of their arrays.

What you can do here
--------------------
- make all arrays of a value read-only, however deep they lie: ``seal``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np


def seal(value: Any) -> Any:
    """Make every array read-only in place, however deep in dataclasses and tuples."""
    seen: dict[int, Any] = {}  # keeps what it holds alive, so that no id comes twice
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if id(item) in seen:
            continue
        seen[id(item)] = item
        if isinstance(item, np.ndarray):
            item.flags.writeable = False
            waiting += item.ravel().tolist() if item.dtype == object else ()
        elif not isinstance(item, str | bytes | type):
            waiting += _parts(item)
    return value


def _parts(item: Any) -> Iterable[Any]:
    """Return what a dataclass or a container holds."""
    if is_dataclass(item):
        named = {field.name: getattr(item, field.name) for field in fields(item)}
        return {**named, **getattr(item, "__dict__", {})}.values()
    if isinstance(item, Mapping):
        return item.values()
    return item if isinstance(item, tuple | list | set | frozenset) else ()
