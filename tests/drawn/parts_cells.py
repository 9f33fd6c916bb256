"""Parts made of cells: matrices as heat maps, rows of DNA, logos, chessboards."""

from itertools import groupby

import numpy as np
from manim import VMobject

from scenes.components.chessboard import Chessboard
from scenes.components.logo import Logo
from scenes.components.sequence import BASES, DnaRow, base_points
from scenes.components.weight_matrix import MARK, STRENGTH, WeightMatrix
from scenes.frame import theme


def read_matrix(matrix: WeightMatrix, visible: set[int]) -> np.ndarray:
    """Return each value over that of full colour: from its mark, and its colour."""
    cells = [c for row in matrix.rows for c in row if id(c[0]) in visible]
    panel = theme.role("panel").to_rgb()
    ys = sorted({round(cell[0].get_y(), 6) for cell in cells}, reverse=True)
    xs = sorted({round(cell[0].get_x(), 6) for cell in cells})
    values = np.full((len(ys), len(xs)), np.nan)
    for square, mark in cells:
        length = max(mark.width, mark.height) / square.width
        share = (length / MARK - 0.25) / 0.75
        is_minus = len(mark.points) == 4
        end = theme.role("negative" if is_minus else "positive").to_rgb()
        color = panel + STRENGTH * share * (end - panel)
        told = square.get_fill_color().to_rgb()
        assert np.abs(told - color).max() < 0.01, "colour and mark disagree"
        row, column = (
            ys.index(round(square.get_y(), 6)),
            xs.index(round(square.get_x(), 6)),
        )
        values[row, column] = -share if is_minus else share
    return values


def glyphs(letters: VMobject, base: str) -> np.ndarray:
    """Return the lower left and upper right corner of each letter, (n, 2, 2)."""
    n_points = len(base_points(base, 1, 1))
    boxes = letters.points.reshape(-1, n_points, 3)[..., :2]
    return np.stack([boxes.min(axis=1), boxes.max(axis=1)], axis=1)


def base_of(letters: VMobject) -> str:
    """Return the base whose colour letters have."""
    hexes = {theme.role(f"base_{b.lower()}").to_hex(): b for b in BASES}
    return hexes[letters.get_fill_color().to_hex()]


def read_dna(row: DnaRow, visible: set[int]) -> np.ndarray:
    """Return the places of the letters in A, C, G, T, as one reads them.

    Faint letters are 4 more; a cell that is empty is -1, up to the last letter.
    """
    found = []
    for letters in row.letters:
        if id(letters) in visible:
            base = base_of(letters)
            value = BASES.index(base) + 4 * (letters.get_fill_opacity() < 1)
            for low, high in glyphs(letters, base):
                pitch = (high[0] - low[0]) / 0.7
                middle = (low + high) / 2
                cell = round((middle[0] - row.ruler.get_start()[0]) / pitch - 0.5)
                found.append((-round(middle[1], 3), cell, value))
    told: list[int] = []
    for _, line in groupby(sorted(found), key=lambda one: one[0]):
        cells = {cell: value for _, cell, value in line}
        told += [cells.get(cell, -1) for cell in range(max(cells) + 1)]
    return np.array(told)


def read_logo(logo: Logo, visible: set[int]) -> np.ndarray:
    """Return a row (position, base, height in units on screen) a letter, sorted.

    Letters of a position stand on one another, from the axis up or down.
    """
    start, rows = logo.axis.get_start(), []
    stacks: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for side, group in ((1, logo.above), (-1, logo.under)):
        for letters in group:
            if id(letters) not in visible:
                continue
            base = base_of(letters)
            for low, high in glyphs(letters, base):
                pitch = (high[0] - low[0]) / 0.9
                position = round((low[0] - start[0]) / pitch)
                rows.append((position, BASES.index(base), side * (high[1] - low[1])))
                ends = sorted(side * (np.array([low[1], high[1]]) - start[1]))
                stacks.setdefault((position, side), []).append((ends[0], ends[1]))
    for ends in stacks.values():
        feet, tops = np.array(sorted(ends)).T
        assert np.abs(feet - [0, *tops[:-1]]).max() < 1e-6, "letters do not stack"
    return np.array(sorted(rows))


def read_board(board: Chessboard, visible: set[int]) -> np.ndarray:
    """Return the number of the square on which each piece stands."""
    middles = np.array([square.get_center()[:2] for square in board.squares])
    places = [p.get_center()[:2] for p in board.pieces if id(p) in visible]
    return np.array(
        [int(np.linalg.norm(middles - at, axis=1).argmin()) for at in places]
    )


CELLS = {
    WeightMatrix: read_matrix,
    DnaRow: read_dna,
    Logo: read_logo,
    Chessboard: read_board,
}
