"""Level lines lie where the values are those of the level, and say which."""

import numpy as np
import pytest

from scenes.components.contours import Contours
from scenes.components.plot import Plot
from scenes.frame import theme

X, Y = np.meshgrid(np.linspace(-2, 2, 81), np.linspace(-1, 3, 81))
BOWL = X**2 + (Y - 1) ** 2
PLOT = Plot((-2, 2), (-1, 3), x_label="x", y_label="y", width=4, height=4)


def contours(levels: list[float]) -> Contours:
    return Contours(PLOT, BOWL, levels, guide=((0, 1), (2, 1)))


def test_each_line_is_its_circle() -> None:
    levels = [0.25, 1.0, 2.25]
    for line, level in zip(contours(levels).lines, levels, strict=True):
        away = np.linalg.norm(line.points - PLOT.at(0, 1), axis=1)
        np.testing.assert_allclose(away, np.sqrt(level), atol=0.002)


def test_names_stand_on_their_lines_along_the_guide() -> None:
    names = contours([0.25, 1.0, 2.25]).names
    assert [name.words for name in names] == ["0.25", "1", "2.25"]
    for name in names:
        place = name.get_center() - PLOT.at(0, 1)
        assert place[0] == pytest.approx(np.sqrt(name.value), abs=0.05)
        assert place[1] == pytest.approx(0, abs=0.1)


def test_a_line_off_the_guide_or_the_plane_has_no_name() -> None:
    assert len(contours([7.0]).names) == 0  # in the corners alone
    assert len(contours([11.0]).names) == 0
    assert len(contours([11.0]).lines[0].points) == 0


@pytest.mark.parametrize("name", ["dark", "light", "print"])
def test_fill_goes_from_paper_at_the_least_to_colour(name: str) -> None:
    with theme.use(name):
        pixels = contours([0.25, 1.0, 2.25]).fill.pixel_array / 255
        paper = theme.role("paper").to_rgb()
    off = np.linalg.norm(pixels[..., :3] - paper, axis=-1)
    assert off[40, 40] < 0.02
    assert np.all(np.diff(off[40, 40:]) >= 0)
    assert off[40, -1] > 0.15


def test_first_row_is_lowest() -> None:
    slope = Contours(PLOT, Y + 2, [2.0, 4.0], guide=((0, -1), (0, 3)))
    assert slope.fill.pixel_array[-1, 0, 0] < slope.fill.pixel_array[0, 0, 0]
    assert slope.names[0].get_y() < slope.names[1].get_y()
