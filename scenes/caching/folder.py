"""Where all that is kept between runs lies: results, recordings."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def cache_folder(name: str, root: Path = ROOT) -> Path:
    """Return ``.cache/<name>`` in a copy of the repository, else in the user's cache.

    Parameters
    ----------
    name
        What is kept there: ``"results"``.
    root
        The folder that holds the packages.
    """
    if (root / "manim.cfg").is_file():
        return root / ".cache" / name
    from platformdirs import user_cache_path

    return user_cache_path("deep-learning-for-biologists") / name
