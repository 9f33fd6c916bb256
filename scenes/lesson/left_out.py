"""Steps of a storyboard that a result may leave out.

A beat of which nothing true can be said names the reason in its words::

    "rules": {
        "say": "…", "claims": ("are_known",),
        "otherwise": {"left_out": "no rules are known of these"},
    }

Its step is marked with :func:`may_be_left_out`, and then neither begins the beat nor
draws anything; the storyboard goes on with the next step.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

L = TypeVar("L")  # the lesson


class LeftOutError(Exception):
    """A beat that is left out was begun by a step that is not marked."""


def may_be_left_out(step: Callable[[L], None]) -> Callable[[L], None]:
    """Let a step end where it begins if its beat is left out."""

    @wraps(step)
    def taken(lesson: L) -> None:
        try:
            step(lesson)
        except LeftOutError:
            return

    return taken
