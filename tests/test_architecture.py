"""The rooms of the house: who may import whom, and what no file may hold."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import find_program

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("nnsim", "scenes", "slides")
TOP_LEVEL = {
    *PACKAGES,
    ".ci", ".github", ".gitignore", ".pre-commit-config.yaml", "CHANGELOG.md",
    "CITATION.cff", "LICENSE", "Makefile", "README.md", "benchmarks",
    "constraints.txt", "manim.cfg", "pyproject.toml", "tests",
}  # fmt: skip
CHAPTERS = tomllib.loads((ROOT / "slides/lecture.toml").read_text("utf-8"))["chapters"]
MAX_BYTES = 400_000
MAX_LINES = 250  # of a module in a package
# A chapter is one storyboard of twelve beats, until its acts are files of their own.
MAX_CHAPTER_LINES = 600
MAX_WORDS_LINES = 480  # of what a chapter says, whatever its result shows

MAX_FILES = 16  # Python files in a folder
CROWDED = ("scenes/components", "scenes/gallery")  # one kind of mark a file

# Of the scenes, what loads without manim.
LIGHT = (
    "scenes.caching",
    "scenes.checks.open_words",
    "scenes.lookup",
    "scenes.record",
    "scenes.renamed",
    "scenes.spelling",
    "scenes.words",
)

# The rooms of each package, highest floor first: a module may import its own room and
# those below. A room named ``*`` stands for all chapters.
FLOORS = {
    "nnsim": (
        "experiments", "problems", "classical", "views", "training", "network",
        "datasets", "computing", "bounds", "estimates", "claims", "chance",
        "spread", "magnitudes", "arrays", "texts", "errors",
    ),
    "scenes": (
        "*", "gallery", "drawings", "lesson", "camera", "patches", "checks",
        "components", "frame", "caching", "words", "lookup", "spelling",
        "record", "renamed",
    ),
    "slides": (
        "__main__", "commands", "watching", "playing", "serving", "embed", "building",
        "outputs.deck", "outputs.office", "outputs.paper", "outputs.pages",
        "outputs.film", "outputs", "footage", "engine", "takes", "settings", "speech",
        "base",
    ),
}  # fmt: skip

# Words no tracked file may hold, put together here so that this file holds none.
UNFINISHED = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME"]) + r")\b")
MACHINE_PATH = re.compile(
    r"(?<![\w.~])/(?:" + "|".join(["ho" + "me", "ro" + "ot", "wo" + "rk", "Us" + "ers"])
    + r")/\w"
    r"|\b[A-Z]:\\\\?" + "Us" + "ers"
)  # fmt: skip
REGISTRY = re.compile(
    "|".join(
        re.escape(".".join(host))
        for host in [
            ("pypi", "org"), ("pythonhosted", "org"), ("deb", "debian", "org"),
            ("npmjs", "org"),
        ]
    )
    + r"|--(?:extra-)?index-" + "url"
)  # fmt: skip


class Import(NamedTuple):
    """One imported module, and whether it is imported only when a function runs."""

    module: str
    inside_function: bool


def imports(source: str, package: str = "") -> Iterator[Import]:
    """Yield what `source`, a module of `package`, imports; relative names resolved."""
    yield from _imports(ast.parse(source), package, inside_function=False)


def _imports(node: ast.AST, package: str, *, inside_function: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Import(names=names):
                for alias in names:
                    yield Import(alias.name, inside_function)
            case ast.ImportFrom(module=module, names=names, level=level):
                parts = package.split(".")[: package.count(".") + 2 - level]
                base = ".".join(
                    [*(parts if level else []), *([module] if module else [])]
                )
                for alias in names:
                    yield Import(f"{base}.{alias.name}", inside_function)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                yield from _imports(child, package, inside_function=True)
            case _:
                yield from _imports(child, package, inside_function=inside_function)


def is_within(module: str, *roots: str) -> bool:
    """Tell whether `module` is one of `roots` or lies inside one."""
    return any(module == root or module.startswith(f"{root}.") for root in roots)


def may_import(path: Path, imported: Import) -> bool:
    """Tell whether the module at `path`, relative to the root, may import this."""
    module, inside_function = imported
    match path.parts[0]:
        case "nnsim":
            top = module.split(".")[0]
            if top == "sklearn":
                return path.parts[1] == "classical"
            if top == "openpyxl":
                return path.parts[1:3] == ("datasets", "own") and inside_function
            return top in {"nnsim", "numpy"} or top in sys.stdlib_module_names
        case "scenes":
            return not is_within(module, "slides", "sklearn")
        case "slides":
            # A worker imports scenes when it renders, so that a build with nothing to
            # do never waits for manim. What a rendering records and says is plain data.
            is_heavy = is_within(module, "scenes", "manim", "manim_slides")
            return not is_heavy or inside_function or is_within(module, *LIGHT)
    return True


def floor(module: str) -> int | None:
    """Return on which floor of its package a module lies; None if on none.

    The packages themselves hold nothing: importing one is like importing nothing.
    """
    package, _, name = module.partition(".")
    floors = FLOORS[package]
    found = [room for room in floors if is_within(name, room)]
    if found:
        return floors.index(max(found, key=len))
    return floors.index("*") if "*" in floors and chapter_of(module) else None


def chapter_of(module: str) -> str:
    """Return the chapter that a module belongs to; "" if to none."""
    match module.split("."):
        case ["nnsim", "experiments", name, *_] | ["scenes", name, *_]:
            return name if name in CHAPTERS else ""
    return ""


def goes_up(module: str, imported: str) -> bool:
    """Tell whether a module imports from a floor above its own."""
    if module.partition(".")[0] != imported.partition(".")[0]:
        return False
    here, there = floor(module), floor(imported)
    return here is not None and there is not None and there < here


def is_private(module: str, imported: str) -> bool:
    """Tell whether a module imports what belongs to another chapter alone."""
    owner = chapter_of(imported)
    return bool(owner) and chapter_of(module) not in (owner, "summary")


def calls(source: str, function: str) -> list[int]:
    """Return the lines that call `function` by its bare name."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == function
    ]


def modules(root: Path = ROOT) -> list[Path]:
    """Return the modules of the three packages, relative to `root`."""
    return sorted(
        path.relative_to(root)
        for package in PACKAGES
        for path in (root / package).rglob("*.py")
    )


def tracked(root: Path = ROOT) -> list[Path]:
    """Return the files under version control that exist, relative to `root`.

    In an unpacked archive, or where git is not installed: those that could be.
    """
    names = _listed(root) or _left_in(root)
    return [Path(name) for name in names if (root / name).is_file()]


def _listed(root: Path) -> list[str]:
    """Return what git lists; nothing without git or a repository."""
    if not (root / ".git").exists() or shutil.which("git") is None:
        return []
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True
    ).stdout
    return [os.fsdecode(name) for name in listing.split(b"\0") if name]


def _left_in(root: Path) -> list[str]:
    """Return the files that ``.gitignore`` leaves in, below the names agreed upon."""
    lines = (root / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = [line.strip("/") for line in lines]
    found = []
    for folder, inside, files in os.walk(root):
        here = Path(folder).relative_to(root)
        inside[:] = [n for n in inside if not any(fnmatch(n, i) for i in ignored)]
        found += [(here / name).as_posix() for name in files]
    return sorted(name for name in found if name.split("/")[0] in TOP_LEVEL)


def matches(
    pattern: re.Pattern[str], files: list[Path], root: Path = ROOT
) -> list[str]:
    """Return `file:line: text` for each line of text in which `pattern` is found."""
    return [
        f"{file}:{number}: {line.strip()}"
        for file in files
        for number, line in enumerate(
            (root / file).read_text(encoding="utf-8", errors="replace").splitlines(), 1
        )
        if pattern.search(line)
    ]


def test_imports_point_one_way() -> None:
    wrong = [
        f"{path} imports {found.module}"
        for path in modules()
        for found in imports(
            (ROOT / path).read_text(encoding="utf-8"), ".".join(path.parts[:-1])
        )
        if not may_import(path, found)
    ]
    assert not wrong, "\n".join(wrong)


def dotted(path: Path) -> str:
    """Return the name of the module at a path relative to the root."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


@cache
def between_rooms() -> list[tuple[str, str]]:
    """Return each module with each module of ours that it imports."""
    return [
        (dotted(path), found.module)
        for path in modules()
        for found in imports(
            (ROOT / path).read_text(encoding="utf-8"), ".".join(path.parts[:-1])
        )
        if found.module.split(".")[0] in PACKAGES
    ]


def test_every_module_lies_on_a_floor() -> None:
    names = [dotted(path) for path in modules()]
    assert not [n for n in names if n not in PACKAGES and floor(n) is None]


def test_rooms_import_those_below() -> None:
    wrong = [
        f"{here}: {there}" for here, there in between_rooms() if goes_up(here, there)
    ]
    assert not wrong, "\n".join(wrong)


def test_a_chapter_belongs_to_itself() -> None:
    wrong = [
        f"{here}: {there}" for here, there in between_rooms() if is_private(here, there)
    ]
    assert not wrong, "what two chapters use moves up:\n" + "\n".join(wrong)


def test_shared_drawings_are_shared() -> None:
    users: dict[str, set[str]] = {}
    for here, there in between_rooms():
        if there.startswith("scenes.drawings."):
            name, room = there.split(".")[2], here.split(".")[1]
            users.setdefault(name, set()).add(room)
    alone = [name for name, rooms in users.items() if len(rooms - {"drawings"}) < 2]
    assert users
    assert not alone, f"what one chapter draws lies beside it: {alone}"


def test_folders_are_not_crowded() -> None:
    folders = Counter(path.parent.as_posix() for path in modules())
    crowded = {name: n for name, n in folders.items() if n > MAX_FILES}
    assert set(crowded) <= set(CROWDED), crowded


def test_every_package_says_in_a_sentence_what_lives_there() -> None:
    wrong = [
        str(path)
        for path in modules()
        if path.name == "__init__.py"
        and not is_sentence(
            ast.get_docstring(ast.parse((ROOT / path).read_text("utf-8")))
        )
    ]
    assert not wrong


def is_sentence(docstring: str | None) -> bool:
    """Tell whether a docstring begins with a sentence of several words."""
    first = (docstring or "").split("\n")[0]
    return len(first.split()) >= 4 and first[0].isupper() and first.endswith(".")


def test_no_file_of_a_chapter_hides_a_module_of_python() -> None:
    # manim scenes/<chapter>/scene.py puts the chapter's folder first on the path.
    known = sys.stdlib_module_names | set(packages_distributions())
    names = {path.stem for path in modules() if chapter_of(dotted(path))}
    assert not (names - {"__init__"}) & known


def test_tests_lie_where_what_they_test_lies() -> None:
    wrong = [
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / "tests" / package).rglob("test_*.py")
        if not (ROOT / path.relative_to(ROOT / "tests").parent).is_dir()
    ]
    assert not wrong


def test_no_star_imports() -> None:
    wrong = [
        f"{path}: from {found.module}"
        for path in [*modules(), *(ROOT / "tests").rglob("*.py")]
        for found in imports((ROOT / path).read_text(encoding="utf-8"))
        if found.module.endswith(".*")
    ]
    assert not wrong, "\n".join(wrong)


def test_parameters_of_tests_have_an_order() -> None:
    # Sets have another in each process, and processes share the tests by their order.
    wrong = [
        f"{path}:{node.lineno}"
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") == "parametrize"
        and _is_set(node.args[1])
    ]
    assert not wrong


def _is_set(value: ast.expr) -> bool:
    """Tell whether an expression makes a set, as far as can be seen."""
    match value:
        case ast.Set() | ast.SetComp() | ast.Call(func=ast.Name(id="set")):
            return True
        case ast.BinOp(op=ast.Sub() | ast.BitAnd() | ast.BitOr()):
            return True
    return False


def test_packages_do_not_print() -> None:
    wrong = [
        f"{path}:{line}"
        for path in modules()
        for line in calls((ROOT / path).read_text(encoding="utf-8"), "print")
    ]
    assert not wrong, "\n".join(wrong)


def test_modules_are_short() -> None:
    lengths = {
        path: len((ROOT / path).read_text(encoding="utf-8").splitlines())
        for path in modules()
    }
    long = {str(path): n for path, n in lengths.items() if n > most_lines(path)}
    assert not long


def most_lines(path: Path) -> int:
    """Return how long a module may be."""
    longer = {"scene.py": MAX_CHAPTER_LINES, "words.py": MAX_WORDS_LINES}
    return longer.get(path.name, MAX_LINES)


def test_top_level_is_as_agreed() -> None:
    assert {path.parts[0] for path in tracked()} <= TOP_LEVEL


def test_files_are_small() -> None:
    sizes = {str(path): (ROOT / path).stat().st_size for path in tracked()}
    assert not {path: size for path, size in sizes.items() if size > MAX_BYTES}


@pytest.mark.parametrize(
    "pattern",
    [UNFINISHED, MACHINE_PATH, REGISTRY],
    ids=["unfinished", "machine path", "registry"],
)
def test_no_tracked_file_says(pattern: re.Pattern[str]) -> None:
    found = matches(pattern, tracked())
    assert not found, "\n".join(found)


# --- Each rule above can fail --------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import scenes.lookup", [("scenes.lookup", False)]),
        ("from . import lookup", [("scenes.lookup", False)]),
        ("from .parts.dna import Helix", [("scenes.parts.dna.Helix", False)]),
        ("from ..nnsim import errors", [("nnsim.errors", False)]),
        ("from manim import *", [("manim.*", False)]),
        ("def f():\n  if True:\n    import scenes", [("scenes", True)]),
        ("class C:\n  import scenes", [("scenes", False)]),
        ("try:\n  import scenes\nexcept OSError: pass", [("scenes", False)]),
    ],
)
def test_imports_are_found(source: str, expected: list[tuple[str, bool]]) -> None:
    assert list(imports(source, "scenes")) == expected


@pytest.mark.parametrize(
    ("path", "module", "inside_function", "allowed"),
    [
        ("nnsim/network/losses.py", "numpy", False, True),
        ("nnsim/network/losses.py", "dataclasses.dataclass", False, True),
        ("nnsim/network/losses.py", "scipy.special", False, False),
        ("nnsim/network/losses.py", "manim.Scene", True, False),
        ("nnsim/network/losses.py", "scenes.lookup", True, False),
        ("nnsim/network/losses.py", "slides", False, False),
        ("nnsim/network/losses.py", "sklearn.tree", False, False),
        ("nnsim/classical/tree.py", "sklearn.tree", False, True),
        ("nnsim/datasets/own/sheet.py", "openpyxl", True, True),
        ("nnsim/datasets/own/sheet.py", "openpyxl", False, False),
        ("nnsim/datasets/penguins.py", "openpyxl", True, False),
        ("scenes/neuron/scene.py", "nnsim.network.network", False, True),
        ("scenes/neuron/scene.py", "slides.settings.lecture", True, False),
        ("slides/engine/render.py", "scenes.neuron.scene", False, False),
        ("slides/engine/render.py", "scenes.neuron.scene", True, True),
        ("slides/engine/render.py", "manim", False, False),
        ("slides/engine/render.py", "scenes.record.Beat", False, True),
        ("slides/engine/render.py", "scenes.words.WordsError", False, True),
        ("slides/engine/render.py", "scenes.checks.layout", False, False),
        ("slides/engine/render.py", "scenesque", False, True),
    ],
)
def test_rule_of_imports(
    path: str, module: str, *, inside_function: bool, allowed: bool
) -> None:
    assert may_import(Path(path), Import(module, inside_function)) is allowed


@pytest.mark.parametrize(
    ("module", "imported", "up", "private"),
    [
        ("nnsim.network.dense", "nnsim.training.loop", True, False),
        ("nnsim.training.loop", "nnsim.network.dense", False, False),
        (
            "nnsim.experiments.neuron",
            "nnsim.experiments.neuron.experiment",
            False,
            False,
        ),
        ("nnsim.experiments.loss.x", "nnsim.experiments.neuron.y", False, True),
        ("nnsim.experiments.summary.x", "nnsim.experiments.neuron", False, False),
        ("nnsim.problems.x", "nnsim.experiments.neuron", True, True),
        ("scenes.neuron.scene", "nnsim.experiments.neuron", False, False),
        ("scenes.loss.scene", "nnsim.experiments.neuron", False, True),
        ("scenes.loss.scene", "nnsim.experiments.loss.run", False, False),
        ("scenes.drawings.x", "scenes.neuron.scene", True, True),
        ("scenes.components.x", "scenes.lesson.lesson", True, False),
        ("slides.engine.pool", "slides.outputs.deck.deck", True, False),
        ("slides.outputs.pages.index", "slides.outputs.film.video", False, False),
        ("slides.outputs.context", "slides.outputs.film.video", True, False),
    ],
)
def test_rule_of_rooms(module: str, imported: str, *, up: bool, private: bool) -> None:
    assert goes_up(module, imported) is up
    assert is_private(module, imported) is private


@pytest.mark.parametrize("text", [None, "", "Drawings.", "what lives here is small."])
def test_a_mere_name_is_no_sentence(text: str | None) -> None:
    assert not is_sentence(text)


def test_print_is_found() -> None:
    assert calls("x = 1\nprint(x)\nlog.print(x)", "print") == [2]


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (UNFINISHED, "# TO" + "DO: later"),
        (MACHINE_PATH, "open('/ho" + "me/ada/x')"),
        (MACHINE_PATH, "cd /wo" + "rk/main"),
        (MACHINE_PATH, "C:\\Us" + "ers\\ada"),
        (REGISTRY, "https://pypi" + ".org/simple"),
        (REGISTRY, "pip install --index-" + "url x"),
    ],
)
def test_forbidden_words_are_found(
    pattern: re.Pattern[str], line: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(f"fine\n{line}\n", encoding="utf-8")
    assert matches(pattern, [Path("a.txt")], tmp_path) == [f"a.txt:2: {line}"]


def test_harmless_words_are_not_found() -> None:
    for line in [
        "~/wo" + "rk/x",
        "network/x",
        "https://a.example/ho" + "me/b",
        "methods to do",
    ]:
        assert not MACHINE_PATH.search(line)
        assert not UNFINISHED.search(line)


def test_tracked_files_are_listed(tmp_path: Path) -> None:
    find_program(("git",), "make test-tools")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    for name in ["a.py", "ä.py", "b.py", "untracked.py"]:
        (tmp_path / name).touch()
    subprocess.run(["git", "add", "a.py", "ä.py", "b.py"], cwd=tmp_path, check=True)
    (tmp_path / "b.py").unlink()
    assert tracked(tmp_path) == [Path("a.py"), Path("ä.py")]


def test_without_git_the_files_that_could_be_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("tests/ä.py", "README.md", "notes.txt", "build/a", ".venv/tests/a",
                 "nnsim/__pycache__/a.pyc", "x.egg-info/PKG", ".git/HEAD"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    shutil.copy(ROOT / ".gitignore", tmp_path)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert tracked(tmp_path) == [*map(Path, (".gitignore", "README.md", "tests/ä.py"))]


def test_modules_are_listed(tmp_path: Path) -> None:
    for name in ["nnsim/a/b.py", "scenes/c.py", "tests/d.py", "nnsim/e.csv"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert modules(tmp_path) == [Path("nnsim/a/b.py"), Path("scenes/c.py")]
