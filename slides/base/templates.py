"""Templates: texts that outputs are filled into, each named where it is used."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from slides.base.policy import with_policy

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"


@dataclass(frozen=True)
class Template:
    """A file in ``slides/templates``.

    It is named by a literal, ``Template("deck/deck.css")``, so that the walk through
    the sources finds it among what an output is made from.

    Parameters
    ----------
    name
        Its path there.
    """

    name: str

    @property
    def file(self) -> Path:
        """Where it lies."""
        return TEMPLATES / self.name

    @property
    def text(self) -> str:
        """What it holds."""
        return self.file.read_text(encoding="utf-8")

    def fill(self, **values: Any) -> str:
        """Return it with values filled in, all texts escaped; a page has its policy."""
        text = self.render(**values)
        return with_policy(text) if text.startswith("<!doctype html>") else text

    def render(self, **values: Any) -> str:
        """Return it as :meth:`fill` does; a page has no policy yet."""
        # Heavy, and needed only when something is made.
        from jinja2 import (
            Environment,
            FileSystemLoader,
            StrictUndefined,
            select_autoescape,
        )

        templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=select_autoescape(),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        return templates.get_template(self.name).render(**values)
