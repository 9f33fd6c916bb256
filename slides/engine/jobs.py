"""What a worker may be asked to do and what it may tell, each as a line of JSON.

Jobs go to a worker all in one line; what it tells comes back line by line, with the
number of the job that it is about.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scenes.record import Recording
from slides.settings.variants import Variant


@dataclass(frozen=True)
class SceneJob:
    """One run of a chapter's scene, of whatever kind."""

    chapter: str
    table: dict[str, Any]  # settings of its experiment
    variant: Variant
    folder: Path  # where the worker may write


@dataclass(frozen=True)
class Render(SceneJob):
    """Film the scene; the folder then holds what the cache takes over."""

    expected: float | None = None  # s, length of the video if it is known


@dataclass(frozen=True)
class Draw(SceneJob):
    """Draw how each beat ends; the folder then holds what the cache takes over."""


@dataclass(frozen=True)
class Rehearse(SceneJob):
    """Run the scene without pictures, in the variant's theme and shape."""


@dataclass(frozen=True)
class Loaded:
    """The scene's sources are loaded: what changes in them later does not count."""


@dataclass(frozen=True)
class Length:
    """How long the video will be."""

    seconds: float


@dataclass(frozen=True)
class Reached:
    """How much of the video is made."""

    seconds: float


@dataclass(frozen=True)
class Result:
    """The job is done."""

    recording: Recording | None = None  # of a rehearsal; others leave it in the folder


@dataclass(frozen=True)
class Failed:
    """The job cannot be done."""

    why: str
    beat: str = ""  # in which the scene failed; "" outside of any
    file: str = ""  # of the project, in which it failed; "" if in none
    line: int | None = None
    traceback: str = ""
    computing: bool = False  # the experiment failed, not what is drawn of its result


Job = Render | Draw | Rehearse
Ended = Result | Failed  # the last that is told of a job
Event = Loaded | Length | Reached | Ended

_JOBS: dict[str, type[Job]] = {kind.__name__: kind for kind in (Render, Draw, Rehearse)}
_EVENTS: dict[str, type[Event]] = {
    kind.__name__: kind for kind in (Loaded, Length, Reached, Result, Failed)
}


def encode_jobs(jobs: Sequence[Job]) -> str:
    """Return jobs as one line."""
    return json.dumps([_plain(job) for job in jobs], default=str) + "\n"


def decode_jobs(line: str) -> list[Job]:
    """Read back what :func:`encode_jobs` wrote."""
    return [_job(**raw) for raw in json.loads(line)]


def encode_event(number: int, event: Event) -> str:
    """Return what is told of the job of this number as one line."""
    return json.dumps([number, _plain(event)]) + "\n"


def decode_event(line: str) -> tuple[int, Event]:
    """Read back what :func:`encode_event` wrote."""
    number, raw = json.loads(line)
    return number, _event(**raw)


def _plain(value: Job | Event) -> dict[str, Any]:
    """Return a value's kind and fields as JSON holds them."""
    match value:
        case Result(Recording() as recording):
            fields: dict[str, Any] = {"recording": recording.to_json()}
        case _:
            fields = asdict(value)
    return {"kind": type(value).__name__, **fields}


def _job(kind: str, variant: dict[str, Any], folder: str, **fields: Any) -> Job:
    return _JOBS[kind](variant=Variant(**variant), folder=Path(folder), **fields)


def _event(kind: str, **fields: Any) -> Event:
    if fields.get("recording") is not None:
        fields["recording"] = Recording.from_json(fields["recording"])
    return _EVENTS[kind](**fields)
