"""A weighted sum written out beside its bars."""

from scenes.components.formula import Formula
from scenes.components.number import Number
from scenes.components.weighted_sum import WeightedSum
from scenes.frame import theme


def example() -> WeightedSum:
    """Add up two products and a bias."""
    sources = ("w_1 x_1", "w_2 x_2", "b", "z")
    values = (39.1, -18.7, -27.0, -6.6)
    letters = [Formula(source, pixels=theme.LABEL) for source in sources]
    numbers = [Number(value, "+.1f") for value in values]
    return WeightedSum(letters, numbers, width=4.5)
