"""What recordings are wanted, which of them are stale, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from slides.engine.fingerprint import Ingredients, changes, ingredients, key
from slides.engine.recordings import Recordings
from slides.settings.values import Lecture
from slides.settings.variants import Variant


@dataclass(frozen=True)
class Target:
    """A chapter as it is wanted."""

    chapter: str
    table: dict[str, Any]  # settings of its experiment
    variant: Variant
    parts: Ingredients
    key: str

    @property
    def name(self) -> str:
        """What the user reads for it."""
        return self.variant.of(self.chapter)


def targets_of(
    lecture: Lecture, chapters: Sequence[str], variant: Variant
) -> list[Target]:
    """Say what each chapter's recording must be made of."""
    targets = []
    for chapter in chapters:
        table = lecture.settings[chapter]
        parts = ingredients(chapter, table, variant)
        targets.append(Target(chapter, table, variant, parts, key(parts)))
    return targets


def stale(recordings: Recordings, targets: Sequence[Target]) -> list[Target]:
    """Return what has not been rendered as it is wanted."""
    return [o for o in targets if recordings.find(o.chapter, o.variant, o.key) is None]


def why_stale(recordings: Recordings, wanted: Target) -> list[str]:
    """Say in words why a chapter must be rendered."""
    notes = recordings.last(wanted.chapter, wanted.variant)
    if notes is None:
        return [f"it has not been rendered as {wanted.variant.name} before"]
    found = changes(notes["ingredients"], wanted.parts)
    return found or ["its rendered files are gone"]
