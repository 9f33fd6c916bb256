"""A question in as many lines as its room is wide."""

from scenes.components.paragraph import Paragraph
from scenes.frame import theme


def example() -> Paragraph:
    """Break a question into lines of about the same length."""
    words = "Other weights, another line: which way will it turn when it learns?"
    return Paragraph(words, 6.0, pixels=theme.BODY, weight="SEMIBOLD")
