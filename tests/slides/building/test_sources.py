"""What outputs are made from: an edit remakes what it can change, and nothing else."""

from collections.abc import Callable, Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from scenes.caching import sources
from scenes.caching.facts import imported
from slides.building.outputs import MAKERS, outputs, page
from slides.engine.targets import targets_of
from slides.engine.versions import DISTRIBUTIONS
from slides.settings.values import Lecture
from slides.settings.variants import Variant
from tests.slides.conftest import ROOT, Project, add_line

LECTURE = Lecture("A lecture", "Me", "en", ("alpha", "beta"), {"alpha": {}, "beta": {}})
Digests = dict[str, str]


def digests() -> Digests:
    """Return what tells whether each output is current."""
    targets = targets_of(LECTURE, LECTURE.chapters, Variant())
    every = outputs(LECTURE, targets, {})
    return {one.name: one.digest for one in [*every, page(LECTURE, targets, every, {})]}


def remade(house: Project, edit: Callable[[Path], object]) -> set[str]:
    """Return the outputs that are made again after an edit."""
    before = digests()
    edit(house.folder)
    return {name for name, digest in digests().items() if digest != before[name]}


CHAPTERS = ("alpha", "beta")
CLIPS = {f"clips {chapter}" for chapter in CHAPTERS}
VIDEOS = {"video", *(f"video {chapter}" for chapter in CHAPTERS)}
QT = {f"qt {chapter}" for chapter in CHAPTERS}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("slides/commands/doctor.py", set()),
        ("slides/embed/figure.py", set()),
        ("slides/engine/pool.py", set()),
        ("slides/engine/progress.py", set()),
        ("slides/templates/embed/lecture.css", set()),
        ("slides/templates/deck/deck.css", {"deck"}),
        ("slides/templates/deck/speaker_link.js", {"deck"}),
        ("slides/templates/paper/handout.typ", {"handout"}),
        ("slides/templates/paper/common.typ", {"handout", "pdf"}),
        ("slides/templates/pages/index.html", {"page"}),
        ("slides/templates/pages/gallery.html", {"gallery"}),
        ("slides/outputs/deck/deck.py", {"deck"}),
        ("slides/outputs/film/clips.py", CLIPS),
        ("slides/outputs/film/video.py", {*VIDEOS, "page"}),
        ("slides/outputs/deck/qt.py", QT),
        ("slides/outputs/office/master.py", {"pptx"}),
        ("nnsim/datasets/SOURCES.md", {"handout"}),
        ("nnsim/datasets/credits.py", {"handout"}),
        ("scenes/checks/layout.py", set()),
        ("scenes/gallery/mark.py", {"gallery"}),
    ],
)
def test_edit_remakes_what_it_can_change(
    house: Project, name: str, expected: set[str]
) -> None:
    assert remade(house, add_line(name, "\n")) == expected


@pytest.mark.parametrize(
    "name",
    [
        "nnsim/datasets/table.csv", "scenes/notes.txt", "slides/notes.txt",
        "slides/outputs/deck/notes.txt", "slides/templates/deck/notes.txt",
        "slides/outputs/stray.py", "notes.txt",
    ],
)  # fmt: skip
def test_file_that_nobody_names_remakes_nothing(house: Project, name: str) -> None:
    assert remade(house, lambda folder: (folder / name).write_text("1,2\n")) == set()


@pytest.mark.parametrize("name", ["scene", "words"])
def test_chapter_remakes_all_that_shows_it(house: Project, name: str) -> None:
    found = remade(house, add_line(f"scenes/alpha/{name}.py", "\n"))
    assert found == {*digests()} - {
        "gallery", "video beta", "clips beta", "qt beta", "stills beta",
    }  # fmt: skip


def test_template_that_is_missing_is_an_error(house: Project) -> None:
    (house.folder / "slides/templates/deck/deck.css").unlink()
    with pytest.raises(FileNotFoundError, match=r"deck\.py names it.*deck\.css"):
        digests()


def test_template_is_named_by_a_literal(house: Project) -> None:
    edit = add_line("slides/outputs/deck/deck.py", "\nX = Template(f'deck/{KEY}.js')\n")
    with pytest.raises(ValueError, match=r"deck\.py: line \d+: name the template by"):
        remade(house, edit)


def test_every_template_is_named_by_somebody() -> None:
    files = sources.made_from(
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for file in ROOT.glob("slides/**/*.py")
    )
    there = {f for f in ROOT.glob("slides/templates/*/*") if f.is_file()}
    assert there <= files.keys()


def test_only_a_rehearsal_loads_checks() -> None:
    found = {
        file.relative_to(ROOT).as_posix()
        for package in ("scenes", "slides")
        for file in (ROOT / package).rglob("*.py")
        if "scenes.checks" in file.read_text(encoding="utf-8")
    }
    checks = {name for name in found if name.startswith("scenes/checks/")}
    # Two tell, while a chapter is watched, what is seen and what is wrong; the last
    # looks at the words of settings.
    assert found - checks == {
        "scenes/caching/sources.py", "scenes/lesson/rehearsal.py",
        "scenes/lesson/origins.py", "slides/playing/facts.py",
        "slides/settings/own_words.py",
    }  # fmt: skip


def others_code(folders: Iterable[str]) -> set[str]:
    """Return the distributions that modules in these folders import."""
    files = [file for name in folders for file in (ROOT / name).rglob("*.py")]
    names = {n.split(".")[0] for f in files for n in imported(f.read_bytes(), "")}
    owners = packages_distributions()
    return {owner.lower() for name in names for owner in owners.get(name, ())[:1]}


# Ours; and those that find or guard files, and change nothing in them.
OURS = {"deep-learning-for-biologists", "platformdirs", "msgspec", "filelock"}


def test_versions_of_all_that_draws_belong_to_a_recording() -> None:
    drawing = others_code(["nnsim", "scenes"]) - OURS
    assert drawing <= {*DISTRIBUTIONS}


def test_versions_of_all_that_makes_outputs_belong_to_them() -> None:
    making = others_code(["slides/outputs", "slides/footage", "slides/base"]) - OURS
    assert making <= {*DISTRIBUTIONS, *MAKERS}
