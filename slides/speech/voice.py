"""The choice of a voice: ``[voice]`` of the settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

SLOWEST, FASTEST = 0.5, 2.0  # of the speed, as parts of the usual one
SPEECH = "speech"  # folder in the cache
TAKES = "takes"  # the engine that says what the lecturer recorded
STOP, SILENT = "stop", "silent"  # what is done where a take is missing or old
SPEAKING = ("video", "clips", "deck", "pptx")  # kinds of output that can speak


@dataclass(frozen=True)
class Voice:
    """Who speaks, and how."""

    engine: str = ""  # "" is silent
    name: str = ""  # of the engine's voices; "" is its usual one
    speed: float = 1.0  # as a part of the engine's usual one
    # Readings that go before the project's, see slides.speech.table.
    words: Mapping[str, str] = field(default_factory=dict)
    command: tuple[str, ...] = ()  # of the engine "command": a program, what it is told
    model: str = ""  # file of the engine's model; "" is the one that is installed
    takes: str = ""  # folder of the lecturer's own recordings
    stale_takes: str = STOP  # or SILENT, or an engine that speaks in their place
    denoise: bool = False  # take the noise of the room off them
    speaks: tuple[str, ...] = ("video", "clips")  # kinds of output, of `SPEAKING`

    def speaks_in(self, kind: str) -> bool:
        """Tell whether it is heard in a kind of output."""
        return bool(self.engine) and kind in self.speaks
