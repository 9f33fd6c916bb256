"""Settings stand on a scale of powers, each at its place."""

from types import SimpleNamespace

import numpy as np
import pytest

from scenes.components.plot import Plot
from scenes.regularization.settings_plot import settings_plot
from tests.scenes.stub import Stub


def draw(width: float) -> Plot:
    lesson = Stub()
    config = SimpleNamespace(sizes=(0.01, 0.1, 1.0), n_splits=20)
    lesson.result = SimpleNamespace(config=config)
    return settings_plot(
        lesson, "config.sizes", "", 2.0, x_label="λ", y_label="test loss",
        width=width, height=2,
    )  # fmt: skip


def test_tenfold_settings_stand_equally_far_apart_with_their_values() -> None:
    plot = draw(6)
    ticks = [part for part in plot if getattr(part, "path", "").startswith("config")]
    assert [tick.words for tick in ticks] == ["0.01", "0.1", "1.0"]
    places = [plot.at(x, 0)[0] for x in (0.01, 0.1, 1.0)]
    assert np.diff(places) == pytest.approx([np.diff(places)[0]] * 2)
    middles = [tick.glyphs[1:].get_x() for tick in ticks]
    assert middles == pytest.approx(places, abs=0.05)


@pytest.mark.parametrize(("width", "lines"), [(6, 1), (3, 2)])
def test_the_note_takes_a_line_of_its_own_where_there_is_no_room(
    width: float, lines: int
) -> None:
    plot = draw(width)
    note, label = plot[-1], plot.y_label
    assert note.words == "mean ± s.d. of 20 splits"
    assert (note.baseline > label.get_top()[1]) == (lines == 2)
    assert label.get_right()[0] < note.get_left()[0] or lines == 2
