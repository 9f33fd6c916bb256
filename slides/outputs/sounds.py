"""What is said at a beat as a file that plays, for slides: beside their movies."""

from pathlib import Path

from slides.outputs.context import Context
from slides.speech.utterance import Utterance

KIND = "audio/mp4"  # of the files


def said(context: Context, chapter: str, beat: str) -> Utterance | None:
    """Return what is said at a beat; None if nothing is."""
    return context.speech.get(chapter, {}).get(beat)


def sound_file(context: Context, chapter: str, beat: str, spoken: Utterance) -> Path:
    """Return the file of what is said at a beat, which lasts as long as the build."""
    file = context.scratch / "sounds" / chapter / f"{beat}.m4a"
    if not file.exists():
        # Only those who need a sound need to load the library.
        from slides.footage.sound_file import write_sound

        write_sound(spoken.file, file)
    return file
