"""What is written on screen, and beside which shapes it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from manim import Mobject

from scenes.components.text import Written


@dataclass(frozen=True, eq=False)
class Word:
    """Words or a number as they are read, and where they stand."""

    words: str
    box: np.ndarray  # (2, 2) lower left and upper right corner on screen


def read_words(mobjects: Iterable[Mobject]) -> tuple[Word, ...]:
    """Read all that is written and can be seen."""
    family = dict.fromkeys(part for m in mobjects for part in m.get_family())
    words = []
    for one in family:
        if isinstance(one, Written):
            seen = [
                glyph.points[:, :2]
                for glyph in one.glyphs.family_members_with_points()
                if glyph.get_fill_opacity() > 0
            ]
            if seen:
                corners = np.concatenate(seen)
                box = np.array([corners.min(axis=0), corners.max(axis=0)])
                words.append(Word(" ".join(one.words.split()), box))
    return tuple(words)


def gap(one: np.ndarray, others: np.ndarray) -> float:
    """Return how far a box, (2, 2), is from the nearest of others, (n, 2, 2)."""
    apart = np.maximum(others[:, 0] - one[1], one[0] - others[:, 1])
    return float(np.linalg.norm(np.maximum(apart, 0), axis=1).min())


def astray(named: Sequence[tuple[str, np.ndarray]], words: Sequence[Word]) -> list[str]:
    """Return which names stand nearer to another shape than to their own.

    Parameters
    ----------
    named
        Name of each shape, and where it is: the boxes of its pieces, (n, 2, 2).
    """
    names = {name for name, _ in named}
    written = [one for one in words if one.words in names]
    missing = names - {one.words for one in written}
    problems = [f"{name!r} is not written" for name in sorted(missing)]
    for one in written:
        nearest, _ = min(named, key=lambda shape: gap(one.box, shape[1]))
        if nearest != one.words:
            problems.append(f"{one.words!r} stands nearest to what is {nearest!r}")
    return problems


def beside(row: np.ndarray, words: Sequence[Word]) -> tuple[str, ...]:
    """Return what stands next on the left of a row, then all on its right.

    The row is a box, (2, 2); what is at its height overlaps its middle.
    """
    (left, low), (right, high) = row
    middle = (low + high) / 2
    level = [one for one in words if one.box[0, 1] < middle < one.box[1, 1]]
    before = [one for one in level if one.box[1, 0] <= left]
    after = [one for one in level if one.box[0, 0] >= right]
    name = max(before, key=lambda one: one.box[1, 0]).words if before else ""
    after.sort(key=lambda one: one.box[0, 0])
    return name, *(one.words for one in after)


def misnamed(
    rows: np.ndarray, words: Sequence[Word], names: Sequence[Sequence[str | None]]
) -> str:
    """Return what is wrong with the words beside rows, (n, 2, 2); "" if nothing is."""
    if len(rows) != len(names):
        return f"has {len(rows)} rows, not {len(names)}"
    for k, (row, wanted) in enumerate(zip(rows, names, strict=True)):
        read = beside(row, words)[: len(wanted)]
        if len(read) < len(wanted) or any(
            name not in (None, one) for name, one in zip(wanted, read, strict=True)
        ):
            return f"has {read} beside row {k}, not {tuple(wanted)}"
    return ""
