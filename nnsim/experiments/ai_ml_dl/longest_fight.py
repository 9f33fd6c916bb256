"""King and rook against king: how long until mate, and the longest fight.

What you can do here
--------------------
- solve the endgame and play its longest fight: ``solve_endgame``.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.classical import endgame


@dataclass(frozen=True, eq=False)
class Endgame:
    """King and rook against king."""

    n_positions: int  # with Black to move, mirror images counted once
    n_no_mate: int  # of these: rook lost, or stalemate
    n_mates: int  # of these: mate already
    moves: Array  # (longest + 1,) 0, 1, 2, … moves of White until mate
    counts: Array  # (longest + 1,) positions that need so many
    longest: int
    line: Array  # (n_plies + 1, 3) white king, rook, black king after each ply
    written: tuple[str, ...]  # (n_plies,) the moves in chess notation
    to_mate: Array  # (n_plies + 1,) moves of White that are left


def solve_endgame() -> Endgame:
    """Solve the endgame, and play the longest fight."""
    table = endgame.solve()
    counts, n_no_mate = endgame.census(table)
    line = endgame.best_play(table, endgame.longest(table))
    left = [
        int((table.black if ply % 2 else table.white)[now])
        for ply, now in enumerate(line)
    ]
    written = tuple(
        endgame.write_move(before, after, mate=after is line[-1])
        for before, after in pairwise(line)
    )
    return Endgame(
        n_positions=int(counts.sum()) + n_no_mate,
        n_no_mate=n_no_mate,
        n_mates=int(counts[0]),
        moves=read_only(np.arange(len(counts))),
        counts=counts,
        longest=len(counts) - 1,
        line=read_only(np.array(line)),
        written=written,
        to_mate=read_only(np.array(left)),
    )
