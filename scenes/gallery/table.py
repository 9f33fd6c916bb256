"""Words and numbers in rows."""

from scenes.components.number import Number
from scenes.components.table import Table
from scenes.components.text import Label
from scenes.frame import theme


def example() -> Table:
    """Write two rows under a head."""
    muted = theme.role("muted")
    head = [Label(words, color=muted) for words in ("bird", "length", "depth")]
    rows = [
        [Label("first"), Number(39.1, ".1f"), Number(18.7, ".1f")],
        [Label("second"), Number(46.1, ".1f"), Number(13.2, ".1f")],
    ]
    return Table([head, *rows], pitch=0.6, head=0.1)
