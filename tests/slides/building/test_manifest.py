"""The notes in an output folder: nothing but what they made is ever removed."""

import os
from pathlib import Path

import pytest

from scenes.caching.checked import write_sealed
from scenes.caching.traces import trace
from slides.base.errors import UsageError
from slides.building.maker import Maker
from slides.building.manifest import MANIFEST, Manifest
from slides.building.outputs import Output


def output(name: str, digest: str = "made from this") -> Output:
    return Output(name, name, (), digest, Maker("nothing:at_all"))


def forge(out: Path, *names: str) -> None:
    """Write notes which say that these files were made here, just so."""
    files = {name: trace(out / name) for name in names}
    write_sealed(out / MANIFEST, {"old": {"digest": "", "files": files}})


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Give an output folder, and beside it a folder that is none of its business."""
    (tmp_path / "out" / "videos").mkdir(parents=True)
    (tmp_path / "outside" / "empty").mkdir(parents=True)
    (tmp_path / "outside" / "victim.txt").write_text("mine", encoding="utf-8")
    return tmp_path / "out"


@pytest.mark.parametrize(
    "name", ["../outside/victim.txt", "{}/outside/victim.txt", "link/victim.txt"]
)
def test_forged_notes_remove_nothing_outside(out: Path, name: str) -> None:
    victim = out.parent / "outside" / "victim.txt"
    (out / "link").symlink_to(victim.parent)
    forge(out, name.format(out.parent))
    Manifest(out).keep_only([])
    assert victim.exists()
    forge(out, name.format(out.parent))
    Manifest(out).record(output("old"), [])
    assert victim.exists()


@pytest.mark.parametrize("name", ["../outside/empty/x", "{}/outside/empty/x"])
def test_forged_notes_remove_no_folder_outside(out: Path, name: str) -> None:
    place = out / name.format(out.parent)
    place.touch()
    forge(out, name.format(out.parent))
    place.unlink()
    Manifest(out).keep_only([])
    assert (out.parent / "outside" / "empty").is_dir()


def test_file_that_somebody_put_in_place_of_ours_stays(out: Path) -> None:
    file = out / "videos" / "01-neuron.txt"
    file.write_text("ours", encoding="utf-8")
    Manifest(out).record(output("video neuron"), [file])
    file.write_text("my own notes", encoding="utf-8")
    Manifest(out).keep_only([])
    assert file.read_text(encoding="utf-8") == "my own notes"


def test_link_that_somebody_put_in_place_of_ours_stays(out: Path) -> None:
    file, moved = out / "lecture.mp4", out.parent / "outside" / "lecture.mp4"
    file.write_text("ours", encoding="utf-8")
    Manifest(out).record(output("video"), [file])
    file.rename(moved)
    file.symlink_to(moved)
    assert not Manifest(out).is_current(output("video"))
    Manifest(out).keep_only([])
    assert file.is_symlink()
    assert moved.exists()


def test_files_that_are_no_longer_made_go_with_their_folders(out: Path) -> None:
    file = out / "clips" / "neuron" / "start.mp4"
    file.parent.mkdir(parents=True)
    file.touch()
    Manifest(out).record(output("clips neuron"), [file])
    Manifest(out).record(output("clips neuron", "less"), [])
    assert not (out / "clips").exists()


@pytest.mark.parametrize(
    "notes",
    [
        "", "[]", "{", "null", "7", "[" * 100_000, '{"old": {"digest": 1, "files": 2}}',
        '{"digest": "", "value": {}}', "9" * 5000,
    ],
)  # fmt: skip
def test_spoilt_notes_are_named_and_own_nothing(
    out: Path, notes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (out / MANIFEST).write_text(notes, encoding="utf-8")
    assert Manifest(out).made == {}
    assert MANIFEST in capsys.readouterr().err
    Manifest(out).record(output("video"), [])
    assert [*Manifest(out).made] == ["video"]


def test_notes_of_the_same_shape_are_not_believed_either(out: Path) -> None:
    Manifest(out).record(output("video"), [])
    text = (out / MANIFEST).read_text(encoding="utf-8")
    changed = text.replace("made from this", "made from that")
    (out / MANIFEST).write_text(changed, encoding="utf-8")
    assert Manifest(out).made == {}


def test_folder_in_place_of_the_notes_is_refused_unless_it_is_empty(out: Path) -> None:
    (out / MANIFEST).mkdir()
    Manifest(out).record(output("video"), [])
    (out / MANIFEST).unlink()
    (out / MANIFEST / "mine").mkdir(parents=True)
    with pytest.raises(UsageError, match="is a folder; move it away"):
        Manifest(out)


def test_copied_outputs_are_current_and_changed_ones_are_not(out: Path) -> None:
    file = out / "lecture.mp4"
    file.write_text("ours", encoding="utf-8")
    Manifest(out).record(output("video"), [file])
    os.utime(file, (1, 1))
    assert Manifest(out).is_current(output("video"))
    file.write_text("hers", encoding="utf-8")
    assert not Manifest(out).is_current(output("video"))


@pytest.mark.parametrize("pid", ["9" * 25, "0", "\N{SUPERSCRIPT TWO}", "", "-1"])
def test_unfinished_files_of_no_process_stop_nothing(out: Path, pid: str) -> None:
    (out / f".partial-{pid}-x").touch()
    (out / f".partial-{pid}-folder").mkdir()
    Manifest(out).clean(["videos"])
    assert (out / f".partial-{pid}-folder").is_dir()
