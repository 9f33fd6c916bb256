"""Lines and columns: templates become words and numbers, with receipts, in place."""

from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from manim import BLUE, ManimColor, Square

from nnsim.spread import Spread
from scenes.components.number import Number
from scenes.components.text import Label
from scenes.frame import theme
from scenes.frame.rooms import Room
from scenes.lesson.lines import OF_SPLITS
from tests.scenes.stub import Stub

ROOT = Path(__file__).resolve().parents[3] / "scenes"


@pytest.fixture
def lesson() -> Stub:
    stub = Stub()
    stub.result = SimpleNamespace(steps=[0, 250], loss=0.125, name="Adélie")
    return stub


def test_a_line_writes_words_and_numbers_on_one_line(lesson: Stub) -> None:
    line = lesson.line("step", "{steps[1]:d}", "of {name}", color=ManimColor(BLUE))
    words, number, more = line
    assert [type(part) for part in line] == [Label, Number, Label]
    assert (words.words, number.words, more.words) == ("step", "250", "of Adélie")
    assert {part.pixels for part in line} == {theme.BODY}
    np.testing.assert_allclose([p.baseline for p in line], words.baseline)
    paths = [receipt.path for receipt in lesson._receipts.values()]
    assert paths == ["steps[1]", "name"]


def test_words_of_the_result_are_no_number(lesson: Stub) -> None:
    (name,) = lesson.line("{name}")
    assert isinstance(name, Label)


def test_words_that_agree_with_a_number_are_none(lesson: Stub) -> None:
    lesson.result = SimpleNamespace(n=1)
    number, noun = lesson.line("{n:d}", "{n:plural(bird)}")
    assert (type(number), type(noun), noun.words) == (Number, Label, "bird")
    assert [r.text for r in lesson._receipts.values()] == ["1"]


def test_a_column_stands_in_its_room_from_the_left(lesson: Stub) -> None:
    room = Room(-1, -2, 5, 2)
    column = lesson.column(
        "step", ("loss", "{loss:.3f}"), Square(1), buff=0.4, pixels=30, room=room
    )
    np.testing.assert_allclose(column.get_center(), room.middle)
    np.testing.assert_allclose(
        [row.get_left()[0] for row in column], column.get_left()[0]
    )
    for upper, lower in pairwise(column):
        gap = upper.get_bottom()[1] - lower.get_top()[1]
        assert gap == pytest.approx(0.4)
    assert column[1][1].words == "0.125"
    assert column[0].pixels == column[1][1].pixels == 30


def test_a_spread_line_writes_mean_and_deviation(lesson: Stub) -> None:
    scores = Spread.of([[0.5, 0.9], [0.7, 0.8], [0.6, 0.7]])
    lesson.result = SimpleNamespace(scores=scores)
    mean, deviation = lesson.spread_line("scores", ".2f", at="[1]")
    assert (mean.words, deviation.words) == ("0.80", "± 0.10")
    assert mean.baseline == pytest.approx(deviation.baseline)
    paths = {receipt.path for receipt in lesson._receipts.values()}
    assert paths == {"scores.mean[1]", "scores.sd[1]"}


def test_one_run_has_no_deviation_to_write(lesson: Stub) -> None:
    lesson.result = SimpleNamespace(scores=Spread.of([0.5]))
    (mean,) = lesson.spread_line("scores", ".2f")
    assert mean.words == "0.50"


def test_of_a_single_split_nothing_is_said_about_repeats(lesson: Stub) -> None:
    lesson.result = SimpleNamespace(config=SimpleNamespace(n_splits=2))
    assert lesson.of_repeats(OF_SPLITS) == OF_SPLITS
    lesson.result.config.n_splits = 1
    assert lesson.of_repeats(OF_SPLITS) == "one split"


def test_what_is_read_of_repeats_has_one_wording() -> None:
    words = {file: file.read_text("utf-8") for file in ROOT.rglob("*.py")}
    assert [file.name for file in words if "mean ± s" in words[file]] == ["lines.py"]
    assert not [file for file in words if "standard deviation of {" in words[file]]
