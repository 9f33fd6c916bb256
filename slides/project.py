"""Where things lie, and what a scene file says about itself, without importing it."""

import ast
import importlib.util
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent  # holds manim.cfg; the folder in which scenes are rendered
LECTURE_TOML = PACKAGE / "lecture.toml"


@cache
def package_folder(name: str) -> Path | None:
    """Return the folder of a top-level package, without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(next(iter(spec.submodule_search_locations))).resolve()


def module_file(module: str) -> Path | None:
    """Return the source file of a module or package, without importing it."""
    top, _, rest = module.partition(".")
    folder = package_folder(top)
    return _source(folder, rest) if folder else None


@cache
def _source(folder: Path, name: str) -> Path | None:
    """Return the file of a module, by its name within the package in `folder`."""
    path = folder.joinpath(*name.split(".")) if name else folder
    candidates = [path / "__init__.py", *([path.with_suffix(".py")] if name else [])]
    return next((file for file in candidates if file.is_file()), None)


def shown(file: Path | str) -> str:
    """Return a path as the user would write it here."""
    try:
        return str(Path(file).relative_to(Path.cwd()))
    except ValueError:
        return str(file)


@dataclass(frozen=True)
class Outline:
    """What a scene file says about its chapter."""

    title: str
    summary: str  # the sentence the viewer should leave with


def outline(chapter: str) -> Outline:
    """Read title and summary of a chapter from the source of its scene."""
    file = module_file(f"scenes.{chapter}")
    try:
        body = ast.parse(file.read_text(encoding="utf-8") if file else "").body
    except SyntaxError:  # the build tells where
        body = []
    for node in body:
        if isinstance(node, ast.ClassDef) and (title := _title(node)):
            summary = (ast.get_docstring(node) or "").split("\n")[0]
            return Outline(title, summary)
    return Outline(chapter.replace("_", " "), "")


def _title(node: ast.ClassDef) -> str | None:
    """Return what the class assigns to ``title``, if it is a text."""
    for line in node.body:
        match line:
            case (
                ast.Assign(
                    targets=[ast.Name("title")], value=ast.Constant(str() as text)
                )
                | ast.AnnAssign(
                    target=ast.Name("title"), value=ast.Constant(str() as text)
                )
            ):
                return text
    return None
