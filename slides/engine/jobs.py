"""What a worker may be asked to do and what it may tell, each as a line of JSON."""

import json
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


@dataclass(frozen=True)
class Draw(SceneJob):
    """Draw how each beat ends; the folder then holds what the cache takes over."""


@dataclass(frozen=True)
class Rehearse(SceneJob):
    """Run the scene without pictures, in the variant's theme and shape."""


@dataclass(frozen=True)
class Call:
    """Call a function of this project, which returns how it ended."""

    place: str  # "slides.building.maker:make"
    arguments: dict[str, Any]  # by name; values that JSON can hold


@dataclass(frozen=True)
class Loaded:
    """The scene's sources are loaded: what changes in them later does not count."""


@dataclass(frozen=True)
class Reached:
    """How much of the video is made."""

    beats: int


@dataclass(frozen=True)
class Result:
    """The job is done."""

    recording: Recording | None = None  # of a rehearsal; others leave it in the folder
    files: tuple[str, ...] = ()  # that a function made
    told: dict[str, Any] | None = None  # what a function found; values that JSON holds


@dataclass(frozen=True)
class Failed:
    """The job cannot be done."""

    why: str
    beat: str = ""  # in which the scene failed; "" outside of any
    file: str = ""  # of the project, in which it failed; "" if in none
    line: int | None = None
    traceback: str = ""
    computing: bool = False  # the experiment failed, not what is drawn of its result
    refused: bool = False  # it says itself that there is no result at its settings
    untrue: bool = False  # the result does not show what the words say


Job = Render | Draw | Rehearse | Call
Ended = Result | Failed  # the last that is told of a job
Event = Loaded | Reached | Ended

_JOBS: dict[str, type[Render | Draw | Rehearse]] = {
    kind.__name__: kind for kind in (Render, Draw, Rehearse)
}
_EVENTS: dict[str, type[Event]] = {
    kind.__name__: kind for kind in (Loaded, Reached, Result, Failed)
}


def encode(value: Job | Event) -> str:
    """Return a job or an event as one line."""
    fields = asdict(value)
    if isinstance(value, Result) and value.recording is not None:
        fields["recording"] = value.recording.to_json()
    return json.dumps({"kind": type(value).__name__, **fields}, default=str) + "\n"


def decode_job(line: str) -> Job:
    """Read back a job that :func:`encode` wrote."""
    return _job(**json.loads(line))


def decode_event(line: str) -> Event:
    """Read back an event that :func:`encode` wrote."""
    return _event(**json.loads(line))


def _job(kind: str, **fields: Any) -> Job:
    if kind == Call.__name__:
        return Call(**fields)
    variant, folder = Variant(**fields.pop("variant")), Path(fields.pop("folder"))
    return _JOBS[kind](variant=variant, folder=folder, **fields)


def _event(kind: str, **fields: Any) -> Event:
    if fields.get("recording") is not None:
        fields["recording"] = Recording.from_json(fields["recording"])
    if "files" in fields:
        fields["files"] = tuple(fields["files"])
    return _EVENTS[kind](**fields)
