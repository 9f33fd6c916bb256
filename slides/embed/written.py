"""What was written into somebody's folder: noted there, read back with care."""

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from scenes.caching.checked import Damage, read_checked, shaped
from scenes.caching.files import write_json
from slides.base.paths import name_problem

NOTES = ".lecture-embed.json"  # at the top of the folder


@dataclass(frozen=True)
class Entry:
    """One file of ours."""

    digests: tuple[str, ...]  # of what it holds, or may hold while it is written
    key: str = ""  # changes when anything does that it is made from
    backup: str | None = None  # where the user's own file is kept
    still: str | None = None  # "chapter/beat", if the user asked for it by name


@dataclass
class Written:
    """What the notes say."""

    files: dict[str, Entry] = field(default_factory=dict)  # by path in the folder
    folders: set[str] = field(default_factory=set)  # that were made for them
    clips: tuple[str, ...] | None = ()  # asked for by name; None in notes of old
    configs: tuple[str, ...] = ()  # settings of the site, if not the usual ones
    damage: tuple[str, ...] = ()  # what could not be read, in words


def read(root: Path) -> Written:
    """Return what was noted; what is damaged is left out and named."""
    file = root / NOTES
    raw = read_checked(file, dict[str, Any])
    if raw is None:
        return Written()
    if isinstance(raw, Damage):
        return Written(damage=(f"{raw}; what was written here is not known any more",))
    damage: list[str] = []
    files = _part(raw, "files", dict[str, Any], {}, damage)
    written = Written(
        {p: e for p, one in files.items() if (e := _entry(p, one, damage))},
        {*_part(raw, "folders", list[str], [], damage)},
        # Notes of old do not tell who asked for a clip: it stays.
        _part(raw, "clips", tuple[str, ...], None, damage),
        _part(raw, "configs", tuple[str, ...], (), damage),
    )
    written.damage = tuple(f"{file}: {why}" for why in damage)
    return written


def save(root: Path, written: Written) -> None:
    """Write the notes down, or remove them if there is nothing to note."""
    if not written.files:
        (root / NOTES).unlink(missing_ok=True)
        return
    notes = {
        "files": {path: asdict(entry) for path, entry in written.files.items()},
        "folders": sorted(written.folders),
        "clips": written.clips or (),
        "configs": written.configs,
    }
    write_json(root / NOTES, notes)


def _part(
    raw: dict[str, Any], key: str, shape: Any, default: Any, damage: list[str]
) -> Any:
    """Return a part of the notes; the default if it is missing or of another shape."""
    if key not in raw:
        return default
    value = shaped(raw[key], shape)
    if value is None:
        damage.append(f"{key!r} has another shape and is left out")
    return default if value is None else value


def _entry(path: str, raw: object, damage: list[str]) -> Entry | None:
    """Return what the notes say of a file; None if it is of no use."""
    if why := name_problem(path):
        damage.append(f"{path!r} {why}; it is left out")
        return None
    if found := shaped(raw, Entry):
        return found
    known = raw if isinstance(raw, dict) else {}
    digests = shaped(known.get("digests"), tuple[str, ...])
    if digests is None:
        damage.append(f"what it says of {path!r} has another shape and is left out")
        return None
    backup, still = (shaped(known.get(key), str) for key in ("backup", "still"))
    damage.append(f"what it says of {path!r} has another shape and is made anew")
    return Entry(digests, "", backup, still)
