"""What fails is named with its reason; all else is made, and offered by the page."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from slides.building.kinds import KINDS
from tests.slides.conftest import ROOT, Project
from tests.slides.reading import soup

FILES = {  # one that each output of chapter alpha alone consists of
    "deck": "lecture.html",
    "pptx": "lecture.pptx",
    "pdf": "lecture.pdf",
    "handout": "handout.pdf",
    "video": "lecture.mp4",
    "video alpha": "videos/01-alpha.mp4",
    "clips alpha": "clips/alpha/first.mp4",
    "stills alpha": "stills/alpha/why-dark.svg",
    "gallery": "gallery/index.html",
    "qt alpha": "qt/alpha.json",
}
ERRORS = ("MemoryError()", "ValueError('a\\nlong tale')", "Panic('it is broken')")
# Lets the maker of each output fail in turn, with an output folder of its own. All is
# made in one process, since one load of all libraries is enough.
TRIALS = """
import json, sys
from pathlib import Path
from slides.base.errors import LectureError
from slides.building import work
from slides.building.build import build
from slides.building.kinds import KINDS
from slides.building.maker import Maker
from slides.building.plan import Plan
from slides.engine.progress import Progress
from tests.fuzz.forked import Here

class Panic(BaseException):
    "What a library written in Rust raises."

work.Pool = Here
make = Maker.__call__
for name, place, error in json.loads(sys.argv[1]):
    def broken(self, context):
        if self.place == place:
            raise eval(error)
        return make(self, context)
    Maker.__call__ = broken
    kinds = tuple(kind.name for kind in KINDS)
    config, out = Path("lecture.toml"), Path("out", name)
    plan = Plan(("alpha",), kinds=kinds, config=config, out=out)
    try:
        build(plan, Progress())
    except LectureError as failed:
        Path("out", name, "told.json").write_text(json.dumps(failed.lines))
"""


def places() -> dict[str, str]:
    """Return the maker of each output of chapter alpha."""
    found = {}
    for kind in KINDS:
        if kind.lecture:
            found[kind.name] = kind.lecture
        if kind.chapter:
            found[f"{kind.name} alpha"] = kind.chapter
    return found


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder that holds, for each output, what is made when it fails."""
    project = Project(tmp_path_factory.mktemp("trials") / "project")
    asked = [
        (name, place, ERRORS[n % len(ERRORS)])
        for n, (name, place) in enumerate(places().items())
    ]
    subprocess.run(
        [sys.executable, "-P", "-c", TRIALS, json.dumps(asked)],
        cwd=project.folder,
        env={**os.environ, "PYTHONPATH": f"{project.folder}{os.pathsep}{ROOT}"},
        check=True, timeout=200,
    )  # fmt: skip
    return project.folder / "out"


def test_every_output_is_tried() -> None:
    assert places().keys() == FILES.keys()


@pytest.mark.parametrize("failing", FILES)
def test_all_others_and_the_page_are_made(trials: Path, failing: str) -> None:
    out = trials / failing
    there = {name for name in FILES if (out / FILES[name]).exists()}
    assert there == FILES.keys() - {failing}
    (told,) = json.loads((out / "told.json").read_text())
    assert told.startswith(f"{failing}: not made: ")
    assert "\n" not in told
    assert any(
        why in told
        for why in ("not enough memory", "ValueError: a long tale", "Panic: it is")
    )


@pytest.mark.parametrize("failing", FILES)
def test_page_leads_only_to_what_is_there(trials: Path, failing: str) -> None:
    out = trials / failing
    page = soup(out / "index.html")
    links = {
        str(element[name]).partition("#")[0]
        for name in ("href", "src", "poster")
        for element in page.select(f"[{name}]")
        if not str(element[name]).startswith(("#", "data:"))
    }
    assert links
    assert not [link for link in links if not (out / link).is_file()]
    usual = {kind.name for kind in KINDS if kind.usual}
    for name in FILES.keys() - {failing}:
        if name.split()[0] in usual:
            assert FILES[name] in links


def test_beat_at_which_it_failed_is_named(project: Project) -> None:
    project.run("build", "alpha", "--only", "video")  # so there is a page
    sound = project.run("build", "alpha", "--only", "pptx", "--pptx", "stills")
    assert "made" in sound
    project.edit("lecture.toml", "A small", "A broken")
    (project.folder / "sitecustomize.py").write_text(
        "import slides.outputs.office.powerpoint as made\n"
        "made.CONTENTS['stills'] = lambda *_: 1 / 0\n",
        encoding="utf-8",
    )
    before = (project.out / "lecture.pptx").read_bytes()
    printed = project.run(
        "build", "alpha", "--only", "pptx", "--pptx", "stills", code=1
    )
    told = printed.splitlines()[-1]
    assert told.startswith("error: pptx: not made: chapter 'alpha', beat 'first': ")
    assert "ZeroDivisionError: division by zero" in told
    assert told.endswith("build/lecture.pptx there is of an earlier build")
    assert (project.out / "lecture.pptx").read_bytes() == before
    assert "lecture.pptx" not in (project.out / "index.html").read_text()


def test_chapter_that_cannot_be_filmed_keeps_its_stills_and_all_others(
    project: Project,
) -> None:
    project.run("build")
    project.edit("scenes/alpha/scene.py", '"why_question"', '1 / 0 or "why"')
    printed = project.run("build", code=1)
    assert "chapter 'alpha', beat 'first': ZeroDivisionError" in printed
    assert printed.splitlines()[-1] == (
        "error: not made without what failed: deck, pptx, pdf, handout, video, "
        "video alpha, clips alpha; what is there of them is of an earlier build"
    )
    page = (project.out / "index.html").read_text(encoding="utf-8")
    assert "videos/02-beta.mp4" in page
    for stale in ("lecture.mp4", "lecture.html", "handout.pdf", "01-alpha"):
        assert stale not in page


def test_nothing_that_is_current_leaves_a_page_of_nothing(project: Project) -> None:
    project.run("build", "alpha", "--only", "clips")
    assert "clips/alpha" in (project.out / "index.html").read_text()
    project.edit("scenes/alpha/scene.py", '"why_question"', '1 / 0 or "why"')
    project.run("build", "alpha", "--only", "clips", code=1)
    assert "clips/alpha" not in (project.out / "index.html").read_text()


def test_what_failed_is_tried_again(project: Project) -> None:
    custom = project.folder / "sitecustomize.py"
    custom.write_text(
        "import slides.outputs.film.clips as made\nmade.write_bytes = None\n",
        encoding="utf-8",
    )
    for _ in range(2):
        printed = project.run("build", "alpha", "--only", "clips", code=1)
        assert "clips alpha: not made: chapter 'alpha', beat 'first'" in printed
    custom.unlink()
    assert "2 outputs made" in project.run("build", "alpha", "--only", "clips")
    assert "up to date" in project.run("build", "alpha", "--only", "clips")
