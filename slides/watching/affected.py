"""From which step on a scene has to be played again after a change of its sources."""

import builtins
from collections.abc import Mapping

from slides.playing.definitions import Definitions, Difference
from slides.playing.orders import START


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
