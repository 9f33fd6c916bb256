"""What data of one's own can carry; other chapters and beats are left out everywhere.

Only chapters that are given such data are asked, in worker processes, before anything
is drawn. What they answer is kept, so that nobody waits for it twice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from scenes.caching.checked import read_sealed
from scenes.caching.digests import digest_of_value
from scenes.caching.facts import digest_of_file
from scenes.caching.sources import module_file
from slides.base.errors import UsageError
from slides.building.plan import Plan
from slides.engine.fingerprint import file_digests, own_digests
from slides.engine.kept_files import believed, keep
from slides.engine.progress import Progress
from slides.engine.versions import versions
from slides.settings.values import Lecture, own_files, told, without_places

KEEP = 200  # so many answers are kept
# Why beats cannot be told, by their names; at "" stands why the whole chapter cannot.
Answer: TypeAlias = dict[str, str]


def carried(plan: Plan, progress: Progress | None = None) -> Lecture:
    """Read the settings; leave out what cannot be told of the data.

    Parameters
    ----------
    plan
        What the user asked for.
    progress
        Where to show how far it is; None if the standard output is for something else.

    Raises
    ------
    UsageError
        If what is given is wrong, or no chapter is left.
    """
    lecture = plan.read()
    asked = _asked(lecture)
    if not asked:
        return lecture
    answers = _Answers(plan.cache.absolute() / "verdicts.json")
    found = answers.known(asked)
    if late := {name: asked[name] for name in asked if name not in found}:
        plan.warn(lecture)
        found |= _ask(plan, late, progress)
        answers.keep({name: (asked[name], found[name]) for name in late})
    left = lecture.without(_gone(lecture, found))
    if not left.chapters:
        raise UsageError(*told(left.left_out), "no chapter is left")
    return left


def carried_as_known(plan: Plan) -> Lecture:
    """Return the same, as far as the chapters have been asked before."""
    lecture = plan.read()
    answers = _Answers(plan.cache.absolute() / "verdicts.json")
    return lecture.without(_gone(lecture, answers.known(_asked(lecture))))


def _gone(lecture: Lecture, found: Mapping[str, Answer]) -> dict[str, str]:
    """Return what is left out, and why, in the order of the lecture."""
    return {
        f"{chapter}/{beat}".rstrip("/"): why
        for chapter in lecture.chapters
        for beat, why in found.get(chapter, {}).items()
    }


def _asked(lecture: Lecture) -> dict[str, dict[str, Any]]:
    """Return the settings of the chapters that are given data."""
    every = {name: lecture.settings[name] for name in lecture.chapters}
    return {name: table for name, table in every.items() if any(own_files(table))}


def _ask(
    plan: Plan, tables: Mapping[str, dict[str, Any]], progress: Progress | None
) -> dict[str, Answer]:
    """Try chapters; return what each answers."""
    from slides.building.verdicts import verdicts  # starts workers

    answers = verdicts(tables, plan.jobs, progress or _aside())
    if wrong := [one for one in answers if one.is_fault]:
        raise UsageError(*(f"chapter {one.chapter!r}: {one.why}" for one in wrong))
    return {one.chapter: {"": one.why} if one.why else one.left_out for one in answers}


def _aside() -> Progress:
    """Return what shows progress where errors go."""
    from rich.console import Console

    return Progress(Console(stderr=True, highlight=False))


@dataclass(frozen=True)
class _Answers:
    """What chapters answered before."""

    file: Path

    @cached_property
    def _kept(self) -> dict[str, Answer]:
        return believed(read_sealed(self.file, dict[str, Answer])) or {}

    def known(self, tables: Mapping[str, Mapping[str, Any]]) -> dict[str, Answer]:
        """Return what is known of chapters with these settings."""
        keys = {name: _key(name, table) for name, table in tables.items()}
        return {name: self._kept[k] for name, k in keys.items() if k in self._kept}

    def keep(self, new: Mapping[str, tuple[Mapping[str, Any], Answer]]) -> None:
        """Keep new answers."""
        found = {_key(name, table): answer for name, (table, answer) in new.items()}
        keep(self.file, dict([*{**self._kept, **found}.items()][-KEEP:]))


def _key(chapter: str, settings: Mapping[str, Any]) -> str:
    """Return a text that changes when the answer may."""
    return digest_of_value(
        [
            chapter,
            without_places(settings),
            own_digests(settings),
            file_digests(
                f"nnsim.experiments.{chapter}",
                f"scenes.{chapter}.words",
                "scenes.words",
            ),
            [*_asker()],
            versions(),
        ]
    )


def _asker() -> Iterator[str]:
    """Yield a digest of what asks the chapters."""
    if file := module_file("slides.building.verdicts"):
        yield digest_of_file(file)
