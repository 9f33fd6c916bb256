"""How like a film's picture is to that which it shall show."""

from typing import NamedTuple

import av
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter

Floats = NDArray[np.float64]

WINDOW = 7  # pixels across, in which structure is compared
SIDE = 8  # pixels of a block, over which colours are averaged
# BT.601, which manim.cfg declares: how much red, green and blue there is in brightness
# and in two colour differences, of which video keeps one in four.
TO_RGB = np.linalg.inv([
    [65.481, 128.553, 24.966],
    [-37.797, -74.203, 112.0],
    [112.0, -93.786, -18.214],
]) * 255  # fmt: skip


class Likeness(NamedTuple):
    """What tells two pictures apart."""

    ssim: float  # structural similarity of the brightness: 1 if they are equal
    off: float  # of 255 levels; greatest difference of a block's mean colour


def likeness(film: av.VideoFrame, pixels: NDArray[np.uint8]) -> Likeness:
    """Compare a picture of a film with the pixels that it is made from.

    Anti-aliasing and encoding move the mean colour of a block little; what is missing,
    displaced or of another colour moves it much, however small it is.

    Parameters
    ----------
    film
        A decoded picture, yuv420p.
    pixels
        (height, width, 3 or more): red, green, blue, 0 … 255.
    """
    seen, wanted = planes(film), planes(as_film(pixels))
    moved = [
        block_means(one - other, SIDE * one.shape[0] // film.height)
        for one, other in zip(seen, wanted, strict=True)
    ]
    off = np.abs(np.stack(moved, -1) @ TO_RGB.T).max()
    return Likeness(ssim(seen[0], wanted[0]), float(off))


def as_film(pixels: NDArray[np.uint8]) -> av.VideoFrame:
    """Return pixels as a film holds them at best: colours of 2x2 pixels in one."""
    rgb = np.ascontiguousarray(pixels[..., :3])
    return av.VideoFrame.from_ndarray(rgb, format="rgb24").reformat(format="yuv420p")


def planes(film: av.VideoFrame) -> list[Floats]:
    """Return brightness and two colour differences, these half as wide and high."""
    width, height = film.width, film.height
    flat = film.to_ndarray().astype(float).ravel()
    bright, blue, red = np.split(flat, [width * height, width * height * 5 // 4])
    small = (height // 2, width // 2)
    return [bright.reshape(height, width), blue.reshape(small), red.reshape(small)]


def block_means(values: Floats, side: int) -> Floats:
    """Return the means of square blocks; those at the edges are filled up."""
    height, width = values.shape
    padded = np.pad(values, ((0, -height % side), (0, -width % side)), mode="edge")
    rows, columns = (length // side for length in padded.shape)
    return padded.reshape(rows, side, columns, side).mean(axis=(1, 3))


def ssim(a: Floats, b: Floats) -> float:
    """Return the mean structural similarity of two pictures of 255 levels.

    After Wang and others (2004), with means over squares of seven pixels.
    """
    small, large = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    mean_a, mean_b = uniform_filter(a, WINDOW), uniform_filter(b, WINDOW)
    n = WINDOW**2 / (WINDOW**2 - 1)  # of a sample
    var_a = n * (uniform_filter(a * a, WINDOW) - mean_a**2)
    var_b = n * (uniform_filter(b * b, WINDOW) - mean_b**2)
    both = n * (uniform_filter(a * b, WINDOW) - mean_a * mean_b)
    like = (2 * mean_a * mean_b + small) / (mean_a**2 + mean_b**2 + small)
    like *= (2 * both + large) / (var_a + var_b + large)
    edge = WINDOW // 2
    return float(like[edge:-edge, edge:-edge].mean())
