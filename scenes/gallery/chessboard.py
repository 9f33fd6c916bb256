"""A board with two kings and a rook."""

from scenes.components.chessboard import Chessboard


def example() -> Chessboard:
    """Set up three pieces, and name files and ranks."""
    pieces = [("king", True), ("rook", True), ("king", False)]
    return Chessboard(pieces, [0, 27, 45], width_of_board=4.5, named=True)
