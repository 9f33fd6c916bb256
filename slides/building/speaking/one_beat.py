"""One beat said aloud, to be listened to: ``lecture say``."""

from pathlib import Path

from nnsim.errors import unknown
from scenes.caching.files import write_bytes
from slides.base.beat_name import BeatName
from slides.base.errors import LectureError, UsageError
from slides.building.carried import carried
from slides.building.narrations import engines_of, narrations, speech_faults
from slides.building.plan import Plan
from slides.speech.engines.registry import engine_names
from slides.speech.kept import KeptSpeech
from slides.speech.sound import Sound, to_wav
from slides.speech.voice import SPEECH


def say(plan: Plan, name: str, out: Path) -> tuple[str, Sound]:
    """Write what a voice says at a beat to a WAV file; return the words and the sound.

    Parameters
    ----------
    plan
        With the settings, which choose the voice.
    name
        ``"chapter/beat"``.
    out
        The file.

    Raises
    ------
    LectureError
        If there is no such beat, no voice, or something that it cannot say.
    """
    lecture = carried(plan)
    if not lecture.voice.engine:
        raise UsageError(f"no voice is chosen: --voice {engine_names()[0]}, or [voice]")
    chapter, beat = BeatName.parse(name)
    if why := lecture.lacks(chapter):
        raise UsageError(why)
    found = narrations(lecture, [chapter], plan.jobs)
    if beat not in found[chapter]:
        why = lecture.left_out.get(name) or unknown("beat", beat, found[chapter])
        raise UsageError(f"{name}: {why}")
    one = found[chapter][beat]
    faults = [*speech_faults(found, lecture.voice, [beat])]
    if faults:
        raise LectureError(*(f"{name}: {fault.problem}" for fault in faults))
    engine = engines_of(lecture.voice, chapter, found[chapter], [beat]).get(beat)
    if engine is None:
        raise UsageError(f"{name}: is silent")
    kept = KeptSpeech(plan.cache.absolute() / SPEECH)
    sound = kept.say(engine, one.text, lecture.voice.words)
    write_bytes(out, to_wav(sound))
    return one.text, sound
