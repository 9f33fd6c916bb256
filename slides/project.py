"""Where things lie, and what a scene file says about itself, without importing it."""

import ast
from dataclasses import dataclass
from pathlib import Path

from nnsim.sources import module_file

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent  # holds manim.cfg; the folder in which scenes are rendered
LECTURE_TOML = PACKAGE / "lecture.toml"


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
