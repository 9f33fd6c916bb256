"""Settings given on the command line: ``--set neuron.seed=4``."""

import tomllib
from collections.abc import Sequence
from typing import Any

from nnsim.errors import unknown


def override(
    raw: dict[str, Any], texts: Sequence[str], known: Sequence[str]
) -> tuple[dict[str, str], list[str]]:
    """Put settings in place.

    Parameters
    ----------
    raw
        What the settings file holds; changed in place.
    texts
        ``"CHAPTER.SETTING=VALUE"``, the value as TOML or as bare text.
    known
        Names of all chapters.

    Returns
    -------
    dict, list
        The text that gave each key, and the faults found.
    """
    given: dict[str, str] = {}
    faults = []
    for text in texts:
        key, _, value = (part.strip() for part in text.partition("="))
        chapter, _, setting = key.partition(".")
        if not (setting and value):
            faults.append(f"--set {text}: write --set CHAPTER.SETTING=VALUE")
        elif chapter not in known:
            faults.append(f"--set {text}: {unknown('chapter', chapter, known)}")
        elif isinstance(table := raw.setdefault(chapter, {}), dict):
            table[setting] = _value(value)
            given[key] = text
    return given, faults


def _value(text: str) -> Any:
    """Read a value as TOML; what is no TOML is a text."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
