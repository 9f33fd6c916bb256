"""What recordings are wanted, which of them are stale, and why."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product, starmap
from typing import Any

from scenes.caching.checked import Damage
from slides.engine.fingerprint import Ingredients, changes, ingredients, key, picture
from slides.engine.recorded import Rendering
from slides.engine.recordings import Recordings
from slides.settings.values import Lecture
from slides.settings.variants import ASPECTS, QUALITIES, THEMES, Variant

Say = Callable[[str], None]


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

    def drawn_as(self, variant: Variant) -> "Target":
        """Return the same chapter in another variant: only the picture is another."""
        parts = {**self.parts, "picture": picture(variant)}
        return Target(self.chapter, self.table, variant, parts, key(parts))


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


def stale(recordings: Recordings, targets: Sequence[Target], say: Say) -> list[Target]:
    """Return what has not been rendered as it is wanted; name what is damaged."""
    return [one for one in targets if sound(recordings, one, say) is None]


def there(recordings: Recordings, wanted: Target) -> Rendering | None:
    """Return a recording that is there, and whole at a glance."""
    return recordings.find(wanted.chapter, wanted.variant, wanted.key)


def drawn(
    recordings: Recordings, wanted: Target
) -> Iterator[tuple[Variant, Rendering]]:
    """Yield the films of a chapter, as it is wanted, that are there in any variant."""
    known = recordings.variants(wanted.chapter)
    for variant in starmap(Variant, product(QUALITIES, THEMES, ASPECTS)):
        if variant.name in known and (
            found := there(recordings, wanted.drawn_as(variant))
        ):
            yield variant, found


def sound(recordings: Recordings, wanted: Target, say: Say) -> Rendering | None:
    """Return a recording that was read wholly and is whole; name it if it is damaged.

    Parameters
    ----------
    recordings
        Where it lies.
    wanted
        What it is to be.
    say
        Is told what is wrong with it.
    """
    chapter, variant, key = wanted.chapter, wanted.variant, wanted.key
    found = recordings.look(chapter, variant, key, wholly=True)
    if not isinstance(found, Damage):
        return found
    place = recordings.place(chapter, variant, key)
    is_inside = found.file.is_relative_to(place)
    name = found.file.relative_to(place) if is_inside else found.file
    say(
        f"recording of {chapter!r} ({variant.name}) is damaged "
        f"({name} {found.why}): drawing it anew"
    )
    return None


def why_stale(recordings: Recordings, wanted: Target) -> list[str]:
    """Say in words why a chapter must be rendered."""
    notes = recordings.last(wanted.chapter, wanted.variant)
    if notes is None:
        return [f"it has not been rendered as {wanted.variant.name} before"]
    found = changes(notes.ingredients, wanted.parts)
    return found or ["its rendered files are gone"]
