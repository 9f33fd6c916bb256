"""True numbers: every value on screen is looked up in the result, with a receipt."""

from collections.abc import Callable
from typing import Any

import numpy as np

from scenes.components.formula import Formula
from scenes.components.number import Number
from scenes.components.paragraph import Paragraph
from scenes.components.text import Label
from scenes.frame import rooms
from scenes.lookup import Filled, fill, lookup
from scenes.record import Receipt


class TrueNumbers:
    """The part of a lesson that reads the result; the only one that may."""

    time: float  # s, from the start of the scene's video
    result: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._receipts: dict[tuple[str, str, str], Receipt] = {}

    @property
    def name(self) -> str:
        """Name of the chapter."""
        raise NotImplementedError

    @property
    def beat_name(self) -> str:
        """Name of the beat that is open; "" before the first."""
        raise NotImplementedError

    def number(self, path: str, spec: str = ".2f", **style: Any) -> Number:
        """Return the value at ``path`` in the result, drawn, with a receipt."""
        number = Number(lookup(self.result, path), spec, path=path, **style)
        self.note(Filled(path, number.value, number.words))
        return number

    def text(self, template: str, **style: Any) -> Label:
        """Return words; ``{path:format}`` fields are filled in from the result."""
        words, filled = self._fill(template)
        label = Label(words, **style)
        label.filled = filled
        return label

    def paragraph(
        self, template: str, width: float | None = None, **style: Any
    ) -> Paragraph:
        """Return words as :meth:`text` does, in lines no longer than ``width`` units.

        Without a width, the lines may be as long as the frame is wide.
        """
        words, filled = self._fill(template)
        return Paragraph(words, width or rooms.whole().width, filled, **style)

    def within(self, template: str, width: float, **style: Any) -> Label | Paragraph:
        """Write words in a line, or in lines if they are wider than their room."""
        words = self.text(template, **style)
        if words.width <= width:
            return words
        return self.paragraph(template, width, **style)

    def wording(self, template: str) -> str:
        """Return words as :meth:`text` does, for a component that writes them."""
        return self._fill(template)[0]

    def formula(self, source: str, **style: Any) -> Formula:
        """Return a formula in Typst's notation: letters, not values."""
        return Formula(source, **style)

    def values(self, path: str) -> Any:
        """Return an array of the result to draw from, and write its receipt.

        None stands for what is not there, and what is true or false is no number:
        nothing is drawn from them, nothing noted.
        """
        value = lookup(self.result, path)
        if value is not None and not isinstance(value, bool | np.bool_):
            self.note(Filled(path, value, ""))
        return value

    def _fill(self, template: str) -> tuple[str, tuple[Filled, ...]]:
        """Fill a template from the result, with receipts."""
        words, filled = fill(template, self.result)
        for field in filled:
            self.note(field)
        return words, filled

    def is_repeated(self, path: str) -> bool:
        """Tell whether the count at ``path`` is of repeats, which have a spread."""
        return int(lookup(self.result, path)) > 1

    def follow(self, number: Number, path: str) -> Callable[[int], object]:
        """Return a function of a step k that shows the value at ``path`` for k.

        ``path`` holds a place for the step: ``"history.train_loss[{k}]"``.
        """

        def show(k: int) -> object:
            at = path.replace("{k}", str(k))
            return number.show_value(lookup(self.result, at), at)

        return show

    def note(self, field: Filled) -> None:
        """Write a receipt, once for each text of each path in each beat."""
        value = (
            field.value.item() if isinstance(field.value, np.generic) else field.value
        )
        scalar = isinstance(value, int | float | str)
        receipt = Receipt(
            self.name, self.beat_name, float(self.time), field.path,
            value if scalar else None, _shape(value), field.text,
        )  # fmt: skip
        self._receipts.setdefault((self.beat_name, field.path, field.text), receipt)


def _shape(value: Any) -> tuple[int, ...]:
    """Return the shape of a value; the length alone of a tuple of unlike arrays."""
    if isinstance(value, tuple) and len({np.shape(part) for part in value}) > 1:
        return (len(value),)
    return np.shape(value)
