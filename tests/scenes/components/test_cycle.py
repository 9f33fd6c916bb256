"""Each station leads to the next, and the last to the first."""

import numpy as np

from scenes.components.cycle import Cycle
from scenes.components.text import Label

WORDS = ("a", "b", "c", "d")
CYCLE = Cycle([(Label(word), Label("go")) for word in WORDS], width=5, height=3)


def test_stations_stand_clockwise_from_the_upper_left() -> None:
    places = [station.get_center() for station in CYCLE.stations]
    x, y = np.sign(places)[:, :2].T
    assert x.tolist() == [-1, 1, 1, -1]
    assert y.tolist() == [1, 1, -1, -1]
    assert [station[1].words for station in CYCLE.stations] == list(WORDS)


def test_arrows_run_from_each_box_to_the_next() -> None:
    boxes = [station[0] for station in CYCLE.stations]
    for k, arrow in enumerate(CYCLE.arrows):
        for end, box in (
            (arrow.get_start(), boxes[k]),
            (arrow.get_end(), boxes[k - 3]),
        ):
            gap = np.abs(end - box.get_center()) - [box.width / 2, box.height / 2, 0]
            assert 0 < gap.max() < 0.2  # just outside


def test_words_of_all_stations_stand_on_the_same_lines() -> None:
    for k in (1, 2):
        lines = [s[k].baseline - s[0].get_y() for s in CYCLE.stations]
        assert np.ptp(lines) < 1e-6
        assert all(
            abs(s[k].glyphs.get_x() - s[0].get_x()) < 1e-6 for s in CYCLE.stations
        )
