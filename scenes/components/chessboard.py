"""A chessboard with king and rook as plain shapes that stay readable when small."""

from collections.abc import Sequence

import numpy as np
from manim import DL, DOWN, LEFT, RIGHT, UP, Polygon, Square, VGroup

from scenes.components.plot import Tick
from scenes.components.text import Label
from scenes.frame import theme

# Right half of each outline on a square of side 1, from the foot to the top.
_OUTLINES = {
    "king": (
        (0.30, -0.40), (0.30, -0.29), (0.20, -0.25), (0.36, 0.04), (0.25, 0.17),
        (0.06, 0.12), (0.06, 0.22), (0.15, 0.22), (0.15, 0.32), (0.06, 0.32),
        (0.06, 0.41),
    ),
    "rook": (
        (0.31, -0.40), (0.31, -0.29), (0.21, -0.25), (0.19, 0.10), (0.29, 0.18),
        (0.29, 0.38), (0.18, 0.38), (0.18, 0.28), (0.065, 0.28), (0.065, 0.38),
    ),
}  # fmt: skip
FILES = "abcdefghijklmnopqrstuvwxyz"


class Piece(Polygon):
    """A king or a rook, standing in the middle of a square of side 1."""

    def __init__(self, kind: str, *, white: bool) -> None:
        half = _OUTLINES[kind]
        mirrored = [(-x, y) for x, y in reversed(half)]
        super().__init__(*(np.array([x, y, 0.0]) for x, y in (*half, *mirrored)))
        pale, dark = theme.current().eye, theme.current().plumage
        self.set_fill(pale if white else dark, 1)
        self.set_stroke(dark if white else pale, theme.AXIS).set_z_index(2)


class Chessboard(VGroup):
    """Squares in two tones; square 0 is the lower left, counted row by row.

    Parameters
    ----------
    pieces
        (kind, white) of each piece, ``("rook", True)``.
    squares
        Where each stands.
    width_of_board
        In units.
    n
        Squares along each side.
    named
        Write the letters of the files and the numbers of the ranks.
    """

    def __init__(
        self,
        pieces: Sequence[tuple[str, bool]],
        squares: Sequence[int],
        *,
        width_of_board: float,
        n: int = 8,
        named: bool = False,
    ) -> None:
        super().__init__()
        self.n = n
        cell = width_of_board / n
        paper, muted = theme.current().paper, theme.current().muted
        tones = [paper.interpolate(muted, share) for share in (0.5, 0.75)]
        tones.sort(key=lambda tone: float(tone.to_rgb().sum()))  # a1 is dark
        self.squares = VGroup(
            *(
                Square(cell)
                .move_to(cell * (file * RIGHT + rank * UP))
                .set_stroke(width=0)
                .set_fill(tones[(rank + file) % 2], 1)
                for rank in range(n)
                for file in range(n)
            )
        ).center()
        self.pieces = VGroup(
            *(Piece(kind, white=white).scale(cell) for kind, white in pieces)
        )
        self.names = self._names(cell) if named else VGroup()
        self.add(self.squares, self.pieces, self.names)
        self.place(squares)

    def _names(self, cell: float) -> VGroup:
        """Name the files below the board and the ranks at its left."""
        muted = theme.current().muted
        corner = self.squares.get_corner(DL)
        names = VGroup()
        for k in range(self.n):
            along = (k + 0.5) * cell
            file = Label(FILES[k], pixels=theme.SMALLEST, color=muted)
            file.move_to(corner + along * RIGHT + 0.25 * DOWN)
            file.shift((corner[1] - 0.34 - file.baseline) * UP)
            rank = Tick(k + 1, "d", pixels=theme.SMALLEST, color=muted)
            rank.move_to(corner + along * UP + 0.25 * LEFT)
            names.add(file, rank)
        return names

    def at(self, square: int) -> np.ndarray:
        """Return the middle of a square on screen, wherever the board was moved."""
        return np.asarray(self.squares[int(square)].get_center())

    def place(self, squares: Sequence[int]) -> "Chessboard":
        """Set each piece on its square."""
        base = np.array([0, -0.005, 0])
        for piece, square in zip(self.pieces, squares, strict=True):
            piece.move_to(self.at(square) + base)
        return self
