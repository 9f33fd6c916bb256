"""One picture of each component, for those who draw a chapter of their own."""

import ast
from pathlib import Path

from scenes.caching.facts import read
from scenes.caching.files import whole, write_text
from scenes.caching.sources import module_file
from slides.base.templates import Template
from slides.outputs.context import Context
from slides.settings.project import components
from slides.settings.variants import STILL_THEMES

GALLERY = Template("pages/gallery.html")


def make_gallery(context: Context) -> list[Path]:
    """Draw every component's example and make the page that shows them."""
    from manim import tempconfig

    from scenes.gallery import draw_example

    folder = context.out / "gallery"
    made = []
    with tempconfig({"media_dir": str(context.scratch / "manim")}):
        for name in components():
            for theme in STILL_THEMES:
                with whole(folder / f"{name}-{theme}.png") as partial:
                    draw_example(name, theme, partial)
                made.append(folder / f"{name}-{theme}.png")
    page = folder / "index.html"
    about = [_about(name) for name in components()]
    write_text(page, GALLERY.fill(components=about))
    return [*made, page]


def _about(name: str) -> dict[str, str]:
    """Return what the sources say about a component and its example."""
    summary, _, more = _words(f"scenes.components.{name}").partition("\n\n")
    example = _words(f"scenes.gallery.{name}")
    return {"name": name, "summary": summary, "more": more, "example": example}


def _words(module: str) -> str:
    """Return the docstring of a module, without loading it."""
    file = module_file(module)
    return (ast.get_docstring(ast.parse(read(file))) if file else None) or ""
