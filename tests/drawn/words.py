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


def beside(row: np.ndarray, words: Sequence[Word]) -> tuple[list[str], list[str]]:
    """Return what is read on the left of a row, and on its right.

    The row is a box, (2, 2); what is at its height overlaps its middle.
    """
    (left, low), (right, high) = row
    middle = (low + high) / 2
    level = [one for one in words if one.box[0, 1] < middle < one.box[1, 1]]
    level.sort(key=lambda one: one.box[0, 0])
    before = [one.words for one in level if one.box[1, 0] <= left]
    return before, [one.words for one in level if one.box[0, 0] >= right]


def misnamed(
    rows: np.ndarray, words: Sequence[Word], names: Sequence[Sequence[str]]
) -> str:
    """Return what is wrong with the words beside rows, (n, 2, 2); "" if nothing is.

    Only as many are looked at as there are names, the nearest of them.
    """
    if len(rows) != len(names):
        return f"has {len(rows)} rows, not {len(names)}"
    for k, (row, (left, *wanted)) in enumerate(zip(rows, names, strict=True)):
        wanted_left = left.split(" | ") if left else []
        before, after = beside(row, words)
        before = before[len(before) - len(wanted_left) :]
        after = after[: len(wanted)]
        if (before, after) != (wanted_left, wanted):
            told, not_told = (
                " | ".join(both) for both in (before + after, wanted_left + wanted)
            )
            return f"has {told!r} beside row {k}, not {not_told!r}"
    return ""
