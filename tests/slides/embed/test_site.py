"""Writing into somebody's folder: where it is refused, and what is noted."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slides.base.errors import Stopped, UsageError
from slides.embed.site import Site, Wanted
from slides.embed.written import NOTES

# Notes that no command of ours wrote.
BROKEN = [
    "", "[]", "7", "null", '"x"', "{", '{"files": []}', '{"files": {"a": 1}}',
    '{"files": {"a": {"digests": 7}}}', '{"files": {"a": {"digests": [1]}}}',
    '{"files": {"a": null}}', '{"files": {"../a": {"digests": []}}}',
    '{"clips": 7}', '{"clips": [7]}', '{"folders": 7}', '{"configs": {}}', "[" * 99_999,
]  # fmt: skip


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
    site = Site(root)
    assert "leads outside of the folder" in site.written.damage[0]
    for path in [*site.files]:
        site.remove(path)
    assert victim.exists()


@pytest.mark.parametrize("notes", BROKEN)
def test_broken_notes_are_named_and_own_nothing(tmp_path: Path, notes: str) -> None:
    (tmp_path / NOTES).write_text(notes)
    (tmp_path / "a").write_text("mine")
    site = Site(tmp_path)
    assert NOTES in site.written.damage[0]
    assert "was not written by this command" in site.foreign([wanted("a")])[0]
    assert not site.foreign([wanted("a", b"mine")])  # it would be written so


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["a", "digests", "still", "../b", "key"]), inner
        )
    ),
    max_leaves=9,
)
PARTS = st.sampled_from(["files", "folders", "clips", "configs", "more"])


@given(st.dictionaries(PARTS, JSON) | JSON)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_notes_of_any_shape_are_read(tmp_path: Path, notes: object) -> None:
    (tmp_path / NOTES).write_text(json.dumps(notes))
    site = Site(tmp_path)
    site.faults([wanted("a")])
    site.late([wanted("a")])
    for path in site.obsolete([wanted("a")]):
        site.remove(path)
    site.save()
    assert not Site(tmp_path).written.damage


@pytest.mark.parametrize(
    ("field", "value"),
    [("still", 7), ("backup", []), ("key", None), ("still", {"a": 1}), ("key", 3.5)],
)
def test_entry_of_another_shape_is_made_anew(
    tmp_path: Path, field: str, value: object
) -> None:
    Site(tmp_path).write(wanted("a"))
    notes = json.loads((tmp_path / NOTES).read_text())
    notes["files"]["a"][field] = value
    (tmp_path / NOTES).write_text(json.dumps(notes))
    site = Site(tmp_path)
    assert "'a' has another shape and is made anew" in site.written.damage[0]
    assert not site.faults([wanted("a")])
    site.write(site.late([wanted("a")])[0])
    assert not Site(tmp_path).written.damage


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


@pytest.mark.parametrize("mode", [0o664, 0o600, 0o755])
def test_picture_of_the_user_keeps_its_rights_and_times(
    tmp_path: Path, mode: int
) -> None:
    picture = tmp_path / "a.svg"
    picture.write_bytes(b"\xef\xbb\xbfmine\r\n\r")
    picture.chmod(mode)
    os.utime(picture, (1, 10**9))
    before = picture.stat()
    Site(tmp_path).write(wanted("a.svg", b"ours", "x/.originals/a.svg"))
    assert picture.stat().st_mode == before.st_mode
    assert (picture.stat().st_uid, picture.stat().st_gid) == (
        before.st_uid,
        before.st_gid,
    )
    Site(tmp_path).write(wanted("a.svg", b"newer", "x/.originals/a.svg"))
    assert picture.stat().st_mode == before.st_mode
    Site(tmp_path).remove("a.svg")
    assert picture.read_bytes() == b"\xef\xbb\xbfmine\r\n\r"
    after = picture.stat()
    assert (after.st_mode, after.st_mtime_ns) == (before.st_mode, before.st_mtime_ns)


def test_file_of_ours_keeps_the_rights_it_was_given(tmp_path: Path) -> None:
    Site(tmp_path).write(wanted("a"))
    (tmp_path / "a").chmod(0o664)
    Site(tmp_path).write(wanted("a", b"new"))
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o664


def test_no_picture_of_the_user_is_ever_lost(tmp_path: Path) -> None:
    pictures, backup = (b"mine", b"other"), "x/.originals/a.png"
    for n, mine in enumerate(pictures):
        (tmp_path / "a.png").write_bytes(mine)
        Site(tmp_path).write(wanted("a.png", b"ours", backup))
        if n == 0:  # as after damage: what lies there is not known any more
            (tmp_path / NOTES).unlink()
    kept = {f.read_bytes() for f in (tmp_path / "x/.originals").iterdir()}
    assert kept == set(pictures)
    Site(tmp_path).remove("a.png")
    assert (tmp_path / "a.png").read_bytes() == b"other"
    assert (tmp_path / backup).read_bytes() == b"mine"


def test_link_that_is_refused_is_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.png").write_bytes(b"mine")
    (tmp_path / "a.png").chmod(0o664)
    monkeypatch.setattr("os.link", refuse)
    Site(tmp_path).write(wanted("a.png", backup="x/a.png"))
    Site(tmp_path).remove("a.png")
    assert (tmp_path / "a.png").read_bytes() == b"mine"
    assert (tmp_path / "a.png").stat().st_mode & 0o777 == 0o664


def refuse(*_: object) -> None:
    raise OSError(1, "not permitted")
