"""One build: renders what is stale and makes the outputs that are not current."""

import time
from collections.abc import Sequence

from slides.base.errors import LectureError
from slides.building.kinds import KINDS, USUAL, Output, outputs, page
from slides.building.manifest import Manifest
from slides.building.plan import Plan, together
from slides.engine.progress import Progress
from slides.engine.render import Target, render, stale, targets_of, why_stale
from slides.outputs.context import Context
from slides.settings.lecture import Lecture


def build(plan: Plan, progress: Progress) -> None:
    """Build what the plan asks for.

    Raises
    ------
    LectureError
        With all that failed; what could be made is made nevertheless.
    """
    with plan.recordings.alone(progress.say):
        lecture = plan.read()
        targets = targets_of(lecture, plan.chosen(lecture), plan.variant)
        _build(plan, lecture, targets, progress)


def _build(
    plan: Plan, lecture: Lecture, targets: Sequence[Target], progress: Progress
) -> None:
    """Make what is not current of the outputs of these chapters."""
    begun = time.monotonic()
    manifest = Manifest(plan.out.absolute())
    every = outputs(lecture, targets, KINDS, plan.choices)
    wanted = [one for one in every if one.kind in plan.wanted(lecture)]
    usual = [one for one in every if one.kind in USUAL]
    shown = [one for one in usual if one in wanted or manifest.is_current(one)]
    index = page(lecture, targets, shown, plan.choices.deck)
    if shown and any(one in wanted for one in shown):
        wanted.append(index)
    if not plan.chapters:
        manifest.keep_only([*every, index])
    todo = [one for one in wanted if not manifest.is_current(one)]
    if not todo:
        progress.say(f"{plan.out} is up to date")
        return
    plan.recordings.clean()
    manifest.clean()
    failures = _render(plan, todo, progress)
    made = _make(plan, lecture, targets, todo, manifest, progress)
    if failures:
        raise together(failures)
    seconds = time.monotonic() - begun
    progress.say(f"{plan.out}: {made} outputs made in {seconds:.0f} s")


def _render(
    plan: Plan, todo: Sequence[Output], progress: Progress
) -> list[LectureError]:
    """Render what is stale of all that the outputs need."""
    needed = {target.name: target for one in todo for target in one.targets}
    late = stale(plan.recordings, list(needed.values()))
    if plan.explain:
        for wanted in late:
            for reason in why_stale(plan.recordings, wanted):
                progress.say(f"{wanted.name}: rendered because {reason}")
    return render(plan.recordings, late, plan.jobs, progress) if late else []


def _make(
    plan: Plan,
    lecture: Lecture,
    targets: Sequence[Target],
    todo: Sequence[Output],
    manifest: Manifest,
    progress: Progress,
) -> int:
    """Make outputs, the page last, as far as what they need was rendered."""
    renderings = {
        o.name: rendering
        for one in todo
        for o in one.targets
        if (rendering := plan.recordings.find(o.chapter, o.variant, o.key))
    }
    ready = [one for one in todo if all(o.name in renderings for o in one.targets)]
    every = outputs(lecture, targets, KINDS, plan.choices)
    posters: dict[tuple[str, str], bytes] = {}
    if not ready:
        return 0
    progress.add("outputs")
    with plan.recordings.scratch() as scratch:
        for done, one in enumerate(ready):
            progress.move("outputs", len(ready), done)
            if plan.explain:
                progress.say(f"{one.name}: made because {manifest.why(one)}")
            drawn = [o for o in one.targets if o.variant.is_still]
            filmed = [o for o in one.targets if not o.variant.is_still]
            current = frozenset(e.name for e in every if manifest.is_current(e))
            context = Context(
                lecture,
                plan.variant,
                {o.chapter: renderings[o.name] for o in filmed},
                manifest.out,
                scratch,
                current,
                {(o.chapter, o.variant.theme): renderings[o.name] for o in drawn},
                posters,
            )
            manifest.record(one, one.make(context))
    progress.end("outputs", f"{len(ready)} made")
    return len(ready)
