"""Whether chapters can be told: their experiments run, and all words are filled in.

Nothing is drawn for it. Long runs are kept, so that a build does not wait once more.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from scenes.caching.checked import shaped
from slides.base.errors import LectureError
from slides.engine.jobs import Call, Ended, Event, Failed, Result
from slides.engine.pool import Pool
from slides.engine.progress import Progress
from slides.settings.project import here, in_one_line, seen_from

PLACE = f"{__name__}:judge"


@dataclass(frozen=True)
class Chosen:
    """What a chapter looks at in somebody's table."""

    x: tuple[str, ...]  # columns
    classes: tuple[str, ...]  # as the table writes them
    n_rows: int  # that it uses
    n_left_out: int  # rows of these classes that it cannot use: a value is missing


@dataclass(frozen=True)
class Verdict:
    """Whether a chapter can be told with its settings, and of what."""

    chapter: str
    why: str = ""  # it cannot be told; "" if it can
    chosen: Chosen | None = None  # None of data that the chapter comes with
    left_out: dict[str, str] = field(default_factory=dict)  # beats, and why they are
    is_fault: bool = False  # not the data are unfit, but something given is wrong


def verdicts(
    chapters: Mapping[str, Mapping[str, Any]], jobs: int, progress: Progress
) -> list[Verdict]:
    """Try chapters in worker processes, and tell how each came out.

    Parameters
    ----------
    chapters
        Settings of each chapter, defaults included.
    jobs
        So many processes at most.
    progress
        Where to show how far it is.

    Raises
    ------
    LectureError
        If a chapter fails for a reason that lies in the sources.
    """
    found: dict[str, Verdict] = {}
    wrong: list[str] = []
    name = "trying the chapters"

    def hear(chapter: str, event: Event) -> None:
        if isinstance(event, Failed):
            place = f"{event.file}:{event.line}: " if event.file else ""
            wrong.append(f"{place}chapter {chapter!r}: {event.why}")
        elif isinstance(event, Result):
            verdict = shaped(event.told, Verdict)
            assert verdict is not None
            found[chapter] = verdict
        progress.move(name, len(chapters), len(found) + len(wrong))

    progress.add(name)
    with Pool(jobs) as pool:
        for chapter, table in chapters.items():
            told = {"chapter": chapter, "table": dict(table), "place": here()}
            call = Call(PLACE, told)
            pool.add(call, partial(hear, chapter))
        progress.move(name, len(chapters), 0)
        pool.run()
    progress.end(name, f"{len(found)} tried")
    if wrong:
        raise LectureError(*wrong)
    return [found[chapter] for chapter in chapters]


def judge(chapter: str, table: dict[str, Any], place: str = "") -> Ended:
    """Try one chapter: here, in a worker; files are told as seen from a place."""
    from nnsim.errors import ComputationError, FileError, UnfitDataError
    from scenes.caching.folder import cache_folder
    from scenes.caching.results import cached_run
    from scenes.words import OwnWordsError, WordsError, check_words, use
    from slides.settings.own_words import SAY
    from slides.settings.schema import TableError, configure

    experiment = import_module(f"nnsim.experiments.{chapter}")
    words = import_module(f"scenes.{chapter}.words")
    claims = getattr(experiment, "CLAIMS", {})
    why, is_fault, chosen, left_out = "", False, None, {}
    try:
        config = configure(chapter, table)
        result = cached_run(experiment, config, cache_folder("results"))
        chosen = _chosen(result)
        with use(table.get(SAY, {})):
            left_out = check_words(words.BEATS, claims, result)
    except WordsError as error:
        why, is_fault = f"beat {error.beat!r} {error}", isinstance(error, OwnWordsError)
    except TableError as error:
        why, is_fault = "; ".join(map(": ".join, error.faults)), True
    except FileError as error:
        with seen_from(Path(place)):
            why, is_fault = in_one_line(error), True
    except (ComputationError, UnfitDataError) as error:
        why = str(error)
    return Result(told=asdict(Verdict(chapter, why, chosen, left_out, is_fault)))


def _chosen(result: object) -> Chosen | None:
    """Return what a result looks at in data of one's own."""
    asked = getattr(result, "question", None)
    if asked is not None and asked.is_own:
        n_rows = len(asked.labels)
        return Chosen(asked.scale.names, asked.keys, n_rows, asked.n_missing)
    read = getattr(result, "labelled", None)  # sequences
    if read is not None:
        n_left_out = read.n_open + read.n_repeated
        return Chosen((), read.keys, len(read.labels), n_left_out)
    curve = getattr(result, "curve", None)
    if curve is not None and curve.measured.is_own:
        measured = curve.measured
        return Chosen(measured.columns, (), len(measured.y), measured.n_missing)
    return None
