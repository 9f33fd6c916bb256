"""Bars over a scale of powers of ten."""

from scenes.components.log_bars import LogBars
from scenes.frame import theme


def example() -> LogBars:
    """Draw values that grow tenfold from bar to bar."""
    return LogBars(
        [1e-6, 1e-5, 1e-4, 1e-3], (-8, 0), x_label="layer", y_label="slope",
        width=3.2, height=2.6, color=theme.role("gradient"),
    )  # fmt: skip
