"""Narration of one's own, ``[neuron.say]``: what may stand there."""

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from nnsim.errors import unknown
from nnsim.texts import shortened
from scenes.lookup import FIELD
from scenes.words import shown_claims

SAY = "say"  # key of a chapter's table: narration of one's own, by names of beats
LONGEST = 600  # characters: what is read in half a minute


def say_faults(chapter: str, say: Any) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with narration: the key in the chapter's table, and why.

    Parameters
    ----------
    chapter
        Its name.
    say
        What stands at ``say`` in its table: templates by names of beats.
    """
    if not isinstance(say, Mapping):
        yield "say", 'must be a table of beats: [chapter.say], then beat = "words"'
        return
    beats = import_module(f"scenes.{chapter}.words").BEATS
    for beat, text in say.items():
        if beat not in beats:
            yield f"say.{beat}", unknown("beat", str(beat), beats)
        elif why := _about(text, bool(shown_claims(beats[beat]))):
            yield f"say.{beat}", why


def _about(text: Any, has_claims: bool) -> str:
    """Say what is wrong with the words of a beat; "" if nothing is."""
    if not isinstance(text, str) or not text.strip():
        return f"must be words, not {shortened(text)}"
    if not text.isprintable():
        return "must be one line, without control characters"
    if len(text) > LONGEST:
        return f"has {len(text):,} characters, over {LONGEST}"
    if re.search("[{}]", FIELD.sub("", text)):
        return "has a brace that belongs to no {field}"
    from scenes.checks.open_words import open_words  # its lists take a moment

    if not has_claims and (found := open_words(text)):
        return (
            f"says {found[0]!r}, and nothing that the chapter computes proves it here: "
            "say it without words that compare or count"
        )
    return ""
