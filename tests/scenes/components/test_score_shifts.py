"""Each line leads from the score before to that after."""

import numpy as np

from scenes.components.plot import Plot
from scenes.components.score_shifts import ScoreShifts
from scenes.frame import theme


def test_lines_and_marks_stand_at_the_scores() -> None:
    plot = Plot((0, 1), (0, 3), x_label="share", y_label="split", width=5, height=3)
    before, after, rows = np.array([[0.2, 0.3], [0.6, 0.25], [1.0, 2.0]])
    shifts = ScoreShifts(plot, before, after, rows, color=theme.role("train"),
                         marker="square")  # fmt: skip
    for line, a, b, y in zip(shifts.lines, before, after, rows, strict=True):
        np.testing.assert_allclose(line.get_start(), plot.at(a, y), atol=1e-9)
        np.testing.assert_allclose(line.get_end(), plot.at(b, y), atol=1e-9)
    marks = shifts.marks.points.reshape(2, -1, 3)
    middles = (marks.min(axis=1) + marks.max(axis=1)) / 2
    expected = [plot.at(b, y) for b, y in zip(after, rows, strict=True)]
    np.testing.assert_allclose(middles, expected, atol=1e-6)
