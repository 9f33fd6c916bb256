"""The endgame against published counts, and against PyPI ``chess`` move by move."""

import itertools

import chess
import numpy as np
import pytest

from nnsim.classical import endgame
from nnsim.classical.endgame import NEVER, Endgame, Position

# Bain & Hoff, "Chess (King-Rook vs. King)", UCI Machine Learning Repository 1994:
# positions with Black to move by moves to mate, 0 … 16; and draws.
PUBLISHED = [27, 78, 246, 81, 198, 471, 592, 683, 1433, 1712, 1985, 2854, 3597, 4194,
             4553, 2166, 390]  # fmt: skip
PUBLISHED_DRAWS = 2796


@pytest.fixture(scope="module")
def table() -> Endgame:
    return endgame.solve()


def on_board(position: Position, *, white_to_move: bool) -> chess.Board:
    board = chess.Board(None)
    board.set_piece_at(position.king, chess.Piece(chess.KING, chess.WHITE))
    board.set_piece_at(position.rook, chess.Piece(chess.ROOK, chess.WHITE))
    board.set_piece_at(position.black, chess.Piece(chess.KING, chess.BLACK))
    board.turn = chess.WHITE if white_to_move else chess.BLACK
    return board


def after(board: chess.Board, move: chess.Move) -> Position | None:
    """Return the position after a move; None if the rook is taken."""
    board.push(move)
    rooks = board.pieces(chess.ROOK, chess.WHITE)
    kings = board.king(chess.WHITE), board.king(chess.BLACK)
    board.pop()
    return Position(kings[0], *rooks, kings[1]) if rooks else None


def sample(n: int, where: np.ndarray) -> list[Position]:
    rows = np.argwhere(where)
    chosen = np.random.default_rng(0).choice(len(rows), n, replace=False)
    return [Position(*map(int, rows[k])) for k in chosen]


def test_counts_are_the_published_ones(table: Endgame) -> None:
    counts, draws = endgame.census(table)
    assert counts.tolist() == PUBLISHED
    assert draws == PUBLISHED_DRAWS
    assert counts.sum() + draws == 28056


def test_legal_positions_are_those_of_chess(table: Endgame) -> None:
    rows = np.random.default_rng(1).integers(64, size=(400, 3))
    for position in (Position(*map(int, row)) for row in rows):
        distinct = len(set(position)) == 3
        legal = distinct and on_board(position, white_to_move=False).is_valid()
        assert table.legal[position] == legal, position


def test_black_delays_over_all_legal_moves(table: Endgame) -> None:
    for position in sample(300, table.legal):
        board = on_board(position, white_to_move=False)
        nexts = [after(board, move) for move in board.legal_moves]
        left = [NEVER if p is None else table.white[p] for p in nexts]
        if board.is_checkmate():
            assert table.black[position] == 0
        elif not left or NEVER in left:
            assert table.black[position] == NEVER
        else:
            assert table.black[position] == max(left)


def test_white_hurries_over_all_legal_moves(table: Endgame) -> None:
    for position in sample(200, table.white != NEVER):
        board = on_board(position, white_to_move=True)
        assert board.is_valid()
        nexts = [after(board, move) for move in board.legal_moves]
        left = [table.black[p] for p in nexts if p is not None]
        assert table.white[position] == 1 + min(n for n in left if n != NEVER)


def test_white_to_move_wins_from_every_legal_position(table: Endgame) -> None:
    # A draw needs a rook that Black can take, and White may move it away.
    lost = [Position(*map(int, row)) for row in np.argwhere(table.white == NEVER)]
    for position in lost[:: len(lost) // 300]:
        if len(set(position)) == 3:
            assert not on_board(position, white_to_move=True).is_valid()


def test_longest_fight_is_legal_chess_and_ends_in_mate(table: Endgame) -> None:
    line = endgame.best_play(table, endgame.longest(table))
    board = on_board(line[0], white_to_move=True)
    for k, (before, now) in enumerate(itertools.pairwise(line)):
        is_last = k == len(line) - 2
        board.push_san(endgame.write_move(before, now, mate=is_last))
        assert board.king(chess.BLACK) == now.black
    assert board.is_checkmate()
    assert len(line) == 2 * 16  # White's sixteenth move mates


@pytest.mark.parametrize("moves", [1, 5, 11])
def test_each_ply_of_best_play_keeps_the_count(table: Endgame, moves: int) -> None:
    start = Position(*map(int, np.argwhere(table.white == moves)[7]))
    line = endgame.best_play(table, start)
    left = [(table.black if k % 2 else table.white)[now] for k, now in enumerate(line)]
    assert left == [moves - (k + 1) // 2 for k in range(2 * moves)]


def test_no_play_where_there_is_no_mate(table: Endgame) -> None:
    with pytest.raises(ValueError, match="does not win"):
        endgame.best_play(table, Position(0, 0, 5))


def test_tables_are_sealed(table: Endgame) -> None:
    for array in (table.white, table.black, table.legal, endgame.census(table)[0]):
        assert not array.flags.writeable
