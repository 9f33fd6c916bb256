"""Reads ``lecture.toml``, checks it, and reports all faults at once, with lines."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from nnsim.texts import NO_FILE, TextError, printable, read_text
from slides.base.clock import day_in_words
from slides.base.errors import UsageError
from slides.settings.head import Head, head_faults, misplaced, names_of_chapters
from slides.settings.letters import letter_faults
from slides.settings.minutes import FIRST, minutes_faults
from slides.settings.outline import old_stills, present_stills, still_faults
from slides.settings.overrides import override
from slides.settings.own_words import SPEAK, old_words, with_present_names
from slides.settings.project import LECTURE_TOML, known_chapters, shown
from slides.settings.schema import Fault, TableError, changed, configure, resolve
from slides.settings.toml_lines import Lines
from slides.settings.toml_text import MOST_BYTES, TomlError, dotted, parse
from slides.settings.values import DATA, Lecture, Table, placed
from slides.speech.chosen import VOICE, voice_faults, voice_of

MOST_FAULTS = 20  # that are told one by one
LONGEST_LINE = 1000  # characters of a fault
LONGEST_KEY = 100  # characters of the key in it


def read(
    file: Path = LECTURE_TOML,
    overrides: Sequence[str] = (),
) -> Lecture:
    """Read the lecture's settings.

    Parameters
    ----------
    file
        The TOML file.
    overrides
        Settings that go before the file's, ``"neuron.seed=4"``.

    Raises
    ------
    UsageError
        With every fault found, each naming its line.
    """
    text, raw = _content(file)
    given, told = override(raw, overrides, known := known_chapters())
    tables = {k: v for k, v in raw.items() if k in known and isinstance(v, dict)}
    head = {key: value for key, value in raw.items() if key not in (*tables, DATA)}
    listed = [name for name in names_of_chapters(head) if name in known]
    astray = list(misplaced(tables))
    data, unreadable = _data(raw.get(DATA), tables, listed)
    own, wrong = _settings([*listed, *tables], _with_data(tables, data), astray)
    settings = {chapter: _with_quoted(chapter, own) for chapter in own}
    found = [
        *head_faults(head, known, {key for _, key in astray}),
        *still_faults(head.get("stills"), listed),
        *minutes_faults(head.get("minutes"), listed, Head.model_fields),
        *((dotted(names), why) for names, why in _voice_faults(head)),
        *(
            (dotted(place), f"unknown setting {place[1]!r}; {FIRST}")
            for place in astray
        ),
        *unreadable,
        *wrong,
        *_faults_with_quoted(settings),
    ]
    found += letter_faults(head, {key for key, _ in found})
    lines = Lines(file, text, given)
    told += [f"{lines.place(key)}: {key[:LONGEST_KEY]}: {why}" for key, why in found]
    if told:
        raise UsageError(*_first(told, file))
    old = [*old_stills(head.get("stills", ())), *old_words(tables)]
    warnings = [f"{lines.place(key)}: {why}" for key, why in old]
    speak = {name: table[SPEAK] for name, table in tables.items() if SPEAK in table}
    voice = voice_of(head.get(VOICE, {}), file.absolute().parent)
    lecture = _lecture(head, listed, with_present_names(settings), warnings)
    return replace(lecture, voice=voice, speak=speak)


def _voice_faults(head: Table) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what is wrong with the choice of a voice, if there is one."""
    if VOICE in head:
        yield from voice_faults(head[VOICE])


def _lecture(
    head: Table,
    chapters: Sequence[str],
    settings: Mapping[str, Table],
    warnings: Sequence[str],
) -> Lecture:
    """Return the lecture; all it is made of was checked."""
    return Lecture(
        head["title"],
        head["author"],
        head["language"],
        tuple(chapters),
        dict(settings),
        present_stills(head.get("stills", ())),
        head.get("site", "").rstrip("/"),
        head.get("minutes"),
        head.get("place", ""),
        day_in_words(head.get("date", ""), head["language"]),
        takes_much=dict(_takes_much(chapters, settings)),
        warnings=tuple(map(printable, warnings)),
    )


def _takes_much(
    chapters: Sequence[str], settings: Mapping[str, Table]
) -> Iterator[tuple[str, str]]:
    """Yield chapters whose computation takes much, and how much."""
    for chapter in chapters:
        if changed(chapter, settings[chapter]):  # the defaults take little
            config = configure(chapter, settings[chapter])
            if why := config.takes_much():
                yield chapter, why


def _data(
    shared: Any, tables: Mapping[str, Table], listed: Sequence[str]
) -> tuple[dict[str, Table], list[Fault]]:
    """Return the table of data of each chapter that has one, and what is wrong."""
    own = {name: table[DATA] for name, table in tables.items() if DATA in table}
    if shared is None and not own:
        return {}, []
    from slides.settings.own.tables import dealt  # loads what reads tables

    return dealt(shared, own, listed)


def _with_data(
    tables: Mapping[str, Table], data: Mapping[str, Table]
) -> dict[str, Table]:
    """Return the chapters' tables, each with the data dealt to it."""
    names = dict.fromkeys([*tables, *data])
    bare = {n: {k: v for k, v in tables.get(n, {}).items() if k != DATA} for n in names}
    return {n: {**bare[n], DATA: data[n]} if n in data else bare[n] for n in names}


def _settings(
    chapters: Sequence[str],
    tables: Mapping[str, Table],
    astray: Collection[tuple[str, str]],
) -> tuple[dict[str, Table], list[Fault]]:
    """Return every setting of each chapter, and what is wrong with the tables."""
    settings: dict[str, Table] = {}
    faults = []
    for chapter in dict.fromkeys(chapters):
        table = tables.get(chapter, {})
        own = {k: v for k, v in table.items() if (chapter, k) not in astray}
        try:
            settings[chapter] = resolve(chapter, own)
        except TableError as error:
            faults += [(f"{chapter}.{k}".rstrip("."), why) for k, why in error.faults]
    return settings, faults


def _faults_with_quoted(settings: Mapping[str, Table]) -> Iterator[Fault]:
    """Yield what chapters cannot carry of those that they quote."""
    for chapter, table in settings.items():
        if any(isinstance(value, dict) for value in table.values()):
            try:
                configure(chapter, table)
            except TableError as error:
                yield from ((chapter, why) for _, why in error.faults)


def _with_quoted(chapter: str, settings: Mapping[str, Table]) -> Table:
    """Return a chapter's settings; those that it quotes are as their chapters' are.

    What it quotes stands in a table named after that chapter. A chapter that the
    lecture neither lists nor sets is quoted with its defaults, which are there already.
    """
    quoted = {
        name: _with_quoted(name, settings)
        for name, value in settings[chapter].items()
        if isinstance(value, dict) and name in settings
    }
    return {
        name: {key: quoted[name][key] for key in value} if name in quoted else value
        for name, value in settings[chapter].items()
    }


def _content(file: Path) -> tuple[str, Table]:
    """Return the text of the settings file, and what it says."""
    try:
        text = read_text(file, MOST_BYTES)
        return text, _placed(parse(text), file.absolute().parent)
    except (TextError, TomlError) as error:
        line = f":{error.line}" if error.line else ""
        see = "; see --config" if error.why == NO_FILE else ""
        raise UsageError(
            *_first([f"{shown(file)}{line}: {error.why}{see}"], file)
        ) from None


def _placed(raw: Table, folder: Path) -> Table:
    """Return what a file says, with data named from the folder in which it lies."""
    tables = {k: v for k, v in raw.items() if isinstance(v, dict) and DATA in v}
    inner = {k: {**v, DATA: placed(v[DATA], folder)} for k, v in tables.items()}
    shared = {DATA: placed(raw[DATA], folder)} if DATA in raw else {}
    return {**raw, **inner, **shared}


def _first(told: Sequence[str], file: Path) -> list[str]:
    """Return the first faults, each in one line, and how many more there are."""
    lines = [printable(line[:LONGEST_LINE]) for line in told[:MOST_FAULTS]]
    if len(told) > len(lines):
        lines.append(f"{printable(shown(file))}: and {len(told) - len(lines):,} more")
    return lines
