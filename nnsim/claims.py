"""What a chapter says of its result beyond the numbers, and whether that is so.

What you can do here
--------------------
- claim something by a name: ``CLAIMS = {"is_below": Claim("z is below zero", …)}``;
- refuse to say what does not hold: ``UnmetClaimError``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from nnsim.errors import InputError

R = TypeVar("R")  # the result of an experiment


class UnmetClaimError(InputError):
    """A result does not show what the words about it say."""


@dataclass(frozen=True)
class Claim(Generic[R]):
    """A statement about a result."""

    says: str  # in words with {fields}, to stand behind "says that"
    holds: Callable[[R], bool]  # whether a result shows it
    found: str  # what is so in any case, with {fields}: "it is {n} of {n_all}"
