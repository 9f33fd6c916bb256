"""The registry is where all learn of a kind of output; a new kind is known to all."""

import inspect
import json
import re
import shutil
import subprocess
from dataclasses import dataclass, fields, replace
from pathlib import Path

import pytest

from slides.building.kind import Kind
from slides.building.kinds import KINDS
from slides.building.maker import Maker
from slides.outputs.context import Context
from slides.settings.values import Lecture
from slides.settings.variants import STILL_THEMES
from tests.slides.conftest import ROOT, Project
from tests.slides.reading import soup

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGE = ("index.html", "a page to look through everything below")

# One file, ...
FILE = "slides/outputs/paper/words.py"
SOURCE = '''"""All that is said, as plain text."""

from pathlib import Path

from scenes.caching.files import write_text
from slides.outputs.context import Context


def make_words(context: Context, case: str) -> list[Path]:
    """Write what is said in all chapters."""
    says = [
        beat.say
        for rendering in context.renderings.values()
        for beat in rendering.recording.beats
    ]
    text = "\\n".join(says) + "\\n"
    target = context.out / "said" / "words.txt"
    write_text(target, text.upper() if case == "upper" else text)
    return [target]
'''
# ... and one line.
LINE = """    Kind("words", (("said/words.txt", "all words"),), films,
         lecture="paper.words:make_words", folder="said",
         link=("said/words.txt", "All that is said"),
         choice=Choice("case", ("lower", "upper"), "Letters of the words.")),
"""


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_makers_are_there_and_take_what_they_are_given(kind) -> None:
    assert kind.lecture or kind.chapter
    given = 1 + (kind.choice is not None)
    for place, chapters in ((kind.lecture, 0), (kind.chapter, 1)):
        if place:
            parameters = inspect.signature(Maker(place).function).parameters
            assert len(parameters) == given + chapters


ASKED: set[str] = set()  # names of what was read of a watched lecture


@dataclass(frozen=True)
class Watched(Lecture):
    """A lecture that notes which of its settings are read."""

    def __getattribute__(self, name: str) -> object:
        ASKED.add(name)
        return super().__getattribute__(name)


def made_by(maker: Maker, context: Context) -> tuple[list[Path], set[str]]:
    """Return what a maker makes, and the settings of the lecture that it reads."""
    names = [field.name for field in fields(Lecture)]
    lecture = Watched(*(getattr(context.lecture, name) for name in names))
    rendering = context.renderings["neuron"]
    stills = {("neuron", theme): rendering for theme in (*STILL_THEMES, "print")}
    watched = replace(context, lecture=lecture, stills=stills)
    ASKED.clear()
    made = [file.relative_to(context.out) for file in maker(watched)]
    # Which chapters there are, and in which order, every maker is told.
    return made, (ASKED & {*names}) - {"chapters"}


@pytest.mark.parametrize(
    ("kind", "place", "given"),
    [
        pytest.param(kind, place, given, id=place)
        for kind in KINDS
        for place, given in ((kind.lecture, ()), (kind.chapter, ("neuron",)))
        if place and kind.name != "gallery"  # of no lecture, and long to draw
    ],
)
def test_maker_keeps_to_the_settings_and_the_folder_of_its_kind(
    kind: Kind, place: str, given: tuple[str, ...], context: Context
) -> None:
    made, asked = made_by(Maker(place, (*given, *kind.chosen({}))), context)
    assert asked == {*kind.says}
    assert made
    folders = {file.parts[0] for file in made if len(file.parts) > 1}
    assert folders <= {kind.folder}  # which is cleaned


def test_page_reads_no_other_setting_than_its_digest_holds(context: Context) -> None:
    maker = Maker("pages.index:make_page", ("lecture.html",))
    assert made_by(maker, context)[1] == {
        "title", "author", "language", "left_out", "voice",
    }  # fmt: skip


def test_table_of_the_readme_is_that_of_the_registry() -> None:
    section = README.split("### What comes out")[1].split("\n#")[0]
    rows = re.findall(r"^\| `(.+?)` \| (.+) \|$", section, re.M)
    told = [row for row in rows if row[0] != "in `build/"]
    assert told == [PAGE, *(file for kind in KINDS for file in kind.files)]


def test_files_lie_in_the_folder_of_their_kind() -> None:
    for kind in KINDS:
        for file, _ in kind.files:
            top = file.rpartition("/")[0].partition("/")[0]
            assert top in ("", kind.folder)


@pytest.fixture
def with_words(project: Project) -> Project:
    """Give the miniature project with a kind of output of its own."""
    shutil.copytree(ROOT / "slides", project.folder / "slides")
    (project.folder / FILE).write_text(SOURCE)
    project.edit("slides/building/kinds.py", "KINDS = (\n", f"KINDS = (\n{LINE}")
    return project


def test_new_kind_is_known_to_all(with_words: Project) -> None:
    project = with_words
    helped = project.start("build", "--help").communicate(timeout=60)[0]
    assert re.search(r"--only [^\n]*\bwords\b", helped)
    assert re.search(r"--words lower\|upper\s+Letters of the words", helped)
    only = ("build", "alpha", "--only", "words,clips")
    project.run(*only)
    words = project.out / "said" / "words.txt"
    assert "Why is that so?\n" in words.read_text()
    made = json.loads((project.out / ".lecture.json").read_text())["value"]
    assert [*made["words"]["files"]] == ["said/words.txt"]
    page = soup(project.out / "index.html")
    assert page.select_one("a[href='said/words.txt']").text == "All that is said"
    assert project.run(*only) == "build is up to date\n"
    project.run(*only, "--words", "upper")
    assert "WHY IS THAT SO?\n" in words.read_text()
    project.edit(FILE, ".upper()", ".title()")
    explained = project.run(*only, "--words", "upper", "--explain")
    assert explained.startswith("words: made because what it is made from changed\n")
    assert "clips" not in explained
    assert "Why Is That So?\n" in words.read_text()


def abandoned(folder: Path) -> Path:
    """Return what a killed process left in a folder."""
    with subprocess.Popen(["true"]) as dead:
        dead.wait()
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f".partial-{dead.pid}-ab-x"
    file.touch()
    return file


def test_unfinished_files_of_every_kind_are_cleaned(project: Project) -> None:
    folders = ["", *(kind.folder for kind in KINDS), "qt/alpha", "clips/alpha"]
    left = [abandoned(project.out / name) for name in folders]
    project.run("build", "alpha", "--only", "clips")
    assert not [file for file in left if file.exists()]
    assert (project.out / "clips/alpha/why.mp4").is_file()


def test_a_process_reads_a_recording_once_a_build(project: Project) -> None:
    project.run("build", "--only", "clips")
    shutil.rmtree(project.out)
    counter = project.folder / "sitecustomize.py"
    counter.write_text(
        "import os\n"
        "from scenes.caching import checked\n"
        "read = checked.read_regular\n"
        "def counted(file):\n"
        "    if file.name == 'recording.json':\n"
        "        with open(PLACE, 'a') as log: print(os.getpid(), file, file=log)\n"
        "    return read(file)\n"
        "checked.read_regular = counted\n"
        f"PLACE = {str(project.folder / 'counted')!r}\n"
    )
    project.run("build", "--only", "clips,video,deck", "--jobs", "1")
    times = (project.folder / "counted").read_text().splitlines()
    assert len(times) == len({*times}) == 4  # of two chapters, here and in a worker
