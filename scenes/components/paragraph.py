"""Words in as many lines as their room is wide."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from manim import LEFT, UP, VGroup

from scenes.components.text import Label, line_width
from scenes.frame import theme
from scenes.lookup import Filled

LEADING = 1.25  # from line to line, in heights of the type


class Paragraph(VGroup):
    """Lines of words, none longer than ``width``, all about as long.

    Parameters
    ----------
    words
        What the viewer reads.
    width
        Of the longest line at most, in units.
    filled
        Fields of the words that came from the result.
    style
        As :class:`~scenes.components.text.Label` takes it.
    """

    def __init__(
        self, words: str, width: float, filled: tuple[Filled, ...] = (), **style: Any
    ) -> None:
        super().__init__()
        self.words = words
        pitch = LEADING * theme.units(style.get("pixels") or theme.LABEL)
        labels = [Label(line, **style) for line in _balanced(words, width, style)]
        # A line may hold a part of a field.
        parts = tuple(
            replace(field, text=part) for field in filled for part in field.text.split()
        )
        for k, label in enumerate(labels):
            label.filled = parts
            label.align_to(labels[0], LEFT)
            label.shift((labels[0].baseline - k * pitch - label.baseline) * UP)
        self.add(*labels)


def _balanced(words: str, width: float, style: dict[str, Any]) -> list[str]:
    """Break words into as few lines as fit, then as even ones as possible."""
    lines = _lines(words, width, style)
    while len(lines) > 1:
        width *= 0.97
        narrower = _lines(words, width, style)
        longest = max(_width(line, style) for line in narrower)
        if len(narrower) > len(lines) or longest > width:
            break
        lines = narrower
    return lines


def _lines(words: str, width: float, style: dict[str, Any]) -> list[str]:
    """Fill each line before the next begins."""
    if _width(words, style) <= width:  # as most do: then no part need be set
        return [words]
    return list(_filled(words.split(" "), width, style))


def _filled(words: list[str], width: float, style: dict[str, Any]) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and _width(longer, style) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def _width(line: str, style: dict[str, Any]) -> float:
    """Return how wide a line is set."""
    pixels = style.get("pixels") or theme.LABEL
    return line_width(line, pixels, style.get("weight", "NORMAL"))
