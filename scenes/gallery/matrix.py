"""Numbers in brackets."""

from scenes.components.matrix import Matrix
from scenes.components.number import Number


def example() -> Matrix:
    """Write two rows of three."""
    values = [[0.71, -1.6, 0.05], [-0.38, 0.57, 0.72]]
    return Matrix([[Number(value) for value in row] for row in values])
