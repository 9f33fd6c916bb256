"""What an engine of speech must be able to do, and which engines there are."""

from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, cast

from nnsim.errors import unknown
from slides.base.errors import UsageError
from slides.speech.voice import Voice

if TYPE_CHECKING:  # it loads numpy
    from slides.speech.sound import Sound

GROUP = "lecture.voices"  # of entry points: engines that other packages bring
EXTRA = "pip install 'deep-learning-for-biologists[voice]'"
_OURS = {
    "kokoro": "slides.speech.engines.kokoro:Kokoro",
    "nanotts": "slides.speech.engines.nanotts:NanoTts",
    "command": "slides.speech.engines.command:Command",
    "takes": "slides.speech.engines.takes:Takes",
}


class Engine(Protocol):
    """Says words; made from a `Voice` alone, which it may refuse.

    Words are one line: letters, apostrophes, hyphens and ``.,:;?!``. Letters that are
    named one by one are capitals.
    """

    voices: ClassVar[tuple[str, ...]]  # the usual one first; none if any will do

    def __init__(self, voice: Voice) -> None: ...

    @property
    def credit(self) -> str:
        """Who speaks, for those who hear it: "Synthetic voice: …, …, its licence"."""

    def unknown(self, words: str) -> list[str]:
        """Return the words that it cannot say."""

    def recipe(self, words: str) -> list[Any]:
        """Return all on which their sound depends, as values that JSON can hold."""

    def say(self, words: str) -> "Sound":
        """Say words.

        Raises
        ------
        LectureError
            If it cannot, with the remedy.
        """


def engine_names() -> list[str]:
    """Return the names of all engines, ours first."""
    return [*_OURS, *_theirs()]


def engine_class(name: str) -> type[Engine]:
    """Return an engine by its name.

    Raises
    ------
    UsageError
        If there is none of this name, or it cannot be loaded.
    """
    if name in _OURS:
        module, _, attribute = _OURS[name].partition(":")
        return cast(type[Engine], getattr(import_module(module), attribute))
    theirs = _theirs()
    if name not in theirs:
        raise UsageError(unknown("engine of speech", name, engine_names()))
    try:
        return cast(type[Engine], theirs[name].load())
    except (ImportError, AttributeError) as error:
        raise UsageError(f"the engine {name!r} cannot be loaded: {error}") from None


def make_engine(voice: Voice) -> Engine:
    """Return the engine of a voice, ready to speak.

    Raises
    ------
    LectureError
        If it, or something that it needs, is not there.
    """
    return engine_class(voice.engine)(voice)


def installed(module: str, what: str) -> Any:
    """Return a package that the extra brings.

    Raises
    ------
    UsageError
        If it is not there, with the remedy.
    """
    try:
        return import_module(module)
    except ImportError:
        raise UsageError(f"{what} is not installed: {EXTRA}") from None


def _theirs() -> dict[str, EntryPoint]:
    """Return the engines of other packages."""
    return {found.name: found for found in entry_points(group=GROUP)}
