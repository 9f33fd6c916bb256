"""Who speaks at each beat: one voice for all, or the lecturer's own takes."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from scenes.caching.digests import digest
from slides.base.errors import UsageError
from slides.settings.project import shown
from slides.speech.engines.registry import Engine, make_engine
from slides.speech.engines.takes import Takes
from slides.speech.recorded import decoded, poor
from slides.speech.voice import SILENT, STOP, TAKES, Voice
from slides.takes.notes import Note, read_notes, write_notes
from slides.takes.places import WAV, strange, takes_of
from slides.takes.wording import difference

REMEDY = f'[voice] stale_takes = "{SILENT}", or an engine, goes on'


class Speakers(NamedTuple):
    """Who speaks at the beats of a chapter."""

    engines: dict[str, Engine]  # by beat; a beat that has none is silent
    warnings: tuple[str, ...]


def speakers(voice: Voice, chapter: str, texts: Mapping[str, str]) -> Speakers:
    """Return who speaks at each beat of a chapter.

    New takes are listened to, and noted as spoken with the words of now.

    Parameters
    ----------
    voice
        As it is chosen.
    chapter
        Name of the chapter.
    texts
        What is to be said at each beat, as it is read.

    Raises
    ------
    LectureError
        If the engine is not there; for takes, if one cannot be used, or is missing or
        old where the voice is to stop at that.
    """
    if voice.engine != TAKES:
        return Speakers(dict.fromkeys(texts, make_engine(voice)), ())
    folder = Path(voice.takes)
    files = takes_of(folder, chapter)
    if wrong := [*strange(folder)]:
        raise UsageError(*wrong)
    notes, warnings = _listened(folder / chapter, files, texts)
    lacking = _lacking(folder / chapter, files, texts, notes)
    if lacking and voice.stale_takes == STOP:
        raise UsageError(*lacking.values(), f"lecture record {chapter}; or {REMEDY}")
    engines: dict[str, Engine] = {
        beat: Takes(voice, files[beat], shown(files[beat]))
        for beat in texts
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
    files = takes_of(Path(voice.takes), chapter)
    return {beat: digest(files[beat].read_bytes()) for beat in sorted(files)}


def _instead(voice: Voice) -> str:
    """Say what is heard in the place of a take."""
    is_silent = voice.stale_takes == SILENT
    return "the beat is silent" if is_silent else f"{voice.stale_takes} speaks"


def _listened(
    folder: Path, files: Mapping[str, Path], texts: Mapping[str, str]
) -> tuple[dict[str, Note], list[str]]:
    """Return what is noted of takes, new ones too, and what is poor in the new."""
    notes = read_notes(folder)
    new: dict[str, Note] = {}
    wrong: list[str] = []
    warnings: list[str] = []
    for beat in texts:
        if beat not in files:
            continue
        sha256 = digest(files[beat].read_bytes())
        if beat in notes and notes[beat].sha256 == sha256:
            continue
        place = shown(files[beat])
        try:
            warnings += [f"{place}: {why}" for why in poor(decoded(files[beat], place))]
        except UsageError as error:
            wrong += error.lines
        new[beat] = Note(texts[beat], sha256)
    if wrong:
        raise UsageError(*wrong)
    if new:
        write_notes(folder, notes | new)
    return notes | new, warnings


def _lacking(
    folder: Path,
    files: Mapping[str, Path],
    texts: Mapping[str, str],
    notes: Mapping[str, Note],
) -> dict[str, str]:
    """Say of each beat that has no take, or an old one, what is wrong."""
    found = {}
    for beat, text in texts.items():
        if beat not in files:
            found[beat] = f"{shown(folder / beat)}{WAV}: no such take"
        elif notes[beat].text != text:
            old, new = difference(notes[beat].text, text)
            found[beat] = (
                f"{shown(files[beat])}: was spoken with other words: “{old}”; "
                f"they are now: “{new}”"
            )
    return found
