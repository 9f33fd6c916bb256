"""King and rook against king, solved backwards from mate: no data, no learning.

What you can do here
--------------------
- solve the whole endgame: ``solve()``;
- count its positions by moves to mate, each symmetric set once: ``census``;
- play it out from any position, both sides at their best: ``best_play``.

A square is a number: 0 is a1, 1 is b1, 8 is a2, 63 is h8. A position is a triple
(white king, white rook, black king). Ken Thompson solved larger endgames in this
way: ICCA Journal 9:131 (1986).
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from nnsim.arrays import Array, read_only

BOARD = 8
SQUARES = BOARD * BOARD
NEVER = -1  # moves to mate where there is none to come


class Position(NamedTuple):
    """Where the three pieces stand."""

    king: int  # white
    rook: int  # white
    black: int  # the black king


@dataclass(frozen=True, eq=False)
class Endgame:
    """Moves that White needs, by [white king, rook, black king]; NEVER if no mate."""

    white: Array  # (64, 64, 64) moves to mate with White to move
    black: Array  # (64, 64, 64) with Black to move; 0 is mate
    legal: Array  # (64, 64, 64) True where Black may be to move


def solve() -> Endgame:
    """Solve every position, each ply with two matrix products."""
    near, reach = king_steps(), rook_reach()
    legal = _distinct() & ~near[:, None, :]
    in_check = legal & reach
    may_stand = ~near[:, None, :] & ~reach  # the black king; it may take the rook
    white = np.full(legal.shape, NEVER)
    black = np.full(legal.shape, NEVER)
    stuck = legal & ~_any_step(may_stand, near)
    lost = in_check & stuck
    n = 0
    while lost.any():
        black[lost] = n
        n += 1
        by_rook = reach.astype(np.float32) @ lost.astype(np.float32) > 0
        wins = legal & ~in_check & (by_rook | _any_king_step(lost, near))
        white[wins & (white == NEVER)] = n
        escapes = _any_step(may_stand & (white == NEVER), near)
        lost = legal & ~stuck & ~escapes & (black == NEVER)
    return Endgame(read_only(white), read_only(black), read_only(legal))


def king_steps() -> Array:
    """Return which squares are one king's step apart, (64, 64)."""
    rank, file = np.divmod(np.arange(SQUARES), BOARD)
    apart = np.maximum(
        abs(rank[:, None] - rank[None, :]), abs(file[:, None] - file[None, :])
    )
    return np.asarray(apart == 1)


def rook_reach() -> Array:
    """Return [k, r, s]: whether a rook on r reaches s with its king on k in the way."""
    rows = [
        [_reach_from(king, rook) for rook in range(SQUARES)] for king in range(SQUARES)
    ]
    return np.array(rows)


def _reach_from(king: int, rook: int) -> Array:
    """Return which squares a rook reaches, (64,)."""
    reach = np.zeros(SQUARES, dtype=bool)
    for up, right in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        rank, file = rook // BOARD + up, rook % BOARD + right
        while 0 <= rank < BOARD and 0 <= file < BOARD and rank * BOARD + file != king:
            reach[rank * BOARD + file] = True
            rank, file = rank + up, file + right
    return reach


def _distinct() -> Array:
    """Return where no two pieces share a square, (64, 64, 64)."""
    one = ~np.eye(SQUARES, dtype=bool)
    return np.asarray(one[:, :, None] & one[:, None, :] & one[None, :, :])


def _any_step(target: Array, near: Array) -> Array:
    """Tell whether a step of the black king leads to a target."""
    return np.asarray(target.astype(np.float32) @ near.astype(np.float32) > 0)


def _any_king_step(target: Array, near: Array) -> Array:
    """Tell whether a step of the white king leads to a target."""
    flat = target.reshape(SQUARES, -1).astype(np.float32)
    return np.asarray(near.astype(np.float32) @ flat > 0).reshape(target.shape)


def census(table: Endgame) -> tuple[Array, int]:
    """Count positions with Black to move, each set of mirror images once.

    Returns
    -------
    Array, int
        (longest + 1,) positions by moves to mate; and positions that are no mate.
    """
    seen = np.full(table.legal.shape, np.iinfo(np.int64).max)
    places = np.arange(SQUARES**3).reshape(table.legal.shape)
    for symmetry in _symmetries():
        seen = np.minimum(seen, places[np.ix_(symmetry, symmetry, symmetry)])
    once = table.legal & (seen == places)  # the least of its images stands for all
    moves = table.black[once]
    return read_only(np.bincount(moves[moves != NEVER])), int((moves == NEVER).sum())


def _symmetries() -> list[Array]:
    """Return where the eight turns and reflections take each square, (64,) each."""
    board = np.arange(SQUARES).reshape(BOARD, BOARD)
    turns = [np.rot90(board, k) for k in range(4)]
    return [image.ravel() for turn in turns for image in (turn, turn.T)]


def best_play(table: Endgame, start: Position) -> list[Position]:
    """Play until mate from a position with White to move; White hurries, Black delays.

    Equals are decided by the order of the squares.

    Raises
    ------
    ValueError
        If White to move cannot force mate from there.
    """
    if table.white[start] == NEVER:
        raise ValueError(f"White to move does not win from {start}")
    line = [start]
    while table.black[line[-1]] != 0:
        white_moves = len(line) % 2 == 1
        line.append((_hurry if white_moves else _delay)(table, line[-1]))
    return line


def _hurry(table: Endgame, now: Position) -> Position:
    """Return White's move to the nearest mate."""
    kings = np.flatnonzero(king_steps()[now.king])
    rooks = np.flatnonzero(_reach_from(now.king, now.rook))
    moves = [now._replace(king=int(k)) for k in kings]
    moves += [now._replace(rook=int(r)) for r in rooks]
    won = [move for move in moves if table.black[move] != NEVER]
    return min(won, key=lambda move: int(table.black[move]))


def _delay(table: Endgame, now: Position) -> Position:
    """Return Black's move to the farthest mate; all legal moves lose."""
    steps = np.flatnonzero(king_steps()[now.black])
    moves = [now._replace(black=int(b)) for b in steps]
    return max(moves, key=lambda move: int(table.white[move]))


def longest(table: Endgame) -> Position:
    """Return the first position from which White to move needs the most moves."""
    return Position(*(int(k) for k in np.argwhere(table.white == table.white.max())[0]))


def write_move(before: Position, after: Position, *, mate: bool) -> str:
    """Write a move in chess notation, "Rc8#"; a king's K is the same for both."""
    (k,) = (k for k in range(3) if before[k] != after[k])
    square = after[k]
    name = "abcdefgh"[square % BOARD] + str(square // BOARD + 1)
    return ("R" if k == 1 else "K") + name + ("#" if mate else "")
