"""The key changes with everything the pictures depend on, and with nothing else."""

import subprocess
import sys
from importlib import import_module
from importlib.metadata import version

import pytest

from scenes.caching import sources
from scenes.caching.facts import imported
from scenes.caching.sources import modules
from slides.engine import fingerprint
from slides.engine.fingerprint import changes, ingredients, key
from slides.engine.versions import library, versions
from slides.settings.lecture import read
from slides.settings.project import known_chapters
from slides.settings.variants import Variant
from tests.slides.conftest import ROOT, Project


@pytest.fixture
def miniature(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Let the miniature project stand where ours does."""
    folders = {name: project.folder / name for name in ("nnsim", "scenes")}
    find = {**folders, "slides": ROOT / "slides"}.get
    monkeypatch.setattr(sources, "package_folder", find)
    return project


CHAPTERS = known_chapters()


def key_now(settings: dict[str, object] | None = None, **variant: str) -> str:
    return key(ingredients("alpha", settings or {"seed": 1}, Variant(**variant)))


@pytest.mark.parametrize(
    "name",
    [
        "scenes/alpha/scene.py", "scenes/alpha/words.py", "scenes/lesson/lesson.py",
        "scenes/frame/theme.py", "scenes/__init__.py",
        "nnsim/experiments/alpha/experiment.py", "nnsim/helper.py", "nnsim/__init__.py",
    ],
)  # fmt: skip
def test_key_changes_with_each_source(miniature: Project, name: str) -> None:
    before = ingredients("alpha", {}, Variant())
    miniature.edit(name, '."""', '. """')
    after = ingredients("alpha", {}, Variant())
    assert key(before) != key(after)
    assert changes(before, after) == [f"{name} changed"]


@pytest.mark.parametrize(
    "name",
    [
        "scenes/beta/scene.py",
        "scenes/beta/words.py",
        "nnsim/experiments/beta/experiment.py",
        "lecture.toml",
        "README.md",
    ],
)
def test_key_stays_when_others_change(miniature: Project, name: str) -> None:
    before = key_now()
    miniature.edit(name, "a", "a ")
    assert key_now() == before


def test_key_changes_with_data_that_the_sources_name(miniature: Project) -> None:
    before = ingredients("alpha", {}, Variant())
    miniature.edit("nnsim/seeds.csv", "2", "3")
    edited = ingredients("alpha", {}, Variant())
    assert changes(before, edited) == ["nnsim/seeds.csv changed"]
    (miniature.folder / "nnsim" / "table.csv").write_text("1,2\n")
    miniature.edit("nnsim/helper.py", "seeds.csv", "table.csv")
    after = ingredients("alpha", {}, Variant())
    new, gone = "nnsim/table.csv is new", "nnsim/seeds.csv is no longer used"
    assert {new, gone} <= {*changes(edited, after)}


def test_data_that_is_missing_is_an_error(miniature: Project) -> None:
    (miniature.folder / "nnsim" / "seeds.csv").unlink()
    with pytest.raises(FileNotFoundError, match=r"helper\.py names it.*seeds\.csv"):
        ingredients("alpha", {}, Variant())


@pytest.mark.parametrize(
    "name",
    [
        "nnsim/table.csv", "nnsim/datasets/table.csv", "nnsim/notes.txt",
        "scenes/notes.txt", "scenes/alpha/notes.txt", "notes.txt",
    ],
)  # fmt: skip
def test_key_stays_when_a_file_that_nobody_names_appears(
    miniature: Project, name: str
) -> None:
    before = key_now()
    (miniature.folder / name).write_text("1,2\n")
    assert key_now() == before


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_recordings_are_made_from_no_check(chapter: str) -> None:
    files = ingredients(chapter, {}, Variant())["file"]
    chapters_own = (f"scenes/{chapter}/scene.py", f"scenes/{chapter}/words.py")
    assert {*chapters_own, "scenes/lesson/lesson.py"} <= files.keys()
    assert "slides/engine/scene_job.py" in files
    assert "nnsim/datasets/SOURCES.md" not in files or chapter == "summary"
    assert not [file for file in files if file.startswith("scenes/checks")]


def test_versions_are_those_that_the_libraries_tell() -> None:
    cairo, pango = import_module("cairo"), import_module("manimpango")
    found = versions()
    assert found["cairo"] == cairo.cairo_version_string()
    assert found["pango"] == pango.pango_version()
    assert int(found["fontconfig"]) > 20_000
    assert "x264" in found["x264"] or found["x264"] == "unknown"


@pytest.mark.parametrize("name", ["cairo", "pango", "fontconfig", "x264", "av"])
@pytest.mark.usefixtures("miniature")
def test_key_changes_with_each_library(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = ingredients("alpha", {}, Variant())
    newer = {**versions(), name: "99"}
    monkeypatch.setattr(fingerprint, "versions", lambda: newer)
    assert changes(before, ingredients("alpha", {}, Variant())) == [
        f"{name} {versions()[name]} -> 99"
    ]


def test_library_that_is_elsewhere_stops_nobody() -> None:
    assert library("no-such-library.so", "no-such-library.dylib", str) == "unknown"


@pytest.mark.usefixtures("miniature")
def test_key_changes_with_settings_and_variant() -> None:
    keys = {
        key_now(), key_now({"seed": 4}), key_now(theme="light"),
        key_now(quality="720p30"),
    }  # fmt: skip
    assert len(keys) == 4


@pytest.mark.usefixtures("miniature")
def test_setting_of_a_quoted_chapter_is_named_alone() -> None:
    before, after = (
        ingredients("alpha", {"seed": 1, "beta": {"rate": r, "n": 3}}, Variant())
        for r in (0.5, 0.1)
    )
    assert changes(before, after) == ["setting alpha.beta.rate changed from 0.5 to 0.1"]


def test_chapters_that_quote_one_are_stale_with_its_settings() -> None:
    before, after = read(), read(overrides=["backpropagation.b2=[0.5]"])
    found = {
        chapter: changes(
            ingredients(chapter, before.settings[chapter], Variant()),
            ingredients(chapter, after.settings[chapter], Variant()),
        )
        for chapter in before.chapters
    }
    line = "b2 changed from [-1.3] to [0.5]"
    assert {chapter: lines for chapter, lines in found.items() if lines} == {
        "backpropagation": [f"setting backpropagation.{line}"],
        "gradient_descent": [f"setting gradient_descent.backpropagation.{line}"],
        "summary": [f"setting summary.backpropagation.{line}"],
    }


@pytest.mark.usefixtures("miniature")
def test_key_changes_with_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    before = ingredients("alpha", {"seed": 1}, Variant())
    newer = {**fingerprint.versions(), "manim": "9.9"}
    monkeypatch.setattr(fingerprint, "versions", lambda: newer)
    after = ingredients("alpha", {"seed": 4}, Variant())
    manim = version("manim")
    assert changes(before, after) == [
        "setting alpha.seed changed from 1 to 4",
        f"manim {manim} -> 9.9",
    ]


def test_key_changes_with_manim_cfg(
    miniature: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = key_now()
    (miniature.folder / "manim.cfg").write_text("[CLI]\n")
    monkeypatch.setattr(fingerprint, "ROOT", miniature.folder)
    assert key_now() != before


def really_imported(names: str) -> set[str]:
    """Return the project's modules that Python loads with these."""
    code = f"import sys, {names}; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True)
    return {m for m in loaded.split() if m.split(".")[0] in ("nnsim", "scenes")}


@pytest.mark.parametrize(
    "module", ["nnsim.experiments.neuron", "nnsim.experiments.backpropagation"]
)
def test_walk_finds_what_python_imports(module: str) -> None:
    assert set(modules([module])) == really_imported(module)


@pytest.mark.slow
@pytest.mark.parametrize("chapter", ["neuron", "backpropagation"])
def test_walk_finds_what_python_imports_for_scenes(chapter: str) -> None:
    parts = [f"scenes.{chapter}.scene", f"scenes.{chapter}.words"]
    walked = set(modules(parts))
    assert really_imported(", ".join(parts)) <= walked
    assert all(name.split(".")[0] in ("nnsim", "scenes") for name in walked)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import nnsim.errors", {"nnsim.errors"}),
        ("from . import lookup", {"scenes", "scenes.lookup"}),
        ("from .parts import dna", {"scenes.parts", "scenes.parts.dna"}),
        ("def f():\n  from scenes.x import y", {"scenes.x", "scenes.x.y"}),
    ],
)
def test_imports_are_read(source: str, found: set[str]) -> None:
    assert imported(source, "scenes") == found
