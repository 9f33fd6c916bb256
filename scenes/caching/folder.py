"""Where the results of long experiments are kept between runs."""

from pathlib import Path

from platformdirs import user_cache_path

ROOT = Path(__file__).resolve().parents[2]


def results_folder(root: Path = ROOT) -> Path:
    """Return ``.cache/results`` in a copy of the repository, else the user's cache."""
    if (root / "manim.cfg").is_file():
        return root / ".cache" / "results"
    return user_cache_path("deep-learning-for-biologists") / "results"
