"""A cell has the colour of its likeliest class, the stronger the surer."""

import numpy as np
from manim import BLUE, GREEN, RED

from scenes.components.class_field import ClassField
from scenes.components.field import Field
from scenes.components.plot import Plot
from scenes.frame import theme

COLOURS = (RED, BLUE, GREEN)


def pixels(values: list[list[float]]) -> np.ndarray:
    plot = Plot((0, 2), (0, 1), x_label="x", y_label="y", width=4, height=2)
    return ClassField(plot, np.array([values]), COLOURS).pixel_array[0, :, :3] / 255


def test_surer_is_stronger_and_a_tie_is_paper() -> None:
    paper = theme.role("paper").to_rgb()
    sure, less, tie = pixels([[0, 1, 0], [0.2, 0.7, 0.1], [0.5, 0.5, 0]])
    assert np.linalg.norm(sure - paper) > np.linalg.norm(less - paper) > 0.01
    np.testing.assert_allclose(tie, paper, atol=0.005)
    way = BLUE.to_rgb() - paper
    assert (sure - paper) @ way / np.linalg.norm(sure - paper) / np.linalg.norm(
        way
    ) > 0.99


def test_first_row_is_lowest() -> None:
    plot = Plot((0, 2), (0, 1), x_label="x", y_label="y", width=4, height=2)
    field = ClassField(plot, np.array([[[1, 0, 0]], [[0, 0, 1]]]), COLOURS)
    top, foot = field.pixel_array[:, 0, :3].astype(int)
    assert top[1] > top[0]  # green above
    assert foot[0] > foot[1]  # red below


def test_two_classes_look_like_a_field() -> None:
    plot = Plot((0, 2), (0, 1), x_label="x", y_label="y", width=4, height=2)
    p = np.random.default_rng(0).random((5, 7))
    both = np.stack([1 - p, p], axis=-1)
    expected = Field(plot, p, RED, BLUE).pixel_array.astype(int)
    drawn = ClassField(plot, both, (RED, BLUE)).pixel_array.astype(int)
    assert np.abs(drawn - expected).max() <= 1
