"""What each beat says aloud: its narration, filled in and put into spoken words.

Nothing is drawn for it. Chapters are asked in worker processes; results that take long
are kept, so that a build does not wait for them once more.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from importlib import import_module
from typing import Any

from scenes.caching.checked import shaped
from scenes.record import Fault
from slides.base.errors import LectureError, UsageError
from slides.building.plan import warn
from slides.engine.jobs import Call, Ended, Event, Failed, Result
from slides.engine.pool import Pool
from slides.settings.own_words import SAY
from slides.settings.values import Lecture
from slides.speech.engines.registry import Engine
from slides.speech.spoken import Said, Spoken, spoken
from slides.speech.voice import Voice
from slides.takes.speakers import speakers

PLACE = f"{__name__}:tell"
REMEDY = 'give it a reading in [voice.words], or the beat other words in "speak"'


@dataclass(frozen=True)
class Narration:
    """What a beat says aloud."""

    said: tuple[Said, ...]  # each word as it is read and as it is spoken
    faults: tuple[str, ...]  # what no rule could say
    shown: str  # all that is read while it is said, where that is other words, too

    @property
    def aloud(self) -> str:
        """The text that a lecturer reads aloud."""
        return " ".join(one.shown for one in self.said)

    @property
    def text(self) -> str:
        """All that is spoken."""
        return Spoken(self.said, self.faults).text


@dataclass(frozen=True)
class _Told:
    """What a worker tells of a chapter."""

    beats: dict[str, Narration]


def narrations(
    lecture: Lecture, chapters: Sequence[str], jobs: int
) -> dict[str, dict[str, Narration]]:
    """Return what chapters say aloud, beat by beat.

    Parameters
    ----------
    lecture
        As its settings describe it.
    chapters
        Those that are asked.
    jobs
        So many processes at most.

    Raises
    ------
    LectureError
        If there is no true narration, or no result.
    """
    found: dict[str, dict[str, Narration]] = {}
    wrong: list[LectureError] = []

    def hear(chapter: str, event: Event) -> None:
        if isinstance(event, Failed):
            wrong.append(unsaid(chapter, event))
        elif isinstance(event, Result):
            told = shaped(event.told, _Told)
            assert told is not None
            found[chapter] = told.beats

    with Pool(jobs) as pool:
        for chapter in chapters:
            told = {
                "chapter": chapter,
                "table": lecture.settings[chapter],
                "speak": lecture.speak.get(chapter, {}),
                "readings": dict(lecture.voice.words),
            }
            pool.add(Call(PLACE, told), partial(hear, chapter))
        pool.run()
    if wrong:
        first = next((e for e in wrong if isinstance(e, UsageError)), wrong[0])
        raise type(first)(*(line for error in wrong for line in error.lines))
    return {chapter: found[chapter] for chapter in chapters}


def unsaid(chapter: str, failed: Failed) -> LectureError:
    """Turn a worker's report of a chapter that says nothing into words."""
    beat = f", beat {failed.beat!r}" if failed.beat else ""
    # Words of one's own ask for what the lecture does not say.
    kind = UsageError if failed.untrue else LectureError
    error = kind(f"chapter {chapter!r}{beat}: {failed.why}")
    error.add_note(failed.traceback)
    return error


def tell(
    chapter: str,
    table: dict[str, Any],
    speak: dict[str, str],
    readings: dict[str, str],
) -> Ended:
    """Say what a chapter says aloud: here, in a worker."""
    return Result(told=asdict(_Told(narrated(chapter, table, speak, readings))))


def narrated(
    chapter: str,
    table: Mapping[str, Any],
    speak: Mapping[str, str],
    readings: Mapping[str, str],
) -> dict[str, Narration]:
    """Return what a chapter says aloud, beat by beat, computed in this process.

    Parameters
    ----------
    chapter
        Its name.
    table
        Settings of its experiment.
    speak
        Words of one's own to be spoken, by beats.
    readings
        Words of one's own, and how they are said.
    """
    from scenes.caching.folder import cache_folder
    from scenes.caching.results import cached_run
    from scenes.lookup import fill
    from scenes.words import narration, use, words_of
    from slides.settings.schema import configure

    experiment = import_module(f"nnsim.experiments.{chapter}")
    beats = import_module(f"scenes.{chapter}.words").BEATS
    claims = getattr(experiment, "CLAIMS", {})
    config = configure(chapter, table)
    result = cached_run(experiment, config, cache_folder("results"))
    found = {}
    with use(table.get(SAY, {}), speak):
        for beat in beats:
            words = words_of(beat, beats, claims, result)
            if "left_out" not in words:
                text, _ = fill(narration(words), result)
                shown = words.get("say") or words.get("question", "")
                said = spoken(text, readings)
                found[beat] = Narration(*said, shown=fill(shown, result)[0])
    return found


def speech_faults(
    found: Mapping[str, Mapping[str, Narration]],
    voice: Voice,
    wanted: Collection[str] | None = None,
) -> Iterator[Fault]:
    """Yield what a voice cannot say of narrations.

    Parameters
    ----------
    found
        All that chapters say.
    voice
        As it is chosen.
    wanted
        Beats of which it is asked; all of them if None.

    Raises
    ------
    LectureError
        If what it needs is not there.
    """
    for chapter, beats in found.items():
        engines = engines_of(voice, chapter, beats, wanted)
        for beat, one in beats.items():
            if wanted is not None and beat not in wanted:
                continue
            for fault in one.faults:
                yield Fault(chapter, beat, "narration", fault)
            for word in engines[beat].unknown(one.text) if beat in engines else ():
                problem = f"the voice does not know {word!r}: {REMEDY}"
                yield Fault(chapter, beat, "narration", problem)


def engines_of(
    voice: Voice,
    chapter: str,
    beats: Mapping[str, Narration],
    wanted: Collection[str] | None = None,
) -> dict[str, Engine]:
    """Return who speaks at beats of a chapter; say what is poor in it.

    Parameters
    ----------
    voice
        As it is chosen.
    chapter
        Name of the chapter.
    beats
        All that it says.
    wanted
        Beats of which it is asked; all of them if None.

    Raises
    ------
    LectureError
        If what the voice needs is not there.
    """
    found = speakers(voice, chapter, texts_of(beats), wanted)
    for line in found.warnings:
        warn(line)
    return found.engines


def texts_of(beats: Mapping[str, Narration]) -> dict[str, str]:
    """Return what a lecturer reads aloud at each beat."""
    return {beat: one.aloud for beat, one in beats.items()}
