"""What makes an output: a function of another module, loaded only when it works."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from slides.outputs.context import Context

OUTPUTS = "slides.outputs"


@dataclass(frozen=True)
class Maker:
    """A function that makes files, and what it is told besides the recordings."""

    place: str  # within ``slides.outputs``, "film.video:make_lecture"
    arguments: tuple[Any, ...] = ()  # values that JSON can hold

    @property
    def module(self) -> str:
        """The module that holds it."""
        return f"{OUTPUTS}.{self.place.partition(':')[0]}"

    @property
    def function(self) -> Callable[..., list[Path]]:
        """The function itself."""
        found: Callable[..., list[Path]]
        found = getattr(import_module(self.module), self.place.partition(":")[2])
        return found

    def __call__(self, context: Context) -> list[Path]:
        """Make the files; return them."""
        return self.function(context, *self.arguments)
