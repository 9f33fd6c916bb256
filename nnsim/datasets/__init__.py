"""Real data: one loader per table, beside the table and its source.

A loader names its file as ``TABLE = Path(__file__).with_name("penguins.csv")``. Read
from the source, this is how caches know which data a module depends on.
"""
