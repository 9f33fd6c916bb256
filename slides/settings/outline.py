"""What a scene file says about its chapter, read without importing it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nnsim.errors import unknown
from nnsim.texts import shortened
from scenes.caching.sources import module_file
from slides.base.beat_name import BeatName


@dataclass(frozen=True)
class Outline:
    """What a scene file says about its chapter."""

    title: str
    summary: str  # the sentence the viewer should leave with


def outline(chapter: str) -> Outline:
    """Read title and summary of a chapter from the source of its scene."""
    for node in _parse(chapter).body:
        if isinstance(node, ast.ClassDef) and (title := _title(node)):
            summary = (ast.get_docstring(node) or "").split("\n")[0]
            return Outline(title, summary)
    return Outline(chapter.replace("_", " "), "")


def still_faults(stills: Any, chapters: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a list of ``"chapter/beat"``: its place, why."""
    names: dict[str, list[str]] = {}  # of the beats, by chapter
    before = set()
    for n, still in enumerate(stills if isinstance(stills, list) else ()):
        chapter, beat = BeatName.parse(still if isinstance(still, str) else "")
        if not beat:
            continue
        if still in before:
            yield f"stills.{n}", f"{shortened(still)} is listed twice"
        elif chapter not in chapters:
            yield f"stills.{n}", unknown("chapter", chapter, chapters)
        else:
            known = names[chapter] = names.get(chapter) or beats(chapter)
            if known and beat not in known:
                yield f"stills.{n}", unknown("beat", beat, known)
        before.add(still)


def beats(chapter: str) -> list[str]:
    """Read the beats' names from a scene's source; none if that does not tell all."""
    names = []
    for node in ast.walk(_parse(chapter)):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="beat"), args=[ast.Constant(str() as name), *_]
            ):
                names.append(name)
            case ast.Call(func=ast.Attribute(attr="beat")):
                return []
    return names


def _parse(chapter: str) -> ast.Module:
    """Parse a scene's source; what cannot be parsed is empty."""
    file = module_file(f"scenes.{chapter}.scene")
    try:
        return ast.parse(file.read_bytes() if file else "")
    except (SyntaxError, ValueError, RecursionError):  # the build tells where
        return ast.parse("")


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
