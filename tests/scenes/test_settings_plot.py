"""Settings stand on a scale of powers, each at its place."""

from types import SimpleNamespace

import numpy as np
import pytest

from scenes.settings_plot import SettingsPlot
from tests.scenes.test_loss_curves import Stub


def test_tenfold_settings_stand_equally_far_apart_with_their_values() -> None:
    lesson = Stub()
    config = SimpleNamespace(sizes=(0.01, 0.1, 1.0), n_splits=20)
    lesson.result = SimpleNamespace(config=config)
    plot = SettingsPlot(
        lesson, "config.sizes", "", 2.0, x_label="λ", y_label="loss", width=6, height=2
    )
    ticks = [part for part in plot if getattr(part, "path", "").startswith("config")]
    assert [tick.words for tick in ticks] == ["0.01", "0.1", "1.0"]
    places = [plot.at(x, 0)[0] for x in plot.x]
    assert np.diff(places) == pytest.approx([np.diff(places)[0]] * 2)
    middles = [tick.glyphs[1:].get_x() for tick in ticks]
    assert middles == pytest.approx(places, abs=0.05)
