"""Rehearses scenes in worker processes: runs without pictures."""

from collections.abc import Sequence
from functools import partial

from scenes.record import Recording
from slides.base.errors import LectureError
from slides.building.plan import Plan, together
from slides.engine.jobs import Event, Failed, Rehearse, Result
from slides.engine.pool import Pool
from slides.engine.render import failure
from slides.settings.values import Lecture
from slides.settings.variants import ASPECTS, Variant


def rehearse(
    plan: Plan,
    lecture: Lecture,
    themes: Sequence[str],
    aspects: Sequence[str] = ASPECTS[:1],
) -> tuple[list[Recording], LectureError | None]:
    """Return all chapters' recordings in these themes and shapes, and what failed."""
    chapters = plan.chosen(lecture)
    plan.warn(lecture)
    plan.recordings.clean()
    variants = [Variant(theme=t, aspect=a) for a in aspects for t in themes]
    wanted = [(chapter, variant) for variant in variants for chapter in chapters]
    found: dict[int, Recording] = {}
    failures: dict[int, LectureError] = {}

    def hear(number: int, job: Rehearse, event: Event) -> None:
        match event:
            case Failed():
                failures[number] = failure(job, event)
            case Result(Recording() as recording):
                found[number] = recording

    with plan.recordings.scratch() as scratch, Pool(plan.jobs) as pool:
        for number, (chapter, variant) in enumerate(wanted):
            job = Rehearse(chapter, lecture.settings[chapter], variant, scratch)
            pool.add(job, partial(hear, number, job))
        pool.run()
    faults = [failures[number] for number in sorted(failures)]
    return [found[n] for n in sorted(found)], together(faults) if faults else None
