"""What the page shows of one beat."""

from dataclasses import dataclass


@dataclass
class Picture:
    """What the page shows of a beat."""

    still: str = ""  # name of the picture; "" before it is drawn
    facts: str = ""  # name of the JSON file with its words, numbers and faults
    clip: str = ""  # name of the film
    is_filmed: bool = False  # the clip shows what the sources say now
    is_current: bool = False  # it shows what the sources say now
    seconds: float | None = None  # from the save to this still
    since: str = ""  # beat from which on all was played for it; "" for the start
