"""What a rendering depends on, the key made from it, and what changed in words."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from scenes.caching import sources
from scenes.caching.digests import digest_of_value
from scenes.caching.facts import PACKAGES, digest_of_file
from slides.engine.versions import versions
from slides.settings.project import ROOT
from slides.settings.values import own_files, without_places
from slides.settings.variants import Variant

JOB = "slides.engine.scene_job"  # does the rendering, in a worker
Ingredients = dict[str, dict[str, str]]


def ingredients(
    chapter: str, settings: Mapping[str, Any], variant: Variant
) -> Ingredients:
    """Return everything that the pictures of a chapter depend on.

    Parameters
    ----------
    chapter
        Name of the chapter.
    settings
        All settings of its experiment, defaults included.
    variant
        Quality and theme.
    """
    return {
        "file": {
            **file_digests(JOB, f"scenes.{chapter}.scene", f"scenes.{chapter}.words"),
            **own_digests(settings),
        },
        "setting": dict(_single(chapter, without_places(settings))),
        "picture": picture(variant),
        "configuration": {
            name: digest_of_file(file)
            for name, file in _manim_cfg()
            if file.is_file() and os.access(file, os.R_OK)
        },
        "version": versions(),
    }


def own_digests(settings: Mapping[str, Any]) -> dict[str, str]:
    """Return what files of one's own hold that a chapter is told of, by their names."""
    found: dict[str, str] = {}
    for file, digest in dict.fromkeys(own_files(settings)):
        # Two of the same name are one that changes when either does.
        found[file.name] = "+".join(filter(None, [found.get(file.name), digest]))
    return found


def _single(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield each single setting by its full name, those of quoted chapters as well."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _single(f"{name}.{key}", inner)
    else:
        yield name, json.dumps(value)


def picture(variant: Variant) -> dict[str, str]:
    """Return the ingredients that differ between variants."""
    size = {key: str(value) for key, value in asdict(variant.picture).items()}
    return {"theme": variant.theme, **size}


def key(parts: Ingredients) -> str:
    """Return one short text that changes when any ingredient does."""
    return digest_of_value(parts)


def file_digests(*roots: str) -> dict[str, str]:
    """Digest what these modules are made from: sources, data, templates."""
    found = sources.made_from(roots)
    return {_label(file): found[file] for file in found}


@cache
def _label(file: Path) -> str:
    """Return a file's path as a reader of the project knows it."""
    for package in PACKAGES:
        folder = sources.package_folder(package)
        if folder and file.is_relative_to(folder):
            return (Path(package) / file.relative_to(folder)).as_posix()
    return str(file)


def _manim_cfg() -> list[tuple[str, Path]]:
    """Return the settings files that Manim reads, by the name shown to the user."""
    own = "AppData/Roaming/Manim" if os.name == "nt" else ".config/manim"
    return [
        ("manim.cfg", ROOT / "manim.cfg"),
        ("your own manim.cfg", Path.home() / own / "manim.cfg"),
    ]


def changes(old: Ingredients, new: Ingredients) -> list[str]:
    """Say in words what differs between two renderings' ingredients."""
    return [
        line
        for kind in new
        for line in _differences(kind, old.get(kind, {}), new[kind])
    ]


def _differences(
    kind: str, old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[str]:
    """Yield one line for each ingredient of a kind that differs."""
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name), new.get(name)
        if before == after:
            continue
        if kind in ("file", "configuration"):
            new_word = "is new" if before is None else "changed"
            yield f"{name} {'is no longer used' if after is None else new_word}"
        elif kind == "version":
            yield f"{name} {before} -> {after}"
        else:
            word = "setting " if kind == "setting" else ""
            yield f"{word}{name} changed from {before} to {after}"
