"""Narration of one's own, ``[neuron.say]``: what may stand there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any

from nnsim.errors import unknown
from nnsim.texts import shortened
from scenes.lookup import FIELD, unmarked
from scenes.renamed import present, present_places, told, told_places
from scenes.words import shown_claims
from slides.base.beat_name import BeatName
from slides.settings.toml_text import dotted
from slides.settings.values import Table

SAY = "say"  # key of a chapter's table: narration of one's own, by names of beats
SPEAK = "speak"  # the same, for a voice alone: it changes no picture
LONGEST = 600  # characters: what is read in half a minute


def say_faults(chapter: str, say: Any, key: str = SAY) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with narration: the key in the chapter's table, and why.

    Parameters
    ----------
    chapter
        Its name.
    say
        What stands at `key` in its table: templates by names of beats. Old ones are
        known where they are read, not where they are only spoken.
    key
        `SAY` or `SPEAK`.
    """
    if not isinstance(say, Mapping):
        yield key, f'must be a table of beats: [chapter.{key}], then beat = "words"'
        return
    for beat, text in say.items():
        full = f"{chapter}/{beat}"
        name = BeatName.parse(present(full) if key == SAY else full)
        beats = import_module(f"scenes.{name.chapter}.words").BEATS
        if name.beat not in beats:
            yield f"{key}.{beat}", unknown("beat", str(beat), beats)
        elif why := _about(text, bool(shown_claims(beats[name.beat]))):
            yield f"{key}.{beat}", why


def with_present_names(settings: Mapping[str, Table]) -> dict[str, Table]:
    """Return chapters' settings with narration at the present names of its beats.

    Of several words for a beat the last are meant. What these are filled with has its
    present place.
    """
    said: dict[str, Table] = {}
    for name, text in _own(settings):
        chapter, beat = BeatName.parse(present(name))
        said.setdefault(chapter, {})[beat] = present_places(chapter, text)
    bare = {c: {k: v for k, v in t.items() if k != SAY} for c, t in settings.items()}
    return {c: {**t, SAY: said[c]} if c in said else t for c, t in bare.items()}


def old_words(tables: Mapping[str, Table]) -> Iterator[tuple[str, str]]:
    """Yield where narration has or names what has another name now."""
    keys = {name: _key(name) for name, _ in _own(tables)}
    meant = {present(name): key for name, key in keys.items()}
    for name, text in _own(tables):
        key, chapter = keys[name], BeatName.parse(present(name)).chapter
        if why := told(name):
            yield key, why
        yield from ((key, why) for why in told_places(chapter, text))
        if (other := meant[present(name)]) != key:
            yield key, f"{key} is not said: {other} is, and both are of one beat"


def _own(tables: Mapping[str, Table]) -> Iterable[tuple[str, Any]]:
    """Return all narration of one's own by ``"chapter/beat"``, as it was given."""
    every = {chapter: table.get(SAY, {}) for chapter, table in tables.items()}
    return [
        (f"{c}/{beat}", text) for c, say in every.items() for beat, text in say.items()
    ]


def _key(name: str) -> str:
    """Return the dotted key of a beat's narration."""
    chapter, beat = BeatName.parse(name)
    return dotted([chapter, SAY, beat])


def _about(text: Any, has_claims: bool) -> str:
    """Say what is wrong with the words of a beat; "" if nothing is."""
    if not isinstance(text, str) or not text.strip():
        return f"must be words, not {shortened(text)}"
    if not text.isprintable():
        return "must be one line, without control characters"
    if len(text) > LONGEST:
        return f"has {len(text):,} characters, over {LONGEST}"
    if re.search("[{}]", FIELD.sub("", unmarked(text))):
        return "has a brace that belongs to no {field}"
    from scenes.checks.open_words import open_words  # its lists take a moment

    if not has_claims and (found := open_words(text)):
        return (
            f"says {found[0]!r}, and nothing that the chapter computes proves it here: "
            "say it without words that compare or count"
        )
    return ""
