"""One build: chooses what to make, has it made, and tells what came of it."""

import time

from slides.base.disks import refusal
from slides.base.errors import LectureError
from slides.base.source_date import source_date
from slides.building.carried import carried
from slides.building.chosen import Chosen
from slides.building.plan import Plan, together
from slides.engine.progress import Progress
from slides.engine.source_cache import remembered
from slides.engine.targets import targets_of
from slides.settings.values import told


def build(plan: Plan, progress: Progress) -> None:
    """Build what the plan asks for.

    Raises
    ------
    LectureError
        With all that failed; what could be made is made nevertheless.
    """
    source_date()  # what it cannot read is told before all else
    with plan.recordings.alone(progress.say), remembered(plan.cache):
        lecture = carried(plan, progress)
        targets = targets_of(lecture, plan.chosen(lecture), plan.variant)
        try:
            _run(Chosen(plan, lecture, targets), progress)
        finally:
            for line in told(lecture.left_out):
                progress.say(line)


def _run(chosen: Chosen, progress: Progress) -> None:
    """Make what is wanted and not current."""
    begun = time.monotonic()
    out = chosen.plan.out
    chosen.plan.recordings.clean()  # a build may be killed when all is made
    todo = chosen.todo()
    if not todo:
        progress.say(f"{out} is up to date")
        return
    if why := refusal(*chosen.places(todo)):  # told before anything is rendered
        raise LectureError(why)
    chosen.clean()
    chosen.plan.warn(chosen.lecture)
    # Loaded only when there is something to make.
    from slides.building.work import work

    made, failures = work(chosen, todo, progress)
    if failures:
        raise together(failures)
    seconds = time.monotonic() - begun
    progress.say(f"{out}: {made} outputs made in {seconds:.0f} s")
