"""Figures that only a run tells, pinned so that a change is noticed: no proof.

Whoever changes a pin on purpose says why, in the commit and where the pin stands.
"""

from typing import Any

import numpy as np


def pinned(value: Any, expected: Any, what: str, within: float = 0.0) -> None:
    """Fail unless a value is what it was.

    Parameters
    ----------
    value, expected
        A number each, or several in a row.
    what
        What the value is, for whoever finds it changed.
    within
        How far from it is still the same.
    """
    is_same = np.allclose(value, expected, rtol=0, atol=within or 1e-12)
    told = f"{what} was {expected}, now {value}: changed on purpose? Say why."
    assert np.shape(value) == np.shape(expected), told
    assert is_same, told
