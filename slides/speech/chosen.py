"""``[voice]`` of the settings: what may stand there, and the voice that it chooses."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from nnsim.errors import unknown
from nnsim.texts import shortened
from slides.base.errors import LectureError
from slides.speech.engines.registry import engine_class, engine_names
from slides.speech.lexicon import SOUNDS
from slides.speech.voice import FASTEST, SILENT, SLOWEST, SPEAKING, STOP, TAKES, Voice

VOICE = "voice"  # name of the table
MODEL = "model"  # key in it: a file
WORDS = "words"  # key in it: the table of readings
KEYS = (
    "engine", "voice", "speed", "words", "command", "model", "denoise", "stale_takes",
    "speaks",
)  # fmt: skip
FOLDER = "narration"  # of takes, beside the settings file
LONGEST = 200  # characters of a word or its reading
MOST = 1000  # readings
_PLAIN = re.compile(r"[^\W\d_]+(?:[' ,-]+[^\W\d_]+)*")
_TEXTS = ("engine", "voice", "model", "stale_takes")

Fault = tuple[tuple[str, ...], str]  # names that lead to what is wrong, and why


def voice_faults(table: Any) -> Iterator[Fault]:
    """Yield what is wrong with the table."""
    if not isinstance(table, Mapping):
        yield (VOICE,), 'must be a table: [voice], then engine = "kokoro"'
        return
    faults = [*_key_faults(table)]
    yield from (((VOICE, *names), why) for names, why in faults)
    if not faults:
        yield from (((VOICE, *names), why) for names, why in _choice_faults(table))


def _key_faults(table: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with single keys."""
    for key in table:
        if key not in KEYS:
            yield (key,), unknown("key", str(key), KEYS)
    for key in _TEXTS:
        if not isinstance(value := table.get(key, "-"), str) or not value.strip():
            yield (key,), f"must be a text, not {shortened(value)}"
    if "engine" not in table:
        yield ("engine",), f"is missing: one of {', '.join(engine_names())}"
    speed = table.get("speed", 1)
    is_number = isinstance(speed, int | float) and not isinstance(speed, bool)
    if not is_number or not SLOWEST <= speed <= FASTEST:
        rule = f"must be a number from {SLOWEST} to {FASTEST:.0f}"
        yield ("speed",), f"{rule}, not {shortened(speed)}"
    command = table.get("command", [])
    if not isinstance(command, list) or not all(isinstance(c, str) for c in command):
        yield ("command",), "must be a list of texts: a program and what it is told"
    if not isinstance(table.get("denoise", False), bool):
        yield ("denoise",), f"must be true or false, not {shortened(table['denoise'])}"
    yield from _kind_faults(table.get("speaks", []))
    yield from _word_faults(table.get(WORDS, {}))


def _kind_faults(kinds: Any) -> Iterator[Fault]:
    """Yield what is wrong with the kinds of output that speak."""
    if not isinstance(kinds, list):
        yield ("speaks",), f"must be a list of outputs: {', '.join(SPEAKING)}"
        return
    for kind in kinds:
        if not isinstance(kind, str):
            yield ("speaks",), f"must be names of outputs, not {shortened(kind)}"
        elif kind not in SPEAKING:
            yield ("speaks",), unknown("output that can speak", kind, SPEAKING)


def _word_faults(words: Any) -> Iterator[Fault]:
    """Yield what is wrong with readings."""
    if not isinstance(words, Mapping):
        yield (WORDS,), 'must be a table: [voice.words], then word = "reading"'
        return
    if len(words) > MOST:
        yield (WORDS,), f"holds {len(words):,} words, over {MOST:,}"
        return
    for word, reading in words.items():
        if len(word.split()) != 1 or len(word) > LONGEST:
            yield (WORDS, word), "must be one word, as it stands in the narration"
        elif why := _reading_fault(reading):
            yield (WORDS, word), why


def _reading_fault(reading: Any) -> str:
    """Say what is wrong with a reading; "" if nothing is."""
    if not isinstance(reading, str) or not reading or len(reading) > LONGEST:
        return f"must be words, not {shortened(reading)}"
    if reading.startswith("/"):
        if len(reading) < 3 or not reading.endswith("/"):
            return "must end with a slash, as it begins"
        strange = set(reading[1:-1]) - SOUNDS
        known = "".join(sorted(SOUNDS))
        return (strange and f"has {min(strange)!r}, which is no sound: {known}") or ""
    if not _PLAIN.fullmatch(reading):
        return 'must be plain words such as "ray loo", or sounds such as "/ɹˈɛlu/"'
    return ""


def _choice_faults(table: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with the choice of an engine and of its voice."""
    engines = {"engine": table["engine"]}
    if (instead := table.get("stale_takes", STOP)) not in (STOP, SILENT):
        engines["stale_takes"] = instead
    for key, engine in engines.items():
        try:
            voices = engine_class(engine).voices
        except LectureError as error:
            yield (key,), error.lines[0]
            return
        name = table.get("voice", "")
        if name and voices and name not in voices:
            yield ("voice",), unknown("voice", name, voices)
    if ("command" in table) != ("command" in engines.values()):
        yield ("command",), 'goes with engine = "command", and only with that'
    if instead == TAKES:
        yield ("stale_takes",), f'must be "{STOP}", "{SILENT}" or another engine'


def voice_of(table: Mapping[str, Any], folder: Path) -> Voice:
    """Return the voice that a table chooses, in which nothing is wrong.

    Parameters
    ----------
    table
        The table; of an empty one, silence.
    folder
        From which the file of a model is named.
    """
    usual = Voice()
    return Voice(
        engine=table.get("engine", ""),
        name=table.get("voice", ""),
        speed=float(table.get("speed", 1)),
        words=dict(table.get(WORDS, {})),
        command=tuple(table.get("command", ())),
        model=str(folder / table[MODEL]) if MODEL in table else "",
        takes=str(folder / FOLDER) if table.get("engine") == TAKES else "",
        stale_takes=table.get("stale_takes", STOP),
        denoise=table.get("denoise", False),
        speaks=tuple(table.get("speaks", usual.speaks)),
    )
