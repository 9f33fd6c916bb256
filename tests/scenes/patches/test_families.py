"""Families and updates, against Manim's own."""

from collections.abc import Callable

import pytest
from manim import Animation, Line, Mobject, Square, VGroup

from scenes.patches.quicker import quicker
from tests.scenes.patches.states import NAMES, make


@pytest.mark.parametrize("name", NAMES)
def test_a_family_is_manims(name: str) -> None:
    mobject = make(name)
    family, shown = mobject.get_family(), mobject.family_members_with_points()
    with quicker():
        assert [*map(id, mobject.get_family())] == [*map(id, family)]
        ours = mobject.family_members_with_points()
    assert [*map(id, ours)] == [*map(id, shown)]


def test_a_family_in_a_ring_is_manims() -> None:
    inner, outer = VGroup(Square()), VGroup()
    outer.add(inner)
    inner.add(outer)
    family = outer.get_family()
    with quicker():
        assert outer.get_family() == family


def test_updaters_are_called_in_manims_order() -> None:
    def run() -> list[tuple[str, float]]:
        calls: list[tuple[str, float]] = []

        def note(name: str) -> Callable[[Mobject, float], None]:
            return lambda mobject, dt: calls.append((name, dt))

        still = Square().add_updater(note("still"))
        still.suspend_updating()
        leaf = (
            Line().add_updater(note("leaf")).add_updater(lambda m: m.shift([1, 0, 0]))
        )
        deep = VGroup(VGroup(Square(), leaf), still).add_updater(note("deep"))
        deep.update(0.25)
        deep.update(0.5, recursive=False)
        return [*calls, ("x", float(leaf.get_start()[0]))]

    theirs = run()
    with quicker():
        assert run() == theirs
    assert [name for name, _ in theirs] == ["deep", "leaf", "deep", "x"]


def subclasses(kind: type) -> set[type]:
    return {
        kind,
        *(below for sub in kind.__subclasses__() for below in subclasses(sub)),
    }


def test_no_class_has_methods_of_its_own_where_these_stand() -> None:
    # ``update`` of members that have neither updaters nor members is not called.
    for method in ("get_family", "update", "length_over_dim", "__deepcopy__"):
        assert not [
            kind
            for kind in subclasses(Mobject) - {Mobject}
            if method in vars(kind) and "OpenGL" not in kind.__name__
        ]
    assert not [
        kind
        for kind in subclasses(Animation) - {Animation}
        if "get_sub_alpha" in vars(kind)
    ]
