"""From which step on a scene has to be played again after a change of its sources."""

import builtins
from collections.abc import Mapping, Sequence

from slides.playing.definitions import Definitions, Difference
from slides.playing.orders import START
from slides.watching.storyboard import Step

TITLE, BEATS = "TITLE", "BEATS"  # what the words of a chapter are


def first_affected(
    module: str,
    old: Definitions,
    found: Difference,
    ran: Mapping[str, int],
    is_alone: bool,
) -> set[int]:
    """Return the first step that a change concerns, if it concerns any so far.

    Parameters
    ----------
    module
        Name of the module that changed.
    old
        What it defined before.
    found
        What changed.
    ran
        In which step each function ran first, by ``"module:Class.method"``;
        `START` for those that ran before the first.
    is_alone
        Whether no other module takes names from this one.
    """
    if found.is_deep or (found.names and not is_alone):
        return {START}
    if any(hasattr(builtins, name) for name in found.new):
        return {START}
    users = {
        function
        for function, used in old.uses.items()
        if used & (found.names | found.new)
    }
    steps = [
        ran[key]
        for name in found.functions | users
        if (key := f"{module}:{name}") in ran
    ]
    return {min(steps)} if steps else set()


def first_reworded(found: Difference, steps: Sequence[Step]) -> set[int]:
    """Return the first step that a change of the chapter's words concerns, if any.

    Parameters
    ----------
    found
        What changed.
    steps
        The storyboard.
    """
    if found.is_deep or found.names - {TITLE, BEATS}:
        return {START}
    if TITLE in found.names:
        return {0}  # nothing is said before
    return {min(said)} if (said := reworded(found, steps)) else set()


def reworded(found: Difference, steps: Sequence[Step]) -> set[int]:
    """Return the steps whose beats have other words."""
    return {n for n, one in enumerate(steps) if f"{BEATS}.{one.beat}" in found.entries}


def rewritten(found: Difference, steps: Sequence[Step]) -> set[int]:
    """Return the steps whose own functions changed."""
    return {
        n
        for n, step in enumerate(steps)
        if any(name.endswith(f".{step.method}") for name in found.functions)
    }
