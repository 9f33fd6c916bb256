"""Results lie in the copy of the repository, or in the user's cache."""

from pathlib import Path

from scenes.caching.folder import ROOT, results_folder


def test_copy_of_the_repository_keeps_its_own() -> None:
    assert results_folder() == ROOT / ".cache" / "results"


def test_installed_lecture_uses_the_users_cache(tmp_path: Path) -> None:
    folder = results_folder(tmp_path)
    assert folder.name == "results"
    assert not folder.is_relative_to(tmp_path)
    assert "deep-learning-for-biologists" in str(folder)
