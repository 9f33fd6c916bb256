"""A table of words, each with its count, and a window that counts along a sequence."""

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Rectangle, VGroup

from scenes.components.number import Number
from scenes.components.replay import Replay
from scenes.components.sequence import DnaRow
from scenes.components.text import Label
from scenes.frame import rooms, shapes, theme
from scenes.lesson.lesson import Lesson

COLUMNS, COLUMNS_IF_TALL = 8, 4
BESIDE = 0.18  # from a word to its count
LETTER = 0.14  # a word begins so much left of its cell's middle for each letter
SPOT = 1.1, 0.44  # width, at least, and height of the frame around a word and its count
AROUND = 0.2  # what it is wider than these at least


class WordTable:
    """Words and their counts; a window on the sequence, a frame on the word in it.

    Parameters
    ----------
    lesson
        The scene; of its result, see :mod:`nnsim.experiments.features.word_counts`.
    row
        The sequence along which is counted.
    room
        Where the table stands.
    """

    def __init__(self, lesson: Lesson, row: DnaRow, room: rooms.Room) -> None:
        self.lesson, self.row = lesson, row
        self.k, self.places = int(lesson.values("config.k")), lesson.values("words")
        self.running = lesson.values("running")
        self.words, self.numbers = dict[int, Label](), dict[int, Number]()
        kmers, listed = lesson.values("kmers"), lesson.values("listed")
        self.note = VGroup()
        if len(listed) < len(kmers):
            words = "the other words, {n_unlisted} of them, do not occur"
            self.note.add(lesson.text(words, color=theme.role("muted")))
            self.note.next_to(room.edge(DOWN), UP, buff=0.1)
            room = room.inside(bottom=self.note.height + 0.3)
        for j, at in zip(listed, _cells(room, len(listed)), strict=True):
            self._write(kmers[j], int(j), at)
        self.window, self.spot = row.window(0, self.k), self._spot()
        table = VGroup(*self.words.values(), self.note)
        self.at_first = (
            table,
            *self.numbers.values(),
            self.window,
        )  # the frame comes last
        self.shown = VGroup(*self.at_first, self.spot)

    def _write(self, word: str, j: int, at: np.ndarray) -> None:
        """Write word j, and beside it a count of none."""
        number = self.lesson.number(f"running[0, {j}]", "d", pixels=theme.SMALLEST)
        muted = theme.role("muted")
        label = self.lesson.text(word, pixels=theme.SMALLEST, color=muted)
        label.move_to(at + LETTER * len(word) * LEFT, aligned_edge=LEFT)
        number.next_to(label, RIGHT, buff=BESIDE)
        number.shift((label.baseline - number.baseline) * UP)
        self.words[j], self.numbers[j] = label, number

    def _spot(self) -> Rectangle:
        """Draw a frame around the first word that is counted."""
        pairs = (VGroup(self.words[j], self.numbers[j]) for j in self.words)
        least, height = SPOT
        width = max(least, max(pair.width for pair in pairs) + AROUND)
        spot = Rectangle(width=width, height=height)
        spot.set_stroke(theme.role("signal"), theme.EDGE)
        return self._put(spot, 0)

    def _put(self, spot: Rectangle, place: int) -> Rectangle:
        """Move the frame to the word at a place of the sequence."""
        j = int(self.places[place])
        return spot.move_to(VGroup(self.words[j], self.numbers[j]))

    def count(self, run_time: float) -> Replay:
        """Return the animation that counts word after word."""

        def step(k: int) -> None:
            if k:
                self.window.set_points(self.row.window(k - 1, self.k).points)
                self._show(int(self.places[k - 1]), k)
                self._put(self.spot, k - 1)

        moving = [self.window, self.spot, *self.numbers.values()]
        n_steps = len(self.running) - 1
        return Replay(moving, [step], n_steps, early=False, run_time=run_time)

    def _show(self, j: int, k: int) -> None:
        """Show how often word j has come up in the first k places."""
        self.lesson.follow(self.numbers[j], f"running[{{k}}, {j}]")(k)

    def show_end(self) -> None:
        """Show the last counts: a jump may have skipped a place."""
        for j, number in self.numbers.items():
            number.show_value(self.running[-1][j], f"running[-1, {j}]")


def _cells(room: rooms.Room, n: int) -> list[np.ndarray]:
    """Return the middles of n cells, row by row."""
    n_columns = COLUMNS_IF_TALL if shapes.current().is_tall else COLUMNS
    columns = room.inside(left=0.35, right=0.35).columns(*n_columns * [1], gap=0)
    lines = room.rows(*-(-n // n_columns) * [1], gap=0)
    middles = [
        column.middle[0] * RIGHT + line.middle[1] * UP
        for line in lines
        for column in columns
    ]
    return middles[:n]
