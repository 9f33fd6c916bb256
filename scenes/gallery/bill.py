"""A bill with both of its dimension lines."""

from manim import VGroup

from scenes.components.bill import Bill


def example() -> VGroup:
    """Draw a bill of 40 by 18 mm."""
    bill = Bill(40, 18, scale=0.06)
    return VGroup(bill, bill.measure_length(), bill.measure_depth())
