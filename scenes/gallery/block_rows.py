"""Multiply-adds as areas."""

from scenes.components.block_rows import BlockRows
from scenes.frame import theme


def example() -> BlockRows:
    """Draw two layers at twelve places."""
    colors = [theme.role("positive"), theme.role("signal")]
    return BlockRows(12, 6, [(8, 12), (8, 2)], colors, cell=0.08)
