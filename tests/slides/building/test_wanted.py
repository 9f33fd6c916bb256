"""What is made of what is asked for: something, always, or it is said why not."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from slides.building.chosen import Chosen
from slides.building.kinds import KINDS
from slides.building.plan import Plan
from slides.engine.targets import targets_of
from slides.settings.lecture import read
from tests.slides.commands.test_place import as_anybody
from tests.slides.conftest import ROOT, Project


@pytest.mark.parametrize("chapters", [(), ("backpropagation",)])
@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_kind_that_is_named_is_made(
    tmp_path: Path, kind: str, chapters: tuple[str, ...]
) -> None:
    lecture = read()
    assert lecture.stills == ("ai_ml_dl/map",)  # and none of backpropagation
    plan = Plan(chapters=chapters, kinds=(kind,), out=tmp_path)
    films = targets_of(lecture, plan.chosen(lecture), plan.variant)
    chosen = Chosen(plan, lecture, films)
    assert kind in {one.kind for one in chosen.todo()}


@pytest.fixture
def listing(project: Project) -> Project:
    """Give a project whose settings list one still of the first chapter."""
    project.edit("lecture.toml", "[alpha]", 'stills = ["alpha/first"]\n\n[alpha]')
    return project


def stills(project: Project) -> set[str]:
    """Return the beats of which there are stills."""
    folder = project.out / "stills"
    return {
        f"{file.parent.name}/{file.stem}" for file in folder.glob("*/*.txt")
    }  # the words lie beside the pictures


def test_a_chapter_without_listed_stills_gives_all_of_them(listing: Project) -> None:
    beta = {"beta/first", "beta/why_question", "beta/why"}
    listing.run("build", "beta", "--only", "stills")
    assert stills(listing) == beta
    # The whole lecture has those that are listed, and keeps what somebody asked for...
    listing.run("build", "--only", "stills")
    assert stills(listing) == {"alpha/first", *beta}
    # ... until it is no longer what would be made.
    listing.edit("scenes/beta/words.py", "Why", "Wherefore")
    listing.run("build", "--only", "stills")
    assert stills(listing) == {"alpha/first"}


def test_a_chapter_with_listed_stills_gives_those(listing: Project) -> None:
    listing.run("build", "alpha", "--only", "stills")
    assert stills(listing) == {"alpha/first"}


def refused(project: Project, *arguments: str) -> str:
    """Build in vain; return why, after seeing that nothing was drawn for it."""
    printed = project.run("build", "alpha", *arguments, code=1)
    assert "rendered" not in printed
    assert not (project.cache / "recordings").exists()
    assert printed.count("\n") == 1
    return printed


def test_what_is_in_the_way_is_named_before_anything_is_drawn(project: Project) -> None:
    project.out.write_text("a file")
    assert "'build' is a file" in project.run("build", "alpha", code=2)
    assert "error: build: is no folder" in refused(project, "--out", "build/in/it")
    project.out.unlink()
    project.out.symlink_to("nowhere")
    assert "error: build: is no folder" in refused(project)
    project.out.unlink()
    (project.out / "lecture.pdf" / "mine").mkdir(parents=True)
    (project.out / "clips").write_text("a file")
    assert "build/lecture.pdf: is a folder" in refused(project, "--only", "pdf")
    assert "build/clips: is no folder" in refused(project, "--only", "clips")
    (project.out / "clips").unlink()
    (project.out / "clips").mkdir()
    (project.out / "clips/alpha").touch()
    assert "build/clips/alpha: is no folder" in refused(project, "--only", "clips")
    assert not list(project.out.glob(".*"))


@pytest.fixture
def locked(project: Project) -> Iterator[Path]:
    """Give a folder into which nobody may write, but for those who always may."""
    folder = project.folder / "locked"
    folder.mkdir(mode=0o500)
    yield folder
    folder.chmod(0o700)


@pytest.mark.parametrize(
    "command",
    [
        ["build", "alpha", "--out", "locked"],
        ["build", "alpha", "--out", "locked/in/it"],
        ["embed", "locked", "--format", "html", "--clip", "alpha/first"],
    ],
)
def test_a_locked_folder_is_named_before_anything_is_drawn(
    project: Project, locked: Path, command: list[str]
) -> None:
    path = os.pathsep.join([str(project.folder), str(ROOT)])
    ended = subprocess.run(
        [*as_anybody(), sys.executable, "-P", "-m", "slides", *command,
         "--config", "lecture.toml"],
        cwd=project.folder, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    assert ended.returncode == 1
    assert ended.stderr.startswith("error: locked: you may not")
    assert ended.stderr.count("\n") == 1
    assert not (project.cache / "recordings").exists()


def test_who_asks_for_the_handout_alone_waits_for_no_film(project: Project) -> None:
    project.run("build", "alpha", "--only", "handout")
    assert (project.out / "handout.pdf").is_file()
    assert not [*project.cache.glob("recordings/*/draft-*")]
    assert not (project.out / "index.html").exists()
    # Once there are films, the page that shows them keeps up.
    project.run("build", "alpha", "--only", "video")
    project.run("build", "alpha", "--only", "handout", "--handout", "3")
    page = (project.out / "index.html").read_text(encoding="utf-8")
    assert "handout.pdf" in page


def test_outputs_may_be_named_one_by_one(project: Project) -> None:
    project.run("build", "alpha", "--only", "clips", "--only", "video")
    assert (project.out / "clips").is_dir()
    assert (project.out / "lecture.mp4").is_file()


def test_each_output_has_no_other_pictures_drawn_than_it_shows(
    project: Project,
) -> None:
    def drawn() -> set[str]:
        """Return the endings of what was drawn in print colours, by its folder."""
        found = project.cache.glob("recordings/alpha/*-print/*/*.*g")
        return {f"{file.parent.parent.name}{file.suffix}" for file in found}

    project.run("build", "alpha", "--only", "pdf,video,clips")
    assert not drawn()
    project.run("build", "alpha", "--only", "handout")
    assert drawn() == {"drawing-print.svg"}
    stills = ("--only", "pptx,handout", "--pptx", "stills", "--theme", "print")
    project.run("build", "alpha", *stills)
    assert drawn() == {"drawing-print.svg", "still-print.png", "still-print.svg"}
