"""Rehearses scenes in worker processes: runs without pictures."""

from collections.abc import Sequence
from pathlib import Path

from scenes.record import Recording
from slides.base.errors import LectureError
from slides.building.plan import Plan, together
from slides.engine.jobs import Failed, Rehearse, Result
from slides.engine.pool import Pool
from slides.engine.render import failure
from slides.settings.variants import ASPECTS, Variant


def rehearse(
    plan: Plan, themes: Sequence[str], aspects: Sequence[str] = ASPECTS[:1]
) -> tuple[list[Recording], LectureError | None]:
    """Return all chapters' recordings in these themes and shapes, and what failed."""
    lecture = plan.read()
    chapters = plan.chosen(lecture)
    plan.recordings.clean()
    variants = [Variant(theme=t, aspect=a) for a in aspects for t in themes]
    wanted = [(chapter, variant) for variant in variants for chapter in chapters]
    with plan.recordings.scratch() as scratch, Pool(plan.jobs) as pool:
        # One process for many jobs, because loading Manim takes the longest.
        groups = [
            [
                Rehearse(c, lecture.settings[c], variant, _folder(scratch, n))
                for c, variant in wanted[n :: plan.jobs]
            ]
            for n in range(min(plan.jobs, len(wanted)))
        ]
        outcomes = pool.do(groups, lambda job, event: None)
    found, failures = [], []
    for outcome in outcomes:
        match outcome.ended:
            case Failed() as failed:
                failures.append(failure(outcome.job, failed))
            case Result(Recording() as recording):
                found.append(recording)
    return found, together(failures) if failures else None


def _folder(scratch: Path, number: int) -> Path:
    """Make a folder of a worker's own."""
    folder = scratch / str(number)
    folder.mkdir(exist_ok=True)
    return folder
