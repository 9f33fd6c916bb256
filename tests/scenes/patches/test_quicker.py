"""Methods are exchanged while a lesson runs, and no longer."""

import pytest
from manim import Mobject, VGroup

from scenes.patches.families import family
from scenes.patches.quicker import PATCHES, quicker


def methods() -> list[object]:
    return [vars(owner).get(name) for owner, name, _ in PATCHES]


def test_all_methods_are_given_back() -> None:
    before = methods()
    with quicker():
        assert methods() == [method for _, _, method in PATCHES]
    assert methods() == before
    with pytest.raises(RuntimeError), quicker():
        raise RuntimeError
    assert methods() == before


def test_one_within_another_changes_nothing() -> None:
    before = methods()
    with quicker():
        with quicker():
            assert VGroup(VGroup()).get_family()
        assert Mobject.get_family is family
    assert methods() == before
