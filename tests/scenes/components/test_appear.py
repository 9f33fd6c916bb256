"""Patches hide the lines behind a number from the first frame to the last."""

import pytest
from manim import RIGHT, Animation, Dot, Square, VGroup

from scenes.components.appear import Appear, Vanish, emerge
from scenes.components.number import Number


def opacities(
    animation: Animation, number: Number, alpha: float
) -> tuple[float, float]:
    """Return how opaque patch and figures are after a share of the time."""
    animation.interpolate(alpha)
    return number.patch.get_fill_opacity(), number.glyphs[1].get_fill_opacity()


@pytest.mark.parametrize(("kind", "first", "last"), [(Appear, 0, 1), (Vanish, 1, 0)])
def test_patch_stays_while_the_figures_fade(
    kind: type[Animation], first: float, last: float
) -> None:
    number = Number(3.5, patch=True)
    fade = kind(VGroup(Dot(), number))
    fade.begin()
    assert opacities(fade, number, 0) == pytest.approx((1, first))
    patch, figures = opacities(fade, number, 0.5)
    assert patch == pytest.approx(1)
    assert 0.2 < figures < 0.8
    assert opacities(fade, number, 1) == pytest.approx((1, last))


def test_what_comes_out_of_a_shape_darkens_nothing_at_first() -> None:
    source = Square().set_fill("#ffffff", 0.3)
    target = source.copy().shift(3 * RIGHT)
    motion = emerge(source, target)
    motion.begin()
    motion.interpolate(0)
    assert motion.mobject.get_fill_opacity() == 0
    assert motion.mobject.get_stroke_opacity() == 0
    assert motion.mobject.get_center() == pytest.approx(source.get_center())
    motion.interpolate(1)
    assert motion.mobject.get_fill_opacity() == pytest.approx(0.3)
    assert motion.mobject.get_center() == pytest.approx(target.get_center())
