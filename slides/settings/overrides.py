"""Settings given on the command line: ``--set neuron.seed=4``."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nnsim.errors import unknown
from nnsim.texts import code_point
from slides.settings.own_words import SAY, SPEAK
from slides.settings.toml_text import ExcessError, TomlError, dotted, parse
from slides.settings.values import DATA, placed
from slides.speech.chosen import MODEL, VOICE, WORDS

MOST = 1000  # options that are read
LONGEST = 100  # characters of an option that are shown


def override(
    raw: dict[str, Any], texts: Sequence[str], known: Sequence[str]
) -> tuple[dict[str, str], list[str]]:
    """Put settings in place; files of one's own are named from the current folder.

    Parameters
    ----------
    raw
        What the settings file holds; changed in place.
    texts
        ``"CHAPTER.SETTING=VALUE"``, the value as TOML or as bare text; ``data`` in the
        place of a chapter is the table for all of them, ``voice`` that of the voice.
    known
        Names of all chapters.

    Returns
    -------
    dict, list
        The text that gave each key, and the faults found.
    """
    given: dict[str, str] = {}
    faults = []
    if len(texts) > MOST:
        faults.append(f"--set: given {len(texts):,} times: at most {MOST:,}")
    for text in texts[:MOST]:
        key, _, value = (part.strip() for part in text.partition("="))
        chapter, _, setting = key.partition(".")
        if not (setting and value):
            faults.append(f"--set {text[:LONGEST]}: write --set CHAPTER.SETTING=VALUE")
        elif chapter not in (*known, DATA, VOICE):
            why = unknown("chapter", chapter, [*known, DATA, VOICE])
            faults.append(f"--set {text[:LONGEST]}: {why}")
        else:
            names = [chapter, *_names(setting)]
            try:
                _put(raw, names, _placed(names, _value(value)))
            except ExcessError as error:
                faults.append(f"--set {text[:LONGEST]}: {error.why}")
            given |= dict.fromkeys((key, dotted(names)), text[:LONGEST])
    return given, faults


def _names(setting: str) -> list[str]:
    """Return the names that lead to a setting: words and data are in own tables."""
    table, _, inner = setting.partition(".")
    return [table, inner] if table in (SAY, SPEAK, DATA, WORDS) and inner else [setting]


def _placed(names: Sequence[str], value: Any) -> Any:
    """Return a value that names its file wholly, if it names one."""
    *_, table, key = names
    if (table, key) == (VOICE, MODEL) and isinstance(value, str):
        return str(Path.cwd() / value)
    if key == DATA:
        return placed(value, Path.cwd())
    return placed({key: value}, Path.cwd())[key] if table == DATA else value


def _put(table: dict[str, Any], names: Sequence[str], value: Any) -> None:
    """Put a value into tables in tables; what stands where one should be, stays."""
    *tables, last = names
    for name in tables:
        inner = table.setdefault(name, {})
        if not isinstance(inner, dict):
            return
        table = inner
    table.pop(last, None)
    table[last] = value  # behind all that stands there: of two the last is meant


def _value(text: str) -> Any:
    """Read a value as TOML; what is no TOML is a text."""
    if strange := next((c for c in text if not c.isprintable()), ""):
        raise ExcessError(f"holds {code_point(strange)}, which cannot be shown")
    try:
        return parse(f"value = {text}")["value"]
    except ExcessError:
        raise
    except TomlError:
        return text
