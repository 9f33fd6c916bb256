"""Families of mobjects without a generator for each; updates of what has updaters."""

from manim import Mobject

_family, _update = Mobject.get_family, Mobject.update  # Manim's own


def family(self: Mobject, recurse: bool = True) -> list[Mobject]:
    """Return the mobject and all below it, each before those below it."""
    found = [self]
    try:
        _add_below(self, found)
    except RecursionError:  # a ring
        return _family(self, recurse)
    if len(set(found)) < len(found):  # Manim says which of several places counts
        return _family(self, recurse)
    return found


def _add_below(mobject: Mobject, found: list[Mobject]) -> None:
    """Add all that is below a mobject."""
    for below in mobject.submobjects:
        found.append(below)
        if below.submobjects:
            _add_below(below, found)


def members_with_points(self: Mobject) -> list[Mobject]:
    """Return those of the family that have points."""
    return [member for member in self.get_family() if len(member.points)]


def update(self: Mobject, dt: float = 0, recursive: bool = True) -> Mobject:
    """Call the updaters of the family, unless they are suspended."""
    if self.updating_suspended:
        return self
    if self.updaters:
        _update(self, dt, recursive=False)
    if recursive:
        for below in self.submobjects:
            if below.submobjects or below.updaters:
                below.update(dt)
    return self


PATCHES = (
    (Mobject, "get_family", family),
    (Mobject, "family_members_with_points", members_with_points),
    (Mobject, "update", update),
)
