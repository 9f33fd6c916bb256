"""Who speaks at each beat: one voice for all, or the lecturer's own takes."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from scenes.caching.digests import digest
from slides.base.errors import UsageError
from slides.settings.project import shown
from slides.speech.engines.registry import Engine, make_engine
from slides.speech.voice import SILENT, STOP, TAKES, Voice
from slides.takes.notes import Note
from slides.takes.places import WAV, strange, takes_of, whole_take
from slides.takes.wording import difference

WHOLE = ""  # in the place of a beat: all of the chapter
REMEDY = f'[voice] stale_takes = "{SILENT}", or an engine, goes on'


class Speakers(NamedTuple):
    """Who speaks at the beats of a chapter."""

    engines: dict[str, Engine]  # by beat; a beat that has none is silent
    warnings: tuple[str, ...]


def speakers(
    voice: Voice,
    chapter: str,
    texts: Mapping[str, str],
    wanted: Collection[str] | None = None,
) -> Speakers:
    """Return who speaks at each beat of a chapter.

    New takes are listened to, and noted as spoken with the words of now.

    Parameters
    ----------
    voice
        As it is chosen.
    chapter
        Name of the chapter.
    texts
        What is to be said at each of its beats, as it is read.
    wanted
        Beats of which it is asked; all of them if None.

    Raises
    ------
    LectureError
        If the engine is not there; for takes, if one cannot be used, or is missing or
        old where the voice is to stop at that.
    """
    wanted = texts if wanted is None else wanted
    if voice.engine != TAKES:
        return Speakers(dict.fromkeys(wanted, make_engine(voice)), ())
    # Only those who have takes load what hears them.
    from slides.speech.engines.takes import Takes
    from slides.takes.listening import listened

    folder = Path(voice.takes)
    if wrong := [*strange(folder)]:
        raise UsageError(*wrong)
    files = takes_of(folder, chapter)
    if whole := whole_take(folder, chapter):
        files = dict.fromkeys(texts, whole) | files
    notes, warnings = listened(voice, folder / chapter, files, texts)
    lacking = {
        beat: why
        for beat, why in _lacking(folder / chapter, files, texts, notes)
        if beat in wanted
    }
    if lacking and voice.stale_takes == STOP:
        raise UsageError(*lacking.values(), f"lecture record {chapter}; or {REMEDY}")
    engines: dict[str, Engine] = {
        beat: Takes(voice, files[beat], shown(files[beat]), notes[beat].part)
        for beat in wanted
        if beat not in lacking
    }
    if lacking and voice.stale_takes != SILENT:
        other = make_engine(replace(voice, engine=voice.stale_takes))
        engines |= dict.fromkeys(lacking, other)
    warnings += [f"{why}: {_instead(voice)}" for why in lacking.values()]
    return Speakers(engines, tuple(warnings))


def takes_digests(voice: Voice, chapter: str) -> dict[str, str]:
    """Return a digest of each take of a chapter, by beats; of other voices, none."""
    if voice.engine != TAKES:
        return {}
    folder = Path(voice.takes)
    files = takes_of(folder, chapter)
    if whole := whole_take(folder, chapter):
        files[WHOLE] = whole
    return {beat: digest(files[beat].read_bytes()) for beat in sorted(files)}


def _instead(voice: Voice) -> str:
    """Say what is heard in the place of a take."""
    is_silent = voice.stale_takes == SILENT
    return "the beat is silent" if is_silent else f"{voice.stale_takes} speaks"


def _lacking(
    folder: Path,
    files: Mapping[str, Path],
    texts: Mapping[str, str],
    notes: Mapping[str, Note],
) -> Iterator[tuple[str, str]]:
    """Say of each beat that has no take, or an old one, what is wrong."""
    for beat, text in texts.items():
        if beat not in files:
            yield beat, f"{shown(folder / beat)}{WAV}: no such take"
        elif notes[beat].text != text:
            old, new = difference(notes[beat].text, text)
            place = shown(files[beat]) + f", {beat}" * (files[beat].parent != folder)
            yield (
                beat,
                f"{place}: was spoken with other words: “{old}”; they are now: “{new}”",
            )
