"""A formula with coloured parts."""

from scenes.components.formula import Formula
from scenes.frame import theme


def example() -> Formula:
    """Write the weighted sum."""
    formula = Formula("z = {{ W : weights }} {{ x : inputs }} + b", pixels=theme.TITLE)
    formula.parts["weights"].set_color(theme.role("positive"))
    formula.parts["inputs"].set_color(theme.role("signal"))
    return formula
