"""Two builds of the same sources are the same files, whenever and wherever made."""

import zipfile
from collections.abc import Mapping
from configparser import ConfigParser
from pathlib import Path

import numpy as np
import pytest
from pptx import Presentation
from pypdf import PdfReader

from slides.building.kinds import KINDS
from tests.slides.conftest import ROOT, Project, film

ALL = ",".join(kind.name for kind in KINDS)


def build(folder: Path, jobs: int, **environment: str) -> dict[str, bytes]:
    """Build all outputs with an empty cache; return what they hold, by name."""
    project = Project(folder)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        project.run("build", "--only", ALL, "--jobs", str(jobs))
    return contents(project.out)


def contents(out: Path) -> dict[str, bytes]:
    """Return what files hold, without the notes on when they were written."""
    return {
        file.relative_to(out).as_posix(): file.read_bytes()
        for file in sorted(out.rglob("*"))
        if file.is_file() and file.name != ".lecture.json"
    }


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> set[str]:
    """Return the names of files that only one holds, or that differ."""
    names = one.keys() | other.keys()
    return {name for name in names if one.get(name) != other.get(name)}


def test_two_builds_are_the_same_files(tmp_path: Path) -> None:
    one = build(tmp_path / "one", 1, PYTHONHASHSEED="1", TZ="UTC")
    other = build(
        tmp_path / "another place", 3, PYTHONHASHSEED="2", TZ="Asia/Tokyo", LANG="C"
    )
    assert {"lecture.mp4", "lecture.html", "lecture.pptx", "handout.pdf"} <= {*one}
    assert not differing(one, other)


def documents(project: Project) -> dict[str, bytes]:
    """Make what may bear a date, from what is recorded."""
    project.run("build", "--only", "pdf,handout,pptx", "--pptx", "stills")
    return contents(project.out)


def test_documents_bear_the_date_of_the_environment_or_none(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    none = documents(project)
    for name in ("lecture.pdf", "handout.pdf"):
        assert "/CreationDate" not in (PdfReader(project.out / name).metadata or {})
    assert (
        Presentation(str(project.out / "lecture.pptx")).core_properties.created is None
    )

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")  # 2001-09-09, 01:46:40
    dated = documents(project)
    assert differing(none, dated) == {"lecture.pdf", "handout.pdf", "lecture.pptx"}
    for name in ("lecture.pdf", "handout.pdf"):
        information = PdfReader(project.out / name).metadata
        assert information is not None
        assert information["/CreationDate"].startswith("D:20010909014640")
    about = Presentation(str(project.out / "lecture.pptx")).core_properties
    assert f"{about.created:%Y-%m-%d %H:%M}" == "2001-09-09 01:46"
    with zipfile.ZipFile(project.out / "lecture.pptx") as parts:
        assert {one.date_time[:3] for one in parts.infolist()} == {(2001, 9, 9)}

    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert not differing(none, documents(project))


def test_date_that_is_none_is_refused_before_all_else(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert project.run("build", code=2) == (
        "error: SOURCE_DATE_EPOCH: must be a whole number of seconds since 1970, at "
        "most 253402300799, not 'yesterday'; or unset it\n"
    )
    assert not project.out.exists()


def test_the_encoder_of_scenes_makes_the_same_file_each_time(tmp_path: Path) -> None:
    settings = ConfigParser()
    settings.read(ROOT / "manim.cfg")
    options = dict(settings["video_encoder.options"])
    pictures = np.full((30, 180, 320, 3), 20, np.uint8)
    for n, picture in enumerate(pictures):
        picture[60:120, 5 * n : 5 * n + 40] = (10, 100, 168)
    made = set()
    for n in range(8):
        # Other things lie in memory each time.
        _ = [bytes([n]) * 300_000 for _ in range(n)]
        made.add(Path(film(tmp_path / "a.mp4", pictures, 15, **options)).read_bytes())
    assert len(made) == 1
