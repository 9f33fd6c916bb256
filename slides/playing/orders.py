"""What a run of a scene is told to do, and what it tells: each a line of JSON."""

import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, get_args

START = -1  # before the first step: all is imported and computed anew
ATOMIC = 4000  # bytes that a pipe takes in one piece, whoever else writes into it


@dataclass(frozen=True)
class Watch:
    """What is watched."""

    chapter: str
    theme: str
    aspect: str
    config: str  # settings file
    overrides: tuple[str, ...]
    cache: str  # folder
    folder: str  # where pictures go


@dataclass(frozen=True)
class Go:
    """Play on from before a step, in a child that knows the newest sources."""

    step: int  # START: from the import of the scene on
    run: int  # number of this order
    steps: tuple[str, ...]  # methods of the lesson
    look: int  # step of which the still is wanted first
    modules: tuple[str, ...] = ()  # that have changed since the scene was imported


@dataclass(frozen=True)
class Draw:
    """Draw how the beat ended that came before a step."""

    step: int
    run: int


@dataclass(frozen=True)
class Film:
    """Film a step in a child, up to where its beat stands still."""

    step: int
    run: int
    steps: tuple[str, ...]
    modules: tuple[str, ...]  # as in Go


@dataclass(frozen=True)
class Loaded:
    """The scene is imported and its result is there."""

    run: int
    modules: tuple[str, ...]
    ran: tuple[str, ...]  # functions that have run so far


@dataclass(frozen=True)
class Parked:
    """A process is parked before a step; its child plays it, if there is one."""

    run: int
    step: int


@dataclass(frozen=True)
class Played:
    """A step has been played, its beat has ended."""

    run: int
    step: int
    ran: tuple[str, ...]  # functions that ran in it
    modules: tuple[str, ...]  # that are loaded now


@dataclass(frozen=True)
class Drawn:
    """The still of a step's beat is drawn."""

    run: int
    step: int
    still: str  # name of the picture in the folder


@dataclass(frozen=True)
class Described:
    """What is to be said about a still is written."""

    run: int
    step: int
    facts: str  # name of the JSON file in the folder


@dataclass(frozen=True)
class Filmed:
    """The clip of a step's beat is there."""

    run: int
    step: int
    clip: str  # name of the film in the folder


@dataclass(frozen=True)
class TooDeep:
    """The change cannot be made within a scene that is half played."""

    run: int


@dataclass(frozen=True)
class Broken:
    """The run failed."""

    run: int
    why: str
    file: str = ""
    line: int | None = None
    traceback: str = ""


Order = Go | Draw | Film
Event = Loaded | Parked | Played | Drawn | Described | Filmed | TooDeep | Broken
_KINDS: dict[str, Any] = {
    kind.__name__: kind for kind in (*get_args(Order | Event), Watch)
}


def encode(message: Watch | Order | Event) -> bytes:
    """Return a message as a line."""
    text = json.dumps({"kind": type(message).__name__, **asdict(message)})
    return text.encode() + b"\n"


def decode(line: bytes) -> Any:
    """Read back what :func:`encode` wrote."""
    raw = json.loads(line)
    if "elsewhere" in raw:
        file = Path(raw["elsewhere"])
        line = file.read_bytes()
        file.unlink()
        raw = json.loads(line)
    kind = _KINDS[raw.pop("kind")]
    return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in raw.items()})


def tell(out: int, event: Event, folder: Path) -> None:
    """Write an event into a pipe that several processes share.

    Parameters
    ----------
    out
        Number of the pipe.
    event
        What to tell; what is too long for one piece is left in a file.
    folder
        Where such a file may be.
    """
    line = encode(event)
    if len(line) > ATOMIC:
        number, name = tempfile.mkstemp(".event", dir=folder)
        with os.fdopen(number, "wb") as file:
            file.write(line)
        line = json.dumps({"elsewhere": name}).encode() + b"\n"
    os.write(out, line)
