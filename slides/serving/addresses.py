"""Which file of a folder an address means, if any that may be shown."""

import os
from pathlib import Path
from urllib.parse import quote, unquote

from slides.base.paths import problem

PAGE = "index.html"


def find(root: Path, path: str) -> Path | str | None:
    """Return the file that an address means.

    Parameters
    ----------
    root
        The folder that is shown.
    path
        The address as the browser sends it, without question mark: ``"/videos/a%20b"``.

    Returns
    -------
    The file; of a folder without a slash at its end the right address; None if there
    is nothing, or nothing to be shown: hidden, outside, a link or no regular file.
    """
    words = unquote(path)
    parts = [part for part in words.split("/") if part]
    if any(part.startswith(".") for part in parts):
        return None
    place = "/".join(parts)
    is_folder = os.path.isdir(root / place) if "\0" not in place else False
    if is_folder and not words.endswith("/"):
        return quote(f"/{place}/")
    if words.endswith("/") and not is_folder:
        return None
    return _shown(root, f"{place}/{PAGE}".lstrip("/") if is_folder else place)


def _shown(root: Path, place: str) -> Path | None:
    """Return the file at a place if it is one that may be shown."""
    file = root / place
    if problem(root, place) or not file.is_file():
        return None
    # A folder on the way may be a link to one that is hidden.
    real = Path(os.path.realpath(file)).relative_to(os.path.realpath(root))
    return None if any(part.startswith(".") for part in real.parts) else file


def first_page(root: Path) -> str | None:
    """Return the address of the page to begin with; None if there is none."""
    pages = [root / PAGE, *sorted(root.glob("*.html")), *sorted(root.glob(f"*/{PAGE}"))]
    for page in pages:
        place = page.relative_to(root).as_posix()
        if find(root, f"/{quote(place)}"):
            return quote("/" + place.removesuffix(PAGE))
    return None
