"""What a chapter's sources say about it, read without importing them."""

import ast
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from nnsim.errors import unknown
from nnsim.texts import shortened
from scenes.caching.sources import module_file
from scenes.renamed import present, told
from slides.base.beat_name import BeatName


@dataclass(frozen=True)
class Outline:
    """What the sources of a chapter say about it."""

    title: str
    summary: str  # the sentence the viewer should leave with


def outline(chapter: str) -> Outline:
    """Read the title of a chapter from its words, and the summary from its scene."""
    title = _plain(f"scenes.{chapter}.words", "TITLE")
    return Outline(
        title if isinstance(title, str) else chapter.replace("_", " "),
        _summary(_parse(f"scenes.{chapter}.scene")),
    )


def _summary(scene: ast.Module) -> str:
    """Return the first line of what a scene says of itself."""
    for node in scene.body:
        if isinstance(node, ast.ClassDef) and _has_storyboard(node):
            return (ast.get_docstring(node) or "").split("\n")[0]
    return ""


def _has_storyboard(node: ast.ClassDef) -> bool:
    """Tell whether a class is a scene."""
    return any(getattr(part, "name", "") == "construct" for part in node.body)


def still_faults(stills: Any, chapters: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a list of ``"chapter/beat"``: its place, why."""
    names: dict[str, list[str]] = {}  # of the beats, by chapter
    before = set()
    for n, still in enumerate(stills if isinstance(stills, list) else ()):
        chapter, beat = BeatName.parse(present(still) if isinstance(still, str) else "")
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


def old_stills(stills: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield where a list of ``"chapter/beat"`` holds an old name, and the present."""
    yield from ((f"stills.{n}", told(s)) for n, s in enumerate(stills) if told(s))


def present_stills(stills: Iterable[str]) -> tuple[str, ...]:
    """Return such a list in present names, each once."""
    return tuple(dict.fromkeys(map(present, stills)))


def beats(chapter: str) -> list[str]:
    """Read the beats' names from a chapter's words; none if those do not tell all."""
    words = _plain(f"scenes.{chapter}.words", "BEATS")
    names = [*words] if isinstance(words, dict) else []
    return names if all(isinstance(name, str) for name in names) else []


def _plain(module: str, name: str) -> Any:
    """Return the plain value that a module gives a name; None if it gives none."""
    for line in _parse(module).body:
        match line:
            case ast.Assign(targets=[ast.Name(target)], value=value) | ast.AnnAssign(
                ast.Name(target), value=ast.expr() as value
            ) if target == name:
                with suppress(ValueError, TypeError, RecursionError):
                    return ast.literal_eval(value)
    return None


def _parse(module: str) -> ast.Module:
    """Parse a module's source; what cannot be parsed is empty."""
    file = module_file(module)
    try:
        return ast.parse(file.read_bytes() if file else "")
    except (SyntaxError, ValueError, RecursionError):  # the build tells where
        return ast.parse("")
