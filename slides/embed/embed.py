"""``lecture embed``: puts clips into the folder of somebody's notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from slides.base.beat_name import BeatName
from slides.base.errors import UsageError
from slides.building.plan import Plan, together
from slides.embed.choice import every, fault, in_order, named, used
from slides.embed.clip_set import ClipSet
from slides.embed.formats import files
from slides.embed.scan import uses
from slides.embed.site import Site, Wanted
from slides.embed.site_pictures import parse, stills
from slides.engine.progress import Progress
from slides.engine.render import render
from slides.engine.source_cache import remembered
from slides.engine.targets import Target, stale, targets_of
from slides.settings.values import Lecture
from slides.settings.variants import Variant

CONFIGS = ("_config.yml", "_config.yaml", "_config.toml")
RIVALS = (".yml", ".yaml", ".csv", ".tsv")  # data of the same name, which would win
# What browsers need not escape, and Jekyll does not leave out of a site.
_FOLDER = re.compile(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)*", re.ASCII)


@dataclass(frozen=True)
class Options:
    """What the user asked for."""

    root: Path  # the folder of the site, or of the snippets
    format: str = "jekyll"
    clips: tuple[str, ...] = ()  # "chapter/beat"
    every: bool = False
    stills: tuple[str, ...] = ()  # "chapter/beat=picture"
    folder: str = "lecture"
    base_url: str = ""
    themes: tuple[str, ...] = ("dark", "light")
    dry_run: bool = False


def embed(plan: Plan, options: Options, progress: Progress) -> None:
    """Write what is missing or made from other things; remove what is not wanted.

    Raises
    ------
    LectureError
        If something may not be written or cannot be made.
    """
    _check(options)
    with plan.recordings.alone(progress.say), remembered(plan.cache):
        site, lecture = Site(options.root), plan.read()
        wanted = _wanted(plan, options, site, lecture, progress)
        if faults := [*_rivals(options), *site.faults(wanted)]:
            raise UsageError(*faults)
        late, old = site.late(wanted), site.obsolete(wanted)
        for path in set(site.changed()).difference(old):
            _tell_kept(path, progress)
        if options.dry_run:
            _foretell(late, old, progress)
        elif not late and not old:
            progress.say(f"{options.root} is up to date; nothing was written")
        else:
            _write(plan, site, late, old, progress)
            progress.say(
                f"{options.root}: {len(late)} files written, {len(old)} removed"
            )


def remove(root: Path, progress: Progress, *, dry_run: bool = False) -> None:
    """Take out again all that was written into a folder."""
    site = Site(root)
    if not site.files:
        progress.say(f"{root}: nothing was written here by this command")
        return
    paths = list(site.files)
    if dry_run:
        _foretell([], [p for p in paths if not site.is_changed(p)], progress)
        return
    for path in paths:
        _remove(site, path, progress)
    progress.say(f"{root}: removed")
    for use in uses(root):
        progress.say(
            f"{use.place} still asks for {use.clip}: Jekyll stops at that line"
        )


def _check(options: Options) -> None:
    """Refuse a root or a folder that cannot be meant.

    Raises
    ------
    UsageError
        With the remedy.
    """
    root = options.root
    if root.exists() and not root.is_dir():
        raise UsageError(f"{root}: is a file; name a folder")
    if not _FOLDER.fullmatch(options.folder):
        raise UsageError(
            f"--folder {options.folder}: use letters, digits, '-', '_', '.' and "
            "slashes, each part beginning with a letter or digit"
        )
    if options.format != "jekyll":
        if not options.clips and not options.every:
            raise UsageError("which clips? Name some with --clip, or take --all")
    elif not any((root / name).is_file() for name in CONFIGS):
        raise UsageError(
            f"{root}: no Jekyll site ({CONFIGS[0]} is missing); name its folder, or "
            "use --format html for other sites"
        )


def _rivals(options: Options) -> list[str]:
    """Say which data of the site would hide ours."""
    data = options.root / "_data"
    found = [data / f"lecture{ending}" for ending in RIVALS] + [data / "lecture"]
    return [
        f"{file}: has the name that clips need (site.data.lecture); rename it"
        for file in found
        if options.format == "jekyll" and file.exists()
    ]


def _wanted(
    plan: Plan, options: Options, site: Site, lecture: Lecture, progress: Progress
) -> list[Wanted]:
    """Return all files that should be there."""
    stems = _stems(options, lecture, progress)
    # What was asked for once stays, as a note that uses a clip does.
    kept = {p: s for p, s in site.stills().items() if not fault(s, lecture)}
    pictures = {**kept, **parse(options.stills, lecture)}
    chapters = [
        c for c in lecture.chapters if c in {BeatName.parse(s).chapter for s in stems}
    ]
    targets = {
        (one.chapter, theme): one
        for theme in options.themes
        for one in targets_of(lecture, chapters, replace(plan.variant, theme=theme))
    }
    clip_set = ClipSet(
        lecture,
        plan.recordings,
        targets,
        stems,
        options.themes,
        options.folder,
        options.base_url,
    )
    drawn = _still_targets(lecture, pictures, options.themes[-1])
    return [
        *files(clip_set, options.format),
        *stills(pictures, drawn, plan.recordings, options.folder),
    ]


def _stems(options: Options, lecture: Lecture, progress: Progress) -> tuple[str, ...]:
    """Choose the clips."""
    chosen = named(options.clips, lecture)
    if options.every:
        chosen += every(lecture)
    elif options.format == "jekyll":
        found, wrong = used(uses(options.root), lecture)
        chosen += found
        for line in wrong:
            progress.say(f"warning: {line}")
    if not chosen:
        progress.say(
            "no note uses a clip yet; write "
            '{% include lecture.html clip="neuron/line" %} into one and run this '
            "again, or name clips with --clip"
        )
    return in_order(chosen, lecture)


def _still_targets(
    lecture: Lecture, pictures: dict[str, str], theme: str
) -> dict[str, Target]:
    """Return the target of stills for each chapter that has to give any."""
    chapters = sorted({BeatName.parse(stem).chapter for stem in pictures.values()})
    found = targets_of(lecture, chapters, Variant("still", theme))
    return {one.chapter: one for one in found}


def _foretell(late: Sequence[Wanted], old: Sequence[str], progress: Progress) -> None:
    """Say what would be done."""
    for one in late:
        progress.say(f"would write {one.path}")
    for path in old:
        progress.say(f"would remove {path}")
    if not late and not old:
        progress.say("nothing would be written or removed")


def _write(
    plan: Plan,
    site: Site,
    late: Sequence[Wanted],
    old: Sequence[str],
    progress: Progress,
) -> None:
    """Render what is missing, then write and remove files."""
    plan.recordings.clean()
    needed = {need.name + need.variant.name: need for one in late for need in one.needs}
    missing = stale(plan.recordings, list(needed.values()), progress.say)
    if missing and (failures := render(plan.recordings, missing, plan.jobs, progress)):
        raise together(failures)
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
