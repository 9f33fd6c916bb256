"""A file is there whole or not at all, whatever stops its writer."""

import os
import subprocess
import sys
from pathlib import Path

import av
import pytest

from scenes.caching import files
from scenes.caching.files import (
    clear,
    is_abandoned,
    make_folder,
    move_whole,
    whole,
    write_text,
)

ROOT = Path(__file__).resolve().parents[3]
KILLED = """
import os, sys
from pathlib import Path
from scenes.caching.files import whole
with whole(Path(sys.argv[1], "a.txt")) as partial:
    partial.write_text("half")
    os.kill(os.getpid(), 9)
"""


def kill_a_writer(folder: Path) -> Path:
    """Kill a process that writes a.txt; return the only file that it leaves."""
    ended = subprocess.run([sys.executable, "-c", KILLED, folder], cwd=ROOT)
    assert ended.returncode == -9
    (left,) = (path for path in folder.iterdir() if path.name != "a.txt")
    return left


def test_killed_writer_leaves_no_file_but_an_abandoned_one(tmp_path: Path) -> None:
    left = kill_a_writer(tmp_path)
    assert not (tmp_path / "a.txt").exists()
    assert left.suffix == ".txt"
    assert is_abandoned(left.name)


def test_killed_writer_leaves_the_old_file(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", "whole")
    kill_a_writer(tmp_path)
    assert (tmp_path / "a.txt").read_text() == "whole"


def test_failed_writer_leaves_the_old_file_alone(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", "whole")
    with pytest.raises(UnicodeEncodeError):
        write_text(tmp_path / "a.txt", "half of it \ud800")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "whole"


def test_living_writers_file_is_not_abandoned(tmp_path: Path) -> None:
    with whole(tmp_path / "a.txt") as partial:
        partial.touch()
        assert not is_abandoned(partial.name)
    assert not is_abandoned("a.txt")
    assert not is_abandoned(".partial-by-hand")


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the names of what is synchronised and renamed, in turn."""
    done: list[str] = []
    replace, rename, sync, sync_folder = (
        os.replace,
        os.rename,
        files._sync,
        files._sync_folder,
    )

    def noted(does: object, what: str) -> object:
        def act(path: Path, *more: Path) -> None:
            done.append(f"{what} {path.name.rpartition('-')[2]}")
            does(path, *more)

        return act

    monkeypatch.setattr(os, "replace", noted(replace, "rename"))
    monkeypatch.setattr(os, "rename", noted(rename, "rename"))
    monkeypatch.setattr(files, "_sync", noted(sync, "sync"))
    monkeypatch.setattr(files, "_sync_folder", noted(sync_folder, "sync"))
    return done


def test_file_is_on_the_disk_before_its_name(tmp_path: Path, steps: list[str]) -> None:
    write_text(tmp_path / "new" / "a.txt", "whole")
    assert steps == ["sync a.txt", "rename a.txt", "sync new"]


def test_folder_is_on_the_disk_before_its_name(
    tmp_path: Path, steps: list[str]
) -> None:
    (tmp_path / "made" / "inner").mkdir(parents=True)
    (tmp_path / "made" / "inner" / "a.txt").touch()
    move_whole(tmp_path / "made", tmp_path / "shelf" / "kept")
    assert steps == [
        "sync inner", "sync a.txt", "sync made", "rename made", "sync shelf",
    ]  # fmt: skip
    assert (tmp_path / "shelf" / "kept" / "inner" / "a.txt").is_file()


@pytest.mark.parametrize("pid", ["9" * 25, "0", "00"])
def test_name_of_no_process_is_abandoned(pid: str) -> None:
    assert is_abandoned(f".partial-{pid}-x")


@pytest.mark.parametrize("pid", ["\N{SUPERSCRIPT TWO}", "\N{ARABIC-INDIC DIGIT ONE}"])
def test_name_without_a_number_is_not_ours(pid: str) -> None:
    assert not is_abandoned(f".partial-{pid}-x")


def test_file_takes_the_place_of_an_empty_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    write_text(tmp_path / "a.txt", "whole")
    assert (tmp_path / "a.txt").read_text() == "whole"
    (tmp_path / "b.txt" / "mine").mkdir(parents=True)
    with pytest.raises(IsADirectoryError):
        write_text(tmp_path / "b.txt", "whole")
    assert [path.name for path in (tmp_path / "b.txt").iterdir()] == ["mine"]


@pytest.mark.parametrize("name", ["a" * 251 + ".txt", "é" * 125 + ".txt"])
def test_longest_names_can_be_written(tmp_path: Path, name: str) -> None:
    write_text(tmp_path / name, "whole")
    assert (tmp_path / name).read_text() == "whole"


def test_folder_is_made_whatever_stands_in_its_way(tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    for make in (Path.touch, os.mkfifo, lambda place: place.symlink_to(place)):
        clear(ours)
        ours.mkdir()
        make(ours / "a")
        assert make_folder(ours / "a" / "b", ours) == [ours / "a"]
        assert (ours / "a" / "b").is_dir()
        assert make_folder(ours / "a" / "b", ours) == []


def test_nothing_outside_of_our_folder_is_removed(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        make_folder(tmp_path / "file" / "ours" / "a", tmp_path / "file" / "ours")
    assert (tmp_path / "file").is_file()


def test_link_is_removed_and_not_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "file").touch()
    (tmp_path / "ours" / "inner").mkdir(parents=True)
    (tmp_path / "ours" / "inner" / "link").symlink_to(tmp_path / "outside")
    (tmp_path / "link").symlink_to(tmp_path / "outside")
    (tmp_path / "ours" / "inner").chmod(0)
    clear(tmp_path / "link")
    clear(tmp_path / "ours")
    assert [path.name for path in tmp_path.iterdir()] == ["outside"]
    assert (tmp_path / "outside" / "file").is_file()


def test_film_that_ffmpeg_refuses_is_named_by_its_own_name(tmp_path: Path) -> None:
    film = tmp_path / "films/a.mp4"
    with pytest.raises(FileNotFoundError) as refused, whole(film) as partial:
        av.open(str(partial))
    assert refused.value.filename == str(film)
