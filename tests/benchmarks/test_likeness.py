"""The measures of likeness, and the pictures that films are measured against."""

import numpy as np
import pytest
from manim import BLUE, DOWN, Circle, Create, Dot, Scene, Square

from tests.oracles.likeness import WINDOW, as_film, likeness, planes, ssim
from tests.oracles.stock_pictures import stock_pictures

SIZE = {"pixel_width": 64, "pixel_height": 36, "frame_rate": 10}


def test_ssim_is_the_mean_of_its_formula_over_all_windows() -> None:
    rng = np.random.default_rng(1)
    a, b = rng.uniform(0, 255, size=(2, 12, 15))
    values = []
    for y in range(12 - WINDOW + 1):
        for x in range(15 - WINDOW + 1):
            one, other = (p[y : y + WINDOW, x : x + WINDOW].ravel() for p in (a, b))
            (va, both), (_, vb) = np.cov(one, other)
            c1, c2 = 2.55**2, 7.65**2
            means = one.mean(), other.mean()
            values.append(
                (2 * means[0] * means[1] + c1) * (2 * both + c2)
                / ((means[0] ** 2 + means[1] ** 2 + c1) * (va + vb + c2))
            )  # fmt: skip
    assert ssim(a, b) == pytest.approx(np.mean(values))
    assert ssim(a, a) == pytest.approx(1)


def test_a_film_of_the_same_pixels_is_like_them() -> None:
    pixels = np.full((30, 52, 4), (200, 60, 20, 255), np.uint8)
    pixels[8:16, 10:40] = (10, 90, 250, 255)
    found = likeness(as_film(pixels), pixels)
    assert found == pytest.approx((1, 0))


@pytest.mark.parametrize("channel", [0, 1, 2])
def test_a_small_thing_of_another_colour_is_far_off(channel: int) -> None:
    pixels = np.full((36, 64, 3), 128, np.uint8)
    other = pixels.copy()
    other[16:24, 48:52, channel] = 228  # half of a block, by 100
    assert likeness(as_film(other), pixels).off == pytest.approx(50, abs=6)


def test_brightness_and_colour_are_those_of_the_declared_matrix() -> None:
    red = np.full((16, 16, 3), (255, 0, 0), np.uint8)
    found = [plane.mean() for plane in planes(as_film(red))]
    # BT.601: 0.299 of red is bright; the differences are (blue - bright) / 1.772 and
    # (red - bright) / 1.402; video has 219 levels for the one and 224 for the others.
    wanted = [16 + 219 * 0.299, 128 - 224 * 0.299 / 1.772, 128 + 224 * 0.701 / 1.402]
    assert found == pytest.approx(wanted, abs=1)


class Growing(Scene):
    def construct(self) -> None:
        self.add(Square(color=BLUE, fill_opacity=0.5))
        self.play(Create(Circle()), run_time=0.5)
        self.wait(0.4)


class Standing(Scene):
    def construct(self) -> None:
        self.add(Square(color=BLUE, fill_opacity=0.5), Circle())
        self.play(Dot().animate.shift(DOWN), run_time=0.1)


def test_pictures_of_stock_are_all_there() -> None:
    pictures = stock_pictures(Growing, **SIZE)
    assert len(pictures) == 9
    assert all(picture.shape == (36, 64, 4) for picture in pictures)
    assert not np.array_equal(pictures[0], pictures[4])


def test_manim_draws_once_what_stands_still() -> None:
    standing = stock_pictures(Growing, **SIZE)[-4:]
    (moving,) = stock_pictures(Standing, **SIZE)
    moving[:, 28:36] = standing[0][:, 28:36]  # where the dot is
    assert all(np.array_equal(picture, moving) for picture in standing)
