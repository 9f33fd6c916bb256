"""``lecture embed``: puts clips into the folder of somebody's notes."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from scenes.renamed import present
from slides.base.disks import refusal
from slides.base.errors import LectureError, UsageError
from slides.building.carried import carried
from slides.building.plan import Plan, together
from slides.embed.choice import stem_of
from slides.embed.jekyll import is_site
from slides.embed.request import Options, check, requested
from slides.embed.scan import uses
from slides.embed.site import Site, Wanted
from slides.embed.texts import texts
from slides.embed.written import NOTES
from slides.engine.progress import Progress
from slides.engine.render import render
from slides.engine.source_cache import remembered
from slides.engine.targets import stale
from slides.settings.values import told

MOST = 10  # files of one kind that are named one by one


def embed(plan: Plan, options: Options, progress: Progress) -> None:
    """Write what is missing or made from other things; remove what is not wanted.

    Raises
    ------
    LectureError
        If something may not be written or cannot be made.
    """
    check(options)
    with plan.recordings.alone(progress.say), remembered(plan.cache):
        site = Site(options.root)
        lecture = carried(plan, progress)
        asked = requested(plan, lecture, options, site)
        for line in told(lecture.left_out):
            progress.say(line)
        for line in (*site.written.damage, *asked.choice.warnings):
            progress.say(f"warning: {line}")
        if faults := [*asked.faults, *site.faults(asked.files)]:
            raise UsageError(*faults)
        late, old = site.late(asked.files), site.obsolete(asked.files)
        for path in sorted(set(site.changed()).difference(old)):
            _tell_kept(path, progress)
        going = [path for path in old if not site.is_changed(path)]
        for line in _reasons(going, asked.choice.stems):
            progress.say(line)
        if options.dry_run:
            _foretell(late, old, progress)
            return
        paths = (NOTES, *(one.path for one in late))
        if late and (why := refusal(*(options.root / path for path in paths))):
            raise LectureError(why)
        if late:
            _prepare(plan, site, late, progress)
        site.remember(asked.choice.asked, asked.configs)
        if not late and not old:
            progress.say(f"{options.root} is up to date; nothing was written")
            return
        _write(site, late, old, progress)
        progress.say(f"{options.root}: {len(late)} files written, {len(old)} removed")


def remove(root: Path, progress: Progress, *, dry_run: bool = False) -> None:
    """Take out again all that was written into a folder."""
    site = Site(root)
    for line in site.written.damage:
        progress.say(f"warning: {line}")
    if not site.files:
        progress.say(f"{root}: nothing was written here by this command{_but(site)}")
        return
    paths = list(site.files)
    if dry_run:
        _foretell([], [p for p in paths if not site.is_changed(p)], progress)
        return
    for path in paths:
        _remove(site, path, progress)
    progress.say(f"{root}: removed")
    if is_site(root):
        _tell_uses(root, progress)


def _but(site: Site) -> str:
    """Say how to find again what damaged notes do not know any more."""
    if not site.written.damage:
        return ""
    return " that its notes still know; run lecture embed once more before --remove"


def _tell_uses(root: Path, progress: Progress) -> None:
    """Say where notes still ask for clips."""
    found = [use for text in texts(root) for use in uses(text)]
    for use in found[:MOST]:
        what = use.clip or "a clip"
        progress.say(f"{use.place} still asks for {what}: Jekyll stops at that line")
    if len(found) > MOST:
        progress.say(f"and {len(found) - MOST} more lines")


def _foretell(late: Sequence[Wanted], old: Sequence[str], progress: Progress) -> None:
    """Say what would be done."""
    for one in late:
        progress.say(f"would write {one.path}")
    for path in old:
        progress.say(f"would remove {path}")
    if not late and not old:
        progress.say("nothing would be written or removed")


def _reasons(old: Sequence[str], stems: Collection[str]) -> Iterator[str]:
    """Yield why files are not wanted any more: a line for each clip or other file."""
    gone = {stem_of(path) for path in old if path.endswith(".vtt")}.difference(stems)
    others = [path for path in old if stem_of(path) not in gone]
    for path in others[:MOST]:
        yield f"{path} is not part of what is asked for now; it goes"
    if len(others) > MOST:
        yield f"so do {len(others) - MOST} more, of other colours or in another folder"
    for stem in sorted(gone):
        if present(stem) in stems:
            yield f"{stem} is now {present(stem)}; what lay at the old name goes"
        else:
            yield f"{stem}: no note and no --clip asks for this clip any more; it goes"


def _prepare(
    plan: Plan, site: Site, late: Sequence[Wanted], progress: Progress
) -> None:
    """Render what is missing; look whether anything of the user's is in the way."""
    plan.recordings.clean()
    needed = {need.name + need.variant.name: need for one in late for need in one.needs}
    missing = stale(plan.recordings, list(needed.values()), progress.say)
    if missing and (failures := render(plan.recordings, missing, plan.jobs, progress)):
        raise together(failures)
    if foreign := site.foreign(late):
        raise UsageError(*foreign)


def _write(
    site: Site, late: Sequence[Wanted], old: Sequence[str], progress: Progress
) -> None:
    """Write and remove files."""
    site.clean()
    if late:
        progress.add("clips")
        for done, one in enumerate(late):
            progress.move("clips", len(late), done)
            site.write(one)
        progress.end("clips", "encoded and written")
    for path in old:
        _remove(site, path, progress)


def _remove(site: Site, path: str, progress: Progress) -> None:
    """Remove a file of ours; name one that somebody changed."""
    if site.is_changed(path):
        _tell_kept(path, progress)
    site.remove(path)


def _tell_kept(path: str, progress: Progress) -> None:
    """Say that a file stays as somebody made it."""
    progress.say(f"kept {path}: it was changed since it was written")
