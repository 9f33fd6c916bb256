"""Copies of mobjects: arrays are copied, what cannot change is shared."""

from copy import deepcopy
from types import BuiltinFunctionType, FunctionType, NoneType
from typing import Any

import numpy as np
from manim import CapStyleType, LineJointType, ManimColor, Mobject

# What Manim never changes in place: it puts another array there.
REPLACED = frozenset({"_bezier_t_values", "sheen_direction"})
# Of what is of one of these kinds, a deep copy is the thing itself.
SHARED = frozenset({
    NoneType, bool, int, float, complex, str, bytes, type, FunctionType,
    BuiltinFunctionType, np.float64, np.int64, CapStyleType, LineJointType, ManimColor,
})  # fmt: skip


def copy_mobject(self: Mobject, memo: dict[int, Any]) -> Mobject:
    """Return a deep copy, as ``copy.deepcopy`` asks for it.

    Parameters
    ----------
    self
        What to copy.
    memo
        What has been copied already, by the identities of the originals.
    """
    copied = type(self).__new__(type(self))
    memo[id(self)] = copied
    values = vars(copied)
    for name, value in vars(self).items():
        kind = type(value)
        if kind in SHARED or name in REPLACED:
            values[name] = value
        elif kind is np.ndarray and id(value) not in memo and value.dtype != object:
            values[name] = memo[id(value)] = value.copy("K")
        else:
            values[name] = _copy(value, memo)
    values["original_id"] = str(id(self))
    return copied


def _copy(value: Any, memo: dict[int, Any]) -> Any:
    """Return a deep copy of a value that may change."""
    if type(value) is list and id(value) not in memo:
        several = memo[id(value)] = []
        for one in value:
            if isinstance(one, Mobject) and id(one) not in memo:
                several.append(one.__deepcopy__(memo))
            else:
                several.append(deepcopy(one, memo))
        return several
    return deepcopy(value, memo)


def same_color(self: ManimColor, memo: dict[int, Any]) -> ManimColor:
    """Return the colour itself: none is ever changed."""
    return self


PATCHES = (
    (Mobject, "__deepcopy__", copy_mobject),
    (ManimColor, "__deepcopy__", same_color),
)
