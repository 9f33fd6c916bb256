"""Writing into somebody's folder: where it is refused, and what is noted."""

from pathlib import Path

import pytest

from slides.base.errors import Stopped, UsageError
from slides.embed.site import NOTES, Site, Wanted


def wanted(path: str, data: bytes = b"ours", backup: str | None = None) -> Wanted:
    return Wanted(path, data.hex(), lambda: data, backup=backup)


def test_links_that_lead_outside_are_refused(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    for folder in (root / "inner", outside):
        folder.mkdir(parents=True)
    (root / "out").symlink_to(outside)
    (root / "in").symlink_to(root / "inner")
    (root / "file").symlink_to(outside / "file")
    site = Site(root)
    assert "leads outside" in site.faults([wanted("out/a/b")])[0]
    assert "symbolic link" in site.faults([wanted("file")])[0]
    assert not site.faults([wanted("in/a")])
    with pytest.raises(UsageError):
        site.write(wanted("out/a"))
    assert not list(outside.iterdir())


def test_notes_that_somebody_forged_remove_nothing_outside(tmp_path: Path) -> None:
    root, victim = tmp_path / "root", tmp_path / "victim"
    root.mkdir()
    Site(root).write(wanted("x"))
    victim.write_bytes(b"ours")  # what the notes say it holds
    notes = (root / NOTES).read_text().replace('"x"', '"../victim"')
    (root / NOTES).write_text(notes)
    Site(root).remove("../victim")
    assert victim.exists()


@pytest.mark.parametrize("notes", ["", "[]", '{"files": []}', '{"files": {"a": 1}}'])
def test_broken_notes_own_nothing(tmp_path: Path, notes: str) -> None:
    (tmp_path / NOTES).write_text(notes)
    (tmp_path / "a").write_text("mine")
    assert "was not written by this command" in Site(tmp_path).faults([wanted("a")])[0]


def test_own_file_is_written_again_when_it_is_gone_or_made_otherwise(
    tmp_path: Path,
) -> None:
    site = Site(tmp_path)
    site.write(wanted("a"))
    assert not site.late([wanted("a")])
    assert site.late([wanted("a", b"new")])
    (tmp_path / "a").unlink()
    assert Site(tmp_path).late([wanted("a")])


def test_file_is_known_as_ours_before_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Site(tmp_path).write(wanted("a", b"old"))
    with monkeypatch.context() as patch:
        patch.setattr("slides.embed.site.write_bytes", stop)
        with pytest.raises(Stopped):
            Site(tmp_path).write(wanted("a", b"new"))
    # Whether or not the new file had come into its place.
    for data in (b"old", b"new"):
        (tmp_path / "a").write_bytes(data)
        assert not Site(tmp_path).changed()
        assert Site(tmp_path).late([wanted("a", b"new")])


def stop(*_: object) -> None:
    raise Stopped(2)


def test_picture_of_the_user_comes_back(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"mine")
    site = Site(tmp_path)
    for data in (b"ours", b"newer"):
        site.write(wanted("a.png", data, backup="x/.originals/a.png"))
    assert (tmp_path / "x/.originals/a.png").read_bytes() == b"mine"
    Site(tmp_path).remove("a.png")
    assert [f.name for f in tmp_path.iterdir()] == ["a.png"]
    assert (tmp_path / "a.png").read_bytes() == b"mine"
