"""Damage to what is kept: the command names it in a line and heals it at once."""

import os
import re
from pathlib import Path

import pytest

from tests.slides.conftest import Project

VIDEO = ("build", "alpha", "--only", "video")


def one(project: Project, pattern: str) -> Path:
    (found,) = project.folder.glob(pattern)
    return found


def flip(file: Path) -> None:
    """Flip 40 bytes as a bad disk does: length and time stay."""
    status, data = file.stat(), bytearray(file.read_bytes())
    for place in range(100, 140):
        data[place] ^= 0x55
    file.write_bytes(data)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_damaged_recording_is_drawn_anew_in_the_same_build(project: Project) -> None:
    project.run(*VIDEO)
    film = (project.out / "lecture.mp4").read_bytes()
    segment = ".cache/lecture/recordings/alpha/draft-dark/*/segments/00003.mp4"
    for spoil, why in [
        (flip, "holds other data"),
        (lambda file: os.truncate(file, file.stat().st_size - 200), "another length"),
        (Path.unlink, "is missing"),
    ]:
        spoil(one(project, segment))
        (project.out / "lecture.mp4").unlink()
        printed = project.run(*VIDEO)
        (line,) = re.findall("recording of .*", printed)
        assert line.startswith(
            "recording of 'alpha' (draft-dark) is damaged (segments/00003.mp4 "
        )
        assert why in line
        assert (project.out / "lecture.mp4").read_bytes() == film


@pytest.mark.parametrize("text", ["", '{"a": {"b": 1}}'])
def test_no_command_fails_at_damaged_notes(project: Project, text: str) -> None:
    project.run("build", "alpha", "--only", "clips")
    notes = [*project.cache.glob("*.json"), project.out / ".lecture.json"]
    notes += project.cache.glob("recordings/*/*/*/*.json")
    for file in notes:
        file.write_text(text, encoding="utf-8")
    for name in (".partial-99999999999999999999999-x", ".partial-0-x"):
        (project.out / name).touch()
    listed = project.run("list")
    assert ".cache/lecture/settings.json" in listed
    assert ".cache/lecture/sources.json" in listed
    printed = project.run("build", "alpha", "--only", "clips")
    assert "build/.lecture.json" in printed
    assert "recording of 'alpha' (draft-dark) is damaged (rendering.json " in printed
    assert project.run("build", "alpha", "--only", "clips") == "build is up to date\n"
    assert sorted(file.name for file in project.out.glob(".*")) == [".lecture.json"]


def test_doctor_reads_all_to_its_end_and_names_what_is_damaged(
    project: Project,
) -> None:
    project.run("build", "alpha", "--only", "video,clips")

    def deep(code: int) -> str:
        process = project.start("doctor", "--deep")
        printed = "".join(process.communicate(timeout=60))
        assert process.returncode == code, printed
        return printed

    assert re.search(r"^all \d+ are whole$", deep(0), re.M)
    segment = one(
        project, ".cache/lecture/recordings/alpha/draft-dark/*/segments/00001.mp4"
    )
    clip = project.out / "clips/alpha/why.mp4"
    flip(segment)
    flip(clip)
    (project.cache / "settings.json").write_text("")
    (project.cache / "recordings" / "beta").touch()
    printed = deep(1)
    for file in (
        segment, clip, project.cache / "settings.json",
        project.cache / "recordings" / "beta",
    ):  # fmt: skip
        assert f"  damaged  {file.relative_to(project.folder)} " in printed
    assert re.search(r"^4 of \d+ are damaged; the next build makes", printed, re.M)
    (project.cache / "recordings" / "beta").unlink()
    printed = project.run("build", "alpha", "--only", "video,clips")
    assert "build: 1 outputs made" in printed
    assert "damaged (segments/00001.mp4 holds other data): drawing it anew" in printed
    deep(0)
