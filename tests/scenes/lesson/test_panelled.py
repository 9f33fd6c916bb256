"""A panel shows one thing at a time."""

import numpy as np
from manim import Scene, Square, VGroup, tempconfig

from scenes.frame import rooms
from scenes.lesson.panelled import Panelled


class Turning(Panelled):
    """Exchanges its panel, first for one thing, then for several."""

    def construct(self) -> None:
        self.panel = VGroup(Square(1), Square(2))
        self.add(self.panel[0])  # shown in part
        self.one, self.two = Square(1).shift([3, 1, 0]), [Square(1), Square(0.5)]
        self.turn_panel(self.one)
        self.alone = list(self.mobjects), self.one.get_center()
        self.turn_panel(*self.two)


def test_the_new_takes_the_place_of_the_old() -> None:
    with tempconfig({"dry_run": True, "skip_animations": True}):
        scene = Turning()
        Scene.render(scene)
    shown, at = scene.alone
    assert shown == [scene.one]
    np.testing.assert_allclose(at, [3, 1, 0])  # one thing stays where it was put
    np.testing.assert_allclose(scene.panel.get_center(), rooms.panel().middle)
    assert scene.mobjects == [scene.panel]
    assert scene.panel.submobjects == scene.two
