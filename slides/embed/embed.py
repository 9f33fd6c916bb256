"""``lecture embed``: puts clips into the folder of somebody's notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from slides.base.errors import UsageError
from slides.building.build import Plan, together
from slides.embed.choice import every, fault, in_order, named, used
from slides.embed.formats import files
from slides.embed.kit import Kit
from slides.embed.scan import uses
from slides.embed.site import Site, Wanted
from slides.embed.site_pictures import parse, stills
from slides.engine.progress import Board
from slides.engine.render import Order, order, render, stale
from slides.settings.lecture import Lecture
from slides.settings.variants import Variant

CONFIGS = ("_config.yml", "_config.yaml", "_config.toml")
RIVALS = (".yml", ".yaml", ".csv", ".tsv")  # data of the same name, which would win
# What browsers need not escape, and Jekyll does not leave out of a site.
_FOLDER = re.compile(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)*", re.ASCII)


@dataclass(frozen=True)
class Wish:
    """What the user asked for."""

    target: Path  # the folder of the site, or of the snippets
    format: str = "jekyll"
    clips: tuple[str, ...] = ()  # "chapter/beat"
    every: bool = False
    stills: tuple[str, ...] = ()  # "chapter/beat=picture"
    folder: str = "lecture"
    base_url: str = ""
    themes: tuple[str, ...] = ("dark", "light")
    dry_run: bool = False


def embed(plan: Plan, wish: Wish, board: Board) -> None:
    """Write what is missing or made from other things; remove what is not wanted.

    Raises
    ------
    LectureError
        If something may not be written or cannot be made.
    """
    _check(wish)
    with plan.store.alone(board.say):
        site, lecture = Site(wish.target), plan.read()
        wanted = _wanted(plan, wish, site, lecture, board)
        if faults := [*_rivals(wish), *site.faults(wanted)]:
            raise UsageError(*faults)
        late, old = site.late(wanted), site.obsolete(wanted)
        for path in set(site.changed()).difference(old):
            _tell_kept(path, board)
        if wish.dry_run:
            _foretell(late, old, board)
        elif not late and not old:
            board.say(f"{wish.target} is up to date; nothing was written")
        else:
            _write(plan, site, late, old, board)
            board.say(f"{wish.target}: {len(late)} files written, {len(old)} removed")


def remove(target: Path, board: Board, *, dry_run: bool = False) -> None:
    """Take out again all that was written into a folder."""
    site = Site(target)
    if not site.files:
        board.say(f"{target}: nothing was written here by this command")
        return
    paths = list(site.files)
    if dry_run:
        _foretell([], [p for p in paths if not site.is_changed(p)], board)
        return
    for path in paths:
        _remove(site, path, board)
    board.say(f"{target}: removed")
    for use in uses(target):
        board.say(f"{use.place} still asks for {use.clip}: Jekyll stops at that line")


def _check(wish: Wish) -> None:
    """Refuse a target or a folder that cannot be meant.

    Raises
    ------
    UsageError
        With the remedy.
    """
    target = wish.target
    if target.exists() and not target.is_dir():
        raise UsageError(f"{target}: is a file; name a folder")
    if not _FOLDER.fullmatch(wish.folder):
        raise UsageError(
            f"--folder {wish.folder}: use letters, digits, '-', '_', '.' and slashes, "
            "each part beginning with a letter or digit"
        )
    if wish.format != "jekyll":
        if not wish.clips and not wish.every:
            raise UsageError("which clips? Name some with --clip, or take --all")
    elif not any((target / name).is_file() for name in CONFIGS):
        raise UsageError(
            f"{target}: no Jekyll site ({CONFIGS[0]} is missing); name its folder, or "
            "use --format html for other sites"
        )


def _rivals(wish: Wish) -> list[str]:
    """Say which data of the site would hide ours."""
    data = wish.target / "_data"
    found = [data / f"lecture{ending}" for ending in RIVALS] + [data / "lecture"]
    return [
        f"{file}: has the name that clips need (site.data.lecture); rename it"
        for file in found
        if wish.format == "jekyll" and file.exists()
    ]


def _wanted(
    plan: Plan, wish: Wish, site: Site, lecture: Lecture, board: Board
) -> list[Wanted]:
    """Return all files that should be there."""
    stems = _stems(wish, lecture, board)
    # What was asked for once stays, as a note that uses a clip does.
    kept = {p: s for p, s in site.stills().items() if not fault(s, lecture)}
    pictures = {**kept, **parse(wish.stills, lecture)}
    chapters = [
        c for c in lecture.chapters if any(s.startswith(f"{c}/") for s in stems)
    ]
    orders = {
        (one.chapter, theme): one
        for theme in wish.themes
        for one in order(lecture, chapters, replace(plan.variant, theme=theme))
    }
    kit = Kit(
        lecture, plan.store, orders, stems, wish.themes, wish.folder, wish.base_url
    )
    drawn = _still_orders(lecture, pictures, wish.themes[-1])
    return [
        *files(kit, wish.format),
        *stills(pictures, drawn, plan.store, wish.folder),
    ]


def _stems(wish: Wish, lecture: Lecture, board: Board) -> tuple[str, ...]:
    """Choose the clips."""
    chosen = named(wish.clips, lecture)
    if wish.every:
        chosen += every(lecture)
    elif wish.format == "jekyll":
        found, wrong = used(uses(wish.target), lecture)
        chosen += found
        for line in wrong:
            board.say(f"warning: {line}")
    if not chosen:
        board.say(
            "no note uses a clip yet; write "
            '{% include lecture.html clip="neuron/line" %} into one and run this '
            "again, or name clips with --clip"
        )
    return in_order(chosen, lecture)


def _still_orders(
    lecture: Lecture, pictures: dict[str, str], theme: str
) -> dict[str, Order]:
    """Return the order of stills for each chapter that has to give any."""
    chapters = sorted({stem.partition("/")[0] for stem in pictures.values()})
    found = order(lecture, chapters, Variant("still", theme))
    return {one.chapter: one for one in found}


def _foretell(late: Sequence[Wanted], old: Sequence[str], board: Board) -> None:
    """Say what would be done."""
    for one in late:
        board.say(f"would write {one.path}")
    for path in old:
        board.say(f"would remove {path}")
    if not late and not old:
        board.say("nothing would be written or removed")


def _write(
    plan: Plan, site: Site, late: Sequence[Wanted], old: Sequence[str], board: Board
) -> None:
    """Render what is missing, then write and remove files."""
    plan.store.clean()
    needed = {need.name + need.variant.name: need for one in late for need in one.needs}
    missing = stale(plan.store, list(needed.values()))
    if missing and (failures := render(plan.store, missing, plan.jobs, board)):
        raise together(failures)
    site.clean()
    if late:
        board.add("clips")
        for done, one in enumerate(late):
            board.move("clips", len(late), done)
            site.write(one)
        board.end("clips", "encoded and written")
    for path in old:
        _remove(site, path, board)


def _remove(site: Site, path: str, board: Board) -> None:
    """Remove a file of ours; name one that somebody changed."""
    if site.is_changed(path):
        _tell_kept(path, board)
    site.remove(path)


def _tell_kept(path: str, board: Board) -> None:
    """Say that a file stays as somebody made it."""
    board.say(f"kept {path}: it was changed since it was written")
