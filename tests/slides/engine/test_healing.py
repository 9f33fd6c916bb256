"""A damaged recording is named, never used, and replaced by a new one."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scenes.caching.checked import Damage, write_sealed
from slides.base.errors import LectureError, UsageError
from slides.engine import render
from slides.engine.jobs import Failed, Render
from slides.engine.progress import Progress
from slides.engine.recorded import NOTES, Rendering
from slides.engine.recordings import Recordings
from slides.engine.targets import Target, sound
from slides.settings.variants import Variant
from tests.slides.conftest import encode

VARIANT = Variant()
WANTED = Target("neuron", {}, VARIANT, {"file": {"a": "1"}}, "key")
RECORDING = {
    "scene": "neuron", "title": "", "theme": "dark", "duration": 1.0, "beats": [],
    "receipts": [], "faults": [], "segments": ["segments/0.mp4"], "aspect": "16:9",
}  # fmt: skip


@pytest.fixture(scope="module")
def segment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(encode(tmp_path_factory.mktemp("segment") / "0.mp4", 3))


@pytest.fixture
def cache(tmp_path: Path, segment: Path) -> Recordings:
    """Give a cache with one recording."""
    recordings = Recordings(tmp_path / "cache")
    publish(recordings, tmp_path / "made", segment)
    return recordings


def publish(recordings: Recordings, made: Path, segment: Path) -> None:
    (made / "segments").mkdir(parents=True)
    shutil.copy(segment, made / "segments")
    (made / "one.svg").write_text("<svg/>")
    (made / "recording.json").write_text(json.dumps(RECORDING))
    (made / NOTES).write_text('{"frames": [3], "duration": 1.0}')
    recordings.publish(made, "neuron", VARIANT, WANTED.parts, "key")


def place(recordings: Recordings) -> Path:
    return recordings.place("neuron", VARIANT, "key")


def test_whole_recording_is_found(cache: Recordings) -> None:
    said: list[str] = []
    found = sound(cache, WANTED, said.append)
    assert found is not None
    assert found.recording.segments == (str(place(cache) / "segments" / "0.mp4"),)
    assert found.frames == (3,)
    assert not said


def test_copied_cache_is_whole(cache: Recordings, tmp_path: Path) -> None:
    shutil.copytree(cache.folder, tmp_path / "copy", copy_function=shutil.copyfile)
    assert sound(Recordings(tmp_path / "copy"), WANTED, print) is not None


def swap(folder: Path) -> None:
    (folder / "one.svg").rename(folder / "x")
    (folder / "recording.json").rename(folder / "one.svg")
    (folder / "x").rename(folder / "recording.json")


def rot(folder: Path) -> None:
    file = folder / "segments" / "0.mp4"
    status = file.stat()
    data = bytearray(file.read_bytes())
    data[-40:] = bytes(40)
    file.write_bytes(data)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def forge(folder: Path) -> None:
    """Write notes that were never written here, whole and of the right shape."""
    trace = [1, 1, "0" * 32]
    write_sealed(folder / NOTES, {
        "key": "key", "frames": [3], "duration": 1.0, "ingredients": {},
        "files": {"../../../../victim": trace}, "made": 1.0,
    })  # fmt: skip


DAMAGES: dict[str, Callable[[Path], object]] = {
    "segments/0.mp4 is missing": lambda folder: shutil.rmtree(folder / "segments"),
    "segments/0.mp4 has another length": lambda folder: os.truncate(
        folder / "segments" / "0.mp4", 200
    ),
    "segments/0.mp4 holds other data": rot,
    "recording.json has another length": lambda folder: os.truncate(
        folder / "recording.json", 0
    ),
    "one.svg has another length": swap,
    "rendering.json is empty": lambda folder: os.truncate(folder / NOTES, 0),
    "rendering.json is missing": lambda folder: (folder / NOTES).unlink(),
    "rendering.json has another shape": lambda folder: (folder / NOTES).write_text(
        "[]"
    ),
    "../../../../victim leads outside": forge,
    "is no folder": lambda folder: (
        shutil.rmtree(folder.parent), folder.parent.write_text("x"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("words", DAMAGES)
def test_damage_is_named_once_and_healed(
    cache: Recordings, words: str, tmp_path: Path, segment: Path
) -> None:
    DAMAGES[words](place(cache))
    said: list[str] = []
    assert sound(cache, WANTED, said.append) is None
    (line,) = said
    assert line.startswith("recording of 'neuron' (draft-dark) is damaged (")
    assert words in line
    assert line.endswith("): drawing it anew")
    publish(cache, tmp_path / "again", segment)
    assert sound(cache, WANTED, said.append) is not None
    assert len(said) == 1


def test_recording_of_another_key_is_not_taken(cache: Recordings) -> None:
    place(cache).rename(place(cache).with_name("other"))
    found = cache.look("neuron", VARIANT, "other")
    assert isinstance(found, Damage)
    assert found.why == "belongs to another recording"


NAMES = ["recordings", "recordings/neuron", "recordings/neuron/draft-dark", "scratch"]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_removed_where_a_link_leads(
    tmp_path: Path, segment: Path, name: str
) -> None:
    outside = tmp_path / "outside"
    (outside / "mine").mkdir(parents=True)
    for left in ("mine/file", ".partial-0-x"):
        (outside / left).touch()
    link = tmp_path / "cache" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(outside)
    recordings = Recordings(tmp_path / "cache")
    recordings.clean()
    publish(recordings, tmp_path / "made", segment)
    found = [f.relative_to(outside).as_posix() for f in sorted(outside.rglob("*"))]
    assert found == [".partial-0-x", "mine", "mine/file"]
    assert recordings.find("neuron", VARIANT, "key") is not None


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "make",
    [
        Path.touch,
        os.mkfifo,
        lambda place: place.symlink_to("nowhere"),
        lambda place: place.symlink_to(place),
    ],
)
def test_what_stands_in_the_way_is_removed(
    tmp_path: Path, segment: Path, name: str, make: Callable[[Path], object]
) -> None:
    way = tmp_path / "cache" / name
    way.parent.mkdir(parents=True)
    make(way)
    recordings = Recordings(tmp_path / "cache")
    assert recordings.last("neuron") is None
    assert recordings.variants("neuron") == set()
    recordings.clean()
    sound(recordings, WANTED, lambda line: None)
    publish(recordings, tmp_path / "made", segment)
    assert isinstance(recordings.look("neuron", VARIANT, "key", wholly=True), Rendering)


@pytest.mark.parametrize(
    "make",
    [
        Path.mkdir,
        os.mkfifo,
        lambda place: place.symlink_to("nowhere"),
        lambda place: place.touch(0),
    ],
)
def test_lock_of_another_kind_is_replaced(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    make(tmp_path / "lock")
    with Recordings(tmp_path).alone(print):
        assert (tmp_path / "lock").is_file()


def test_cache_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cache").touch()
    with (
        pytest.raises(UsageError, match="is no folder; move it away, or name another"),
        Recordings(tmp_path / "cache").alone(print),
    ):
        pass


def test_cache_that_cannot_be_written_is_an_error_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with (
        pytest.raises(LectureError, match="may only be read; name another folder"),
        Recordings(tmp_path / "cache").alone(print),
    ):
        pass


def test_rendering_that_was_cut_is_not_published(tmp_path: Path, segment: Path) -> None:
    made = tmp_path / "made"
    made.mkdir()
    (made / NOTES).write_text('{"frames": [3], "dur')
    with pytest.raises(LectureError, match="is cut"):
        Recordings(tmp_path).publish(made, "neuron", VARIANT, {}, "key")


def test_what_killed_builds_left_is_removed_whatever_it_is(cache: Recordings) -> None:
    for pid in ("9" * 25, "0"):
        (cache.folder / "scratch" / f".partial-{pid}-x").mkdir(parents=True)
        (cache.folder / "scratch" / f".partial-{pid}-y").touch()
    cache.clean()
    assert not [*(cache.folder / "scratch").iterdir()]


def test_worker_without_room_says_so_and_not_what_became_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render, "fault", lambda *_: "cache: no room is left")
    job = Render("neuron", {}, VARIANT, tmp_path)
    renders = render.Renders(Recordings(tmp_path), tmp_path, Progress())
    failed = Failed("ParseError: no element found", "sum", "text.py", 9)
    renders._hear(WANTED, "neuron", job, failed)
    (error,) = renders.failures
    assert error.lines == ("chapter 'neuron', beat 'sum': cache: no room is left",)
