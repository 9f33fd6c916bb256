"""Processes that park: each order is taken from where its process waits."""

import os
import select
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from slides.playing.orders import (
    Draw,
    Go,
    Loaded,
    Order,
    Played,
    Watch,
    decode,
    encode,
    tell,
)
from slides.playing.parking import Line

STEPS = ("zero", "one", "two")
PATIENCE = 60  # s


class Row:
    """A line of processes that remember their steps, and what they tell."""

    def __init__(self, folder: Path) -> None:
        inlet, self.orders = os.pipe()
        self.told, out = os.pipe()
        self.process = os.fork()
        if not self.process:
            os.close(self.orders)
            os.close(self.told)
            _play(Line(inlet), out, folder)
        os.close(inlet)
        os.close(out)
        self._lines = os.fdopen(self.told, "rb", buffering=0)

    def order(self, order: Order) -> None:
        os.write(self.orders, encode(order))

    def hear(self) -> str:
        """Return what is told next; "" when nobody is left."""
        assert select.select([self.told], [], [], PATIENCE)[0], "nothing was told"
        line = self._lines.readline()
        return decode(line).ran[0] if line else ""

    def end(self) -> None:
        os.close(self.orders)
        while self.hear():
            pass
        os.waitpid(self.process, 0)
        self._lines.close()


def _play(line: Line, out: int, folder: Path) -> None:
    """Take steps, each remembered; a side child tells what there is to remember."""
    memory, step = [], -1
    order: Order = line.park(step)
    step = 0
    while True:
        is_end = step == len(STEPS)
        passed_on = Go(step, order.run, STEPS, 0)
        order = line.park(
            step, passed_on if isinstance(order, Go) and not is_end else None
        )
        if isinstance(order, Draw):
            line.end_with_parent()
            tell(out, Played(0, step, (f"draw {' '.join(memory)}",), ()), folder)
            os._exit(0)
        memory.append(f"{STEPS[step]}{order.run}")
        step += 1
        tell(out, Played(0, step, (" ".join(memory),), ()), folder)


@pytest.fixture
def row(tmp_path: Path) -> Iterator[Row]:
    row = Row(tmp_path)
    yield row
    row.end()


def test_a_run_goes_on_from_where_it_is_told_to(row: Row) -> None:
    row.order(Go(-1, 1, STEPS, 0))
    assert [row.hear() for _ in STEPS] == ["zero1", "zero1 one1", "zero1 one1 two1"]
    row.order(Go(1, 2, STEPS, 0))
    assert [row.hear() for _ in "ab"] == ["zero1 one2", "zero1 one2 two2"]
    row.order(Go(2, 3, STEPS, 0))
    assert row.hear() == "zero1 one2 two3"
    row.order(Go(-1, 4, STEPS, 0))
    assert [row.hear() for _ in STEPS] == ["zero4", "zero4 one4", "zero4 one4 two4"]


def test_what_is_drawn_aside_changes_nothing(row: Row) -> None:
    row.order(Go(-1, 1, STEPS, 0))
    assert [row.hear() for _ in STEPS][-1] == "zero1 one1 two1"
    for _ in range(2):
        row.order(Draw(1, 1))
        assert row.hear() == "draw zero1"
    row.order(Draw(3, 1))
    assert row.hear() == "draw zero1 one1 two1"
    row.order(Go(2, 2, STEPS, 0))
    assert row.hear() == "zero1 one1 two2"


def test_nobody_outlives_a_killed_first(tmp_path: Path) -> None:
    row = Row(tmp_path)
    row.order(Go(-1, 1, STEPS, 0))
    assert [row.hear() for _ in STEPS][-1] == "zero1 one1 two1"
    os.kill(row.process, signal.SIGKILL)
    row.end()  # hears the end only when all ends of the pipe are closed


@pytest.mark.parametrize(
    "message",
    [
        Go(2, 3, ("a", "b"), 1, ("scenes.x",)),
        Draw(1, 2),
        Watch("neuron", "dark", "16:9", "a.toml", ("neuron.seed=4",), "c", "f"),
    ],
)
def test_messages_survive_the_way(message: Order) -> None:
    assert decode(encode(message)) == message


def test_what_is_too_long_for_one_piece_is_left_in_a_file(tmp_path: Path) -> None:
    inlet, out = os.pipe()
    long = Loaded(1, tuple(f"scenes.module{n}" for n in range(1000)), ())
    tell(out, long, tmp_path)
    line = os.read(inlet, 1 << 16)
    assert len(line) < 1000
    assert decode(line) == long
    assert not [*tmp_path.iterdir()]
    os.close(inlet)
    os.close(out)
