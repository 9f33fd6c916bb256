"""What an output that speaks is made from, besides its pictures; and who speaks."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from slides.engine.fingerprint import file_digests
from slides.settings.values import Lecture
from slides.speech.align import aligner
from slides.speech.engines.registry import Engine, make_engine
from slides.speech.voice import SILENT, STOP, TAKES, Voice
from slides.takes.speakers import takes_digests

# What makes sound of words, besides the engine, which names its own parts.
MAKERS = ("slides.speech.spoken", "slides.speech.word_times", "slides.takes.speakers")


def voice_parts(lecture: Lecture, chapters: Iterable[str]) -> list[Any]:
    """Return all on which depends what is heard of chapters, for a digest.

    Raises
    ------
    LectureError
        If something that the voice needs is not there.
    """
    voice = lecture.voice
    parts: dict[str, Any] = {
        chapter: [lecture.speak.get(chapter, {}), takes_digests(voice, chapter)]
        for chapter in chapters
    }
    return [
        voice.engine,
        voice.stale_takes,
        voice.denoise,
        sorted(voice.words.items()),
        [engine.recipe("one") for engine in _engines(voice)],
        aligner(voice.words),
        credit(voice),
        parts,
        file_digests(*MAKERS),
    ]


def credit(voice: Voice) -> str:
    """Say who speaks; "" if it is nobody, or the lecturer alone."""
    return "; ".join(engine.credit for engine in _engines(voice))


def _engines(voice: Voice) -> list[Engine]:
    """Return the engines that may speak words that nobody recorded."""
    if voice.engine == TAKES:
        is_own = voice.stale_takes in (STOP, SILENT)
        return [] if is_own else [make_engine(replace(voice, engine=voice.stale_takes))]
    return [make_engine(voice)] if voice.engine else []
