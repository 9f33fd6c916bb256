"""Plain tables for the terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from slides.commands.terminal import NARROWEST

ANY_WIDTH = 10_000  # columns


def show_table(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str]) -> None:
    """Print rows as a table.

    Parameters
    ----------
    rows
        What to print.
    columns
        For each column, the key in a row and the heading.
    """
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in columns.values():
        table.add_column(heading, overflow="fold")
    for row in rows:
        # Text, because numbers' paths hold brackets, which rich reads as markup.
        table.add_row(*(Text(str(row[key])) for key in columns))
    console = Console(highlight=False)
    is_read = console.is_terminal  # by somebody: a file or a pipe has the rows whole
    console.width = max(console.width, NARROWEST) if is_read else ANY_WIDTH
    console.print(table, soft_wrap=True)
