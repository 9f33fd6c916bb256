"""Words and their counts find room, whatever their length."""

from collections.abc import Iterator, Sequence
from types import SimpleNamespace

import numpy as np
import pytest
from manim import RIGHT, Mobject, Square

from nnsim.datasets.one_hot import encode
from nnsim.experiments.features.word_counts import count_words
from scenes.components.sequence import DnaRow
from scenes.features.word_table import WordTable
from scenes.frame import rooms, shapes
from tests.nnsim.experiments.features.test_word_counts import DONOR
from tests.scenes.stub import Stub


@pytest.fixture(params=shapes.SHAPES)
def shape(request: pytest.FixtureRequest) -> Iterator[str]:
    with shapes.use(request.param):
        yield request.param


def table(k: int) -> WordTable:
    lesson = Stub()
    lesson.result = SimpleNamespace(
        config=SimpleNamespace(k=k), **count_words(encode([DONOR]), k)
    )
    room = rooms.whole().inside(top=0.9)
    return WordTable(lesson, DnaRow(DONOR, pitch=0.1), room)  # type: ignore[arg-type]


def overlap(one: Mobject, other: Mobject) -> bool:
    return bool(overlaps([one, other]))


def overlaps(texts: Sequence[Mobject]) -> list[tuple[int, int]]:
    """Return which of many texts overlap, as pairs."""
    middles = np.array([text.get_center()[:2] for text in texts])
    halves = np.array([(text.width, text.height) for text in texts]) / 2
    apart = np.abs(middles[:, None] - middles)
    touch = (apart < halves[:, None] + halves).all(axis=2)
    return [(i, j) for i, j in np.argwhere(touch).tolist() if i < j]


def test_texts_that_overlap_are_found() -> None:
    here, there = Square(1), Square(1).shift(0.9 * RIGHT)
    assert overlaps([here, there, Square(1).shift(2 * RIGHT)]) == [(0, 1)]
    assert overlap(here, there)


@pytest.mark.parametrize("k", range(1, 6))
@pytest.mark.usefixtures("shape")
def test_words_find_room(k: int) -> None:
    drawn = table(k)
    room = rooms.whole()
    texts = [*drawn.words.values(), *drawn.numbers.values(), *drawn.note]
    assert not overlaps(texts)
    assert all(room.left < t.get_left()[0] for t in texts)
    assert all(t.get_right()[0] < room.right for t in texts)
    assert all(room.bottom < t.get_bottom()[1] for t in texts)


@pytest.mark.parametrize("k", range(1, 6))
def test_counts_go_on_to_the_last_word(k: int) -> None:
    drawn = table(k)
    replay = drawn.count(run_time=1)
    for step in range(60 - k + 2):
        for draw in replay.draw:
            draw(step)
        counted = sum(number.value for number in drawn.numbers.values())
        assert counted == step
    drawn.show_end()
    for j, number in drawn.numbers.items():
        word = drawn.words[j].words
        assert number.value == sum(DONOR[at : at + k] == word for at in range(60))
    last = DONOR[-k:]
    (at,) = [j for j, word in drawn.words.items() if word.words == last]
    assert overlap(drawn.spot, drawn.words[at])
    assert overlap(drawn.spot, drawn.numbers[at])


@pytest.mark.parametrize(("k", "said"), [(3, []), (4, [200, 256]), (5, [900, 1024])])
def test_words_left_out_are_counted(k: int, said: list[int]) -> None:
    drawn = table(k)
    assert bool(len(drawn.note)) == bool(said)
    if said:
        left_out = 4**k - len({DONOR[at : at + k] for at in range(60 - k + 1)})
        (note,) = drawn.note
        assert f" {left_out} of them" in note.words
        assert said[0] <= left_out <= said[1]
