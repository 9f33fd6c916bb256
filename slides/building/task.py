"""Making an output in a worker: what it is told, and what it answers."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scenes.caching.checked import shaped
from slides.building.failures import described
from slides.building.maker import Maker
from slides.engine.jobs import Call, Ended, Result
from slides.engine.recordings import Recordings, recorded
from slides.outputs.context import Context
from slides.settings.project import seen_from
from slides.settings.values import Lecture
from slides.settings.variants import Variant
from slides.speech.utterance import Utterance

PLACE = f"{__name__}:make"


@dataclass(frozen=True)
class Need:
    """A recording that has been made, by its place in the cache."""

    chapter: str
    variant: Variant
    key: str


@dataclass(frozen=True)
class Task:
    """What a worker must know of an output, in values that JSON can hold."""

    maker: Maker
    lecture: Lecture
    variant: Variant
    needs: tuple[Need, ...]
    current: tuple[str, ...]  # names of the outputs that are current
    out: str  # the output folder
    scratch: str  # for files needed only meanwhile, which outputs may share
    cache: str  # of recordings
    here: str  # the user's folder, from which paths are told
    # What is said in an output that speaks, by chapter and beat, and who says it.
    speech: dict[str, dict[str, Utterance]]
    credit: str

    @property
    def job(self) -> Call:
        """The same, as a worker is given it."""
        return Call(PLACE, asdict(self))

    @property
    def context(self) -> Context:
        """What the output is made from."""
        recordings = Recordings(Path(self.cache))
        found = {
            need: recorded(recordings, need.chapter, need.variant, need.key)
            for need in self.needs
        }
        return Context(
            self.lecture,
            self.variant,
            {n.chapter: one for n, one in found.items() if not n.variant.is_still},
            Path(self.out),
            Path(self.scratch),
            frozenset(self.current),
            {
                (n.chapter, n.variant.theme): one
                for n, one in found.items()
                if n.variant.is_still
            },
            self.speech,
            self.credit,
        )


def make(**told: Any) -> Ended:
    """Make an output: here, in a worker."""
    task = shaped(told, Task)
    assert task is not None
    with seen_from(Path(task.here)):
        try:
            return Result(files=tuple(map(str, task.maker(task.context))))
        except BaseException as error:  # libraries' panics are no Exceptions
            return described(error)
