"""The honesty check: every digit on screen is a value of the result."""

import re
from collections.abc import Iterator, Sequence

from scenes.components.formula import Formula
from scenes.components.number import Number
from scenes.components.plot import Tick
from scenes.components.text import Written
from scenes.lookup import lookup
from scenes.spelling import MINUS, spell

Finding = tuple[str, str]  # what it is, what is wrong with it

# Formulas speak of x_1, a^2 and 1 - a: digits there are maths, not data.
_MATHS_DIGITS = re.compile(r"[_^]\(?\d+\)?|(?<![\d.])[012](?![\d.])")


def find_lies(texts: Sequence[Written], result: object) -> Iterator[Finding]:
    """Return the digits on screen that are no value of the result."""
    names = _names(result)
    for text in texts:
        if isinstance(text, Tick):
            shown = float(text.words.replace(MINUS, "-"))
            if abs(shown - text.value / 10.0**text.tenfold) > 1e-9:
                yield text.description, f"stands at {text.value!r}"
        elif isinstance(text, Number):
            yield from _false_number(text, result)
        elif isinstance(text, Formula):
            if re.search(r"\d", _MATHS_DIGITS.sub("", text.words)):
                yield text.description, "has digits that no receipt explains"
        else:
            rest = text.words
            for field in text.filled:
                rest = rest.replace(field.text, "", 1)
            for name in names:
                rest = rest.replace(name, "")
            if re.search(r"\d", rest):
                yield text.description, "has digits that no receipt explains"


def _names(result: object) -> Sequence[str]:
    """Return the names in what the result is about: digits there count nothing."""
    names: set[str] = set()
    if (question := getattr(result, "question", None)) is not None:
        names |= {*question.axis_names, *question.features, *question.short}
        names |= {*question.classes, question.credit}
    curve = getattr(result, "curve", None)
    if (measured := getattr(curve, "measured", None)) is not None:
        names |= {*vars(measured.names).values(), measured.credit}
    return sorted(filter(re.compile(r"[^\W\d]").search, names), key=len, reverse=True)


def _false_number(number: Number, result: object) -> Iterator[Finding]:
    """Find a number that is not the value at its path."""
    if not number.path:
        yield number.description, "has no path in the result"
        return
    value = lookup(result, number.path)
    if value != number.value or spell(value, number.spec) != number.words:
        yield number.description, f"is not {number.path}, which is {value!r}"
