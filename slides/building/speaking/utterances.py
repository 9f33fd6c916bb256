"""What the beats of a chapter say, spoken and kept: here, in a worker."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenes.caching.checked import shaped
from slides.base.errors import LectureError
from slides.building.narrations import Narration, narrated, speech_faults, texts_of
from slides.engine.jobs import Call, Ended, Failed, Result
from slides.settings.values import Lecture
from slides.speech.engines.registry import Engine
from slides.speech.utterance import Utterance
from slides.speech.voice import Voice
from slides.takes.speakers import speakers

if TYPE_CHECKING:  # it loads numpy
    from slides.speech.kept import KeptSpeech

PLACE = f"{__name__}:utter"


@dataclass(frozen=True)
class Uttered:
    """What a worker tells of a chapter."""

    beats: dict[str, Utterance]
    warnings: tuple[str, ...] = ()  # what the user should know of who speaks


def job(lecture: Lecture, chapter: str, folder: Path) -> Call:
    """Return what lets a worker speak a chapter.

    Parameters
    ----------
    lecture
        With the voice.
    chapter
        Its name.
    folder
        Where speech is kept.
    """
    told = {
        "chapter": chapter,
        "table": lecture.settings[chapter],
        "speak": lecture.speak.get(chapter, {}),
        "voice": asdict(lecture.voice),
        "folder": str(folder),
    }
    return Call(PLACE, told)


def utter(
    chapter: str,
    table: dict[str, Any],
    speak: dict[str, str],
    voice: dict[str, Any],
    folder: str,
) -> Ended:
    """Speak a chapter; say of each beat that cannot be spoken why."""
    chosen = shaped(voice, Voice)
    assert chosen is not None
    found = narrated(chapter, table, speak, chosen.words)
    from slides.speech.kept import KeptSpeech  # only those who speak need it

    kept = KeptSpeech(Path(folder))
    beats: dict[str, Utterance] = {}
    beat = ""
    try:
        who = speakers(chosen, chapter, texts_of(found))
        if faults := [*speech_faults({chapter: found}, chosen)]:
            return _failed(chapter, ((one.beat, one.problem) for one in faults))
        engines = who.engines
        for beat, one in found.items():
            if one.text and beat in engines:
                beats[beat] = _spoken(one, engines[beat], kept, chosen)
    except LectureError as error:
        return _failed(chapter, ((beat, line) for line in error.lines))
    return Result(told=asdict(Uttered(beats, who.warnings)))


def _spoken(
    one: Narration, engine: Engine, kept: "KeptSpeech", voice: Voice
) -> Utterance:
    """Return what a beat says, as it was spoken now or before."""
    from slides.speech.word_times import as_read, shown_times

    sound = kept.say(engine, one.text, voice.words)
    words = as_read(one.shown, shown_times(one.said, sound))
    return Utterance(str(kept.file(engine, one.text)), sound.duration, words)


def _failed(chapter: str, faults: Iterable[tuple[str, str]]) -> Failed:
    """Say of each fault at which beat it is."""
    return Failed(
        "\n".join(
            f"chapter {chapter!r}{f', beat {beat!r}' if beat else ''}: {why}"
            for beat, why in faults
        )
    )
