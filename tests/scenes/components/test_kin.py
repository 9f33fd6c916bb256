"""Members stand on a ring; links lead from member to member."""

import numpy as np
import pytest
from manim import BLUE, YELLOW

from scenes.components.kin import Kin

LINKS = np.array([[0, 1], [1, 2], [0, 3]])
OUT = np.array([False, True, False, False])


@pytest.fixture
def kin() -> Kin:
    """Give a family of four, one held out."""
    return Kin(LINKS, OUT, train=BLUE, test=YELLOW, radius=1.0)


def test_members_stand_on_the_ring(kin: Kin) -> None:
    places = np.array([member.get_center() for member in kin.members])
    np.testing.assert_allclose(np.linalg.norm(places, axis=1), 1, atol=0.05)
    assert [m.get_fill_color() == YELLOW for m in kin.members] == OUT.tolist()
    assert len(kin.to_learn_from) == 3


def test_links_join_relatives_and_tell_when_sides_differ(kin: Kin) -> None:
    for drawn, links in ((kin.across, LINKS[:2]), (kin.within, LINKS[2:])):
        paths = drawn.get_cubic_bezier_tuples()
        assert len(paths) == len(links)
        for path, (i, j) in zip(paths, links, strict=True):
            for end, k in ((path[0], i), (path[-1], j)):
                at = kin.members[k].get_center()
                np.testing.assert_allclose(end, at, atol=0.05)
    assert kin.across.get_stroke_width() > kin.within.get_stroke_width()
