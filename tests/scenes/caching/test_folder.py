"""What is kept lies in the copy of the repository, or in the user's cache."""

from pathlib import Path

import pytest

from scenes.caching.folder import ROOT, cache_folder
from slides.building.plan import Plan


def test_copy_of_the_repository_keeps_its_own(tmp_path: Path) -> None:
    (tmp_path / "manim.cfg").touch()  # what tells a copy from an installed lecture
    assert cache_folder("results", tmp_path) == tmp_path / ".cache" / "results"


def test_installed_lecture_uses_the_users_cache(tmp_path: Path) -> None:
    folder = cache_folder("results", tmp_path)
    assert folder.name == "results"
    assert not folder.is_relative_to(tmp_path)
    assert "deep-learning-for-biologists" in str(folder)


def test_recordings_lie_beside_results_wherever_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Plan().cache == ROOT / ".cache" / "lecture"
