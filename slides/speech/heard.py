"""When words are said: plain times, for whoever never hears a sound."""

from typing import NamedTuple


class Heard(NamedTuple):
    """When one word is said."""

    word: str  # of the words said: letters alone
    start: float  # s
    end: float  # s
