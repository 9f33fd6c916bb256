"""Methods of Manim's exchanged, for a while, for quicker ones that do the same."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from scenes.patches import (
    bounds,
    colors,
    copies,
    families,
    interpolation,
    together,
)

Patch = tuple[type, str, Any]  # a class, the name of a method of its own, another
PATCHES: tuple[Patch, ...] = (
    *copies.PATCHES,
    *families.PATCHES,
    *bounds.PATCHES,
    *colors.PATCHES,
    *interpolation.PATCHES,
    *together.PATCHES,
)


@contextmanager
def quicker() -> Iterator[None]:
    """Let Manim's mobjects be copied, measured, coloured and moved quicker.

    What comes out is the same; ``tests/scenes/patches`` compare each of these methods
    with Manim's own.
    """
    with ExitStack() as stack:
        for owner, name, method in PATCHES:
            stack.callback(_put, owner, name, vars(owner).get(name))
            setattr(owner, name, method)
        yield


def _put(owner: type, name: str, method: Any) -> None:
    """Give a class its method back; take away what it did not have."""
    if method is None:
        delattr(owner, name)
    else:
        setattr(owner, name, method)
