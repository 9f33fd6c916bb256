"""Finds reveal.js, which a Python package carries, so that nothing is fetched."""

import importlib.util
from pathlib import Path

from slides.base.errors import LectureError

# Only its files are used; Sphinx, whose extension it is, is never loaded.
PACKAGE = "sphinx_revealjs"
REMEDY = "pip install sphinx-revealjs==3.2.1"


def reveal_folder() -> Path:
    """Return the folder that holds reveal.js."""
    spec = importlib.util.find_spec(PACKAGE)
    places = spec.submodule_search_locations if spec else None
    if not places:
        raise LectureError(f"reveal.js is missing: {REMEDY}")
    return Path(next(iter(places)), "_static", "revealjs")


def read(name: str) -> str:
    """Return a script or style sheet as it may stand within a page."""
    try:
        text = (reveal_folder() / name).read_text(encoding="utf-8")
    except OSError:
        raise LectureError(f"reveal.js is missing: {REMEDY}") from None
    # The map is for its developers; looking for it, a browser would find nothing.
    return text.split("//# sourceMappingURL=")[0]
