"""Pieces stand on their squares, wherever the board is moved."""

import numpy as np
import pytest
from manim import LEFT

from scenes.checks.contrast import contrast
from scenes.components.chessboard import Chessboard, Piece
from scenes.frame import theme

PIECES = (("king", True), ("rook", True), ("king", False))


def draw(n: int = 8) -> Chessboard:
    board = Chessboard(PIECES, (0, n + 1, n * n - 1), width_of_board=4, n=n, named=True)
    return board.shift(2 * LEFT)


@pytest.mark.parametrize("n", [3, 8])
def test_squares_are_counted_from_the_lower_left(n: int) -> None:
    board = draw(n)
    cell = 4 / n
    for square in (0, n - 1, n, n * n - 1):
        rank, file = divmod(square, n)
        offset = cell * (np.array([file, rank, 0]) - [(n - 1) / 2, (n - 1) / 2, 0])
        middle = board.squares.get_center()
        np.testing.assert_allclose(board.at(square), middle + offset, atol=1e-9)


def test_pieces_are_placed_inside_their_squares() -> None:
    board = draw().place((5, 60, 33)).scale(0.5)
    for piece, square in zip(board.pieces, (5, 60, 33), strict=True):
        inside = board.squares[square]
        assert inside.get_left()[0] < piece.get_left()[0]
        assert inside.get_top()[1] > piece.get_top()[1]
        assert np.linalg.norm(piece.get_center() - board.at(square)) < 0.05


@pytest.mark.parametrize("name", theme.THEMES)
def test_lower_left_is_dark_and_neighbours_differ(name: str) -> None:
    with theme.use(name):
        tones = [sum(square.get_fill_color().to_rgb()) for square in draw().squares]
    for k, tone in enumerate(tones):
        rank, file = divmod(k, 8)
        assert tone == (min(tones) if (rank + file) % 2 == 0 else max(tones))
    assert min(tones) < max(tones)


def test_ranks_are_numbered_from_one() -> None:
    words = [name.words for name in draw(4).names]
    assert sorted(words) == ["1", "2", "3", "4", "a", "b", "c", "d"]


@pytest.mark.parametrize("name", theme.THEMES)
def test_sides_are_told_apart_by_fill_in_every_theme(name: str) -> None:
    with theme.use(name):
        white, black = (Piece("king", white=white) for white in (True, False))
        pale, dark = white.get_fill_color(), black.get_fill_color()
        assert contrast(pale.to_rgb(), dark.to_rgb()) > 4.5
        rim = black.get_stroke_color()
        assert contrast(rim.to_rgb(), dark.to_rgb()) > 4.5
