"""Copies of mobjects: like Manim's in every value, and apart from the original."""

from copy import deepcopy
from typing import Any

import numpy as np
import pytest
from manim import DOWN, LEFT, RIGHT, UP, Mobject, Square, VGroup

from scenes.patches.copies import REPLACED
from scenes.patches.quicker import quicker
from tests.scenes.patches.states import NAMES, make


def assert_alike(one: Any, other: Any, met: dict[int, int]) -> None:
    """Compare two values and all below them, and which of these are one thing."""
    assert type(one) is type(other)
    if isinstance(one, Mobject | np.ndarray | list):
        if id(one) in met:
            assert met[id(one)] == id(other)
            return
        met[id(one)] = id(other)
    match one:
        case np.ndarray():
            assert one.dtype == other.dtype
            assert one.flags.c_contiguous == other.flags.c_contiguous
            np.testing.assert_array_equal(one, other)
        case list() | tuple():
            assert len(one) == len(other)
            for part, its in zip(one, other, strict=True):
                assert_alike(part, its, met)
        case dict():
            assert_alike((*one,), (*other,), met)
            assert_alike((*one.values(),), (*other.values(),), met)
        case _ if hasattr(one, "__dict__") and not callable(one):
            assert_alike(vars(one), vars(other), met)
        case _:
            assert one == other


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_manims(name: str) -> None:
    original = make(name)
    theirs = original.copy()
    with quicker():
        ours = original.copy()
    assert_alike(ours, theirs, {})
    assert ours.original_id == theirs.original_id == str(id(original))


def changing_arrays(mobject: Mobject) -> list[np.ndarray]:
    return [
        value
        for name, value in vars(mobject).items()
        if isinstance(value, np.ndarray) and name not in REPLACED
    ]


def test_arrays_that_copies_share_are_replaced_not_changed() -> None:
    square = Square().set_sheen(0.2, UP)
    before = {name: vars(square)[name].copy() for name in REPLACED}
    with quicker():
        copied = square.copy()
        copied.set_sheen_direction(DOWN).rotate_sheen_direction(1.0).set_sheen(
            0.5, LEFT
        )
        copied.interpolate(Square().set_sheen(0.1, RIGHT), Square(), 0.5)
        copied.set_points_as_corners(np.eye(3)).add_line_to(np.zeros(3))
        copied.become(Square().set_sheen(0.4, DOWN))
    for name, value in before.items():
        np.testing.assert_array_equal(vars(square)[name], value)


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_shares_nothing_that_changes(name: str) -> None:
    original = make(name)
    with quicker():
        copied = original.copy()
    things: set[int] = set()
    for member in original.get_family():
        arrays = changing_arrays(member)
        things |= {id(member), id(member.submobjects), *map(id, arrays)}
    for member in copied.get_family():
        arrays = changing_arrays(member)
        assert not things & {id(member), id(member.submobjects), *map(id, arrays)}
        assert not any(np.shares_memory(a, member.points) for a in [original.points])


def test_what_is_referred_to_from_within_is_copied_once() -> None:
    group = VGroup(Square(), Square())
    group.first, group.pair = group[0], {"both": (group[0], group[1])}
    group.again = group[1].points
    with quicker():
        copied, apart = group.copy(), deepcopy([group, group[0]])
    assert copied.first is copied[0]
    assert copied.pair["both"] == (copied[0], copied[1])
    assert copied.again is copied[1].points
    assert apart[0][0] is apart[1]


def test_updaters_are_copied_as_manim_does() -> None:
    calls = []
    square = Square().add_updater(lambda m: calls.append(m))
    square.add_updater(square.center)
    theirs = square.copy()
    with quicker():
        ours = square.copy()
    assert ours.updaters[0] is theirs.updaters[0] is square.updaters[0]
    assert ours.updaters[1].__self__ is ours
    assert theirs.updaters[1].__self__ is theirs
