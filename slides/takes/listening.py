"""New takes are listened to once, and noted with the words of now."""

from collections.abc import Mapping
from pathlib import Path

from scenes.caching.digests import digest
from slides.base.errors import UsageError
from slides.settings.project import shown
from slides.speech.recorded import decoded, poor
from slides.speech.sound import Sound
from slides.speech.spoken import spoken
from slides.speech.voice import Voice
from slides.takes.long_take import Part, cut
from slides.takes.notes import Note, read_notes, write_notes


def listened(
    voice: Voice, folder: Path, files: Mapping[str, Path], texts: Mapping[str, str]
) -> tuple[dict[str, Note], list[str]]:
    """Return what is noted of takes, new ones too, and what is poor in the new.

    Parameters
    ----------
    voice
        With the readings of words.
    folder
        Of the chapter.
    files
        The take of each beat that has one; several beats may have one together.
    texts
        What is to be said at each beat, as it is read.

    Raises
    ------
    UsageError
        If a new take cannot be used.
    """
    notes = read_notes(folder)
    new: dict[str, Note] = {}
    wrong: list[str] = []
    warnings: list[str] = []
    for file in dict.fromkeys(files[beat] for beat in texts if beat in files):
        beats = [beat for beat in texts if files.get(beat) == file]
        sha256, place = digest(file.read_bytes()), shown(file)
        if all(beat in notes and notes[beat].sha256 == sha256 for beat in beats):
            continue
        try:
            sound = decoded(file, place)
            warnings += [f"{place}: {why}" for why in poor(sound)]
            is_own = file.parent == folder
            parts = {} if is_own else _parts(voice, sound, place, beats, texts)
            new |= {b: Note(texts[b], sha256, parts.get(b)) for b in beats}
        except UsageError as error:
            wrong += error.lines
    if wrong:
        raise UsageError(*wrong)
    if new:
        write_notes(folder, notes | new)
    return notes | new, warnings


def _parts(
    voice: Voice, sound: Sound, place: str, beats: list[str], texts: Mapping[str, str]
) -> dict[str, Part]:
    """Return the part of each beat in a take of the whole chapter."""
    every = {beat: spoken(text, voice.words).text for beat, text in texts.items()}
    try:
        parts, slips = cut(sound, every, voice.words)
    except UsageError as error:
        raise UsageError(*(f"{place}: {line}" for line in error.lines)) from None
    if wrong := [f"{place}: {beat}: {slips[beat]}" for beat in beats if beat in slips]:
        raise UsageError(*wrong)
    return parts
