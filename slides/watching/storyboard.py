"""The steps that a chapter plays, one after the other, read from its source."""

import ast
from collections.abc import Mapping
from typing import NamedTuple


class Step(NamedTuple):
    """A part of a storyboard that can be played for itself."""

    method: str  # of the lesson
    beat: str  # the beat that it begins


class StoryboardError(SyntaxError):
    """A storyboard that cannot be played step by step."""


def storyboard(source: str, file: str = "<source>") -> tuple[Step, ...]:
    """Return the steps of a lesson, as its ``construct`` calls them.

    Parameters
    ----------
    source
        Text of a chapter's scene file.
    file
        Its name, for errors.

    Raises
    ------
    SyntaxError
        If that is no Python; a :class:`StoryboardError` if there is no lesson, if
        ``construct`` does anything else than call steps, or if one of them does not
        begin with its beat.
    """
    for node in ast.parse(source, file).body:
        if isinstance(node, ast.ClassDef):
            methods = {m.name: m for m in node.body if isinstance(m, ast.FunctionDef)}
            if construct := methods.get("construct"):
                lines = _statements(construct)
                return tuple(_step(line, methods, file) for line in lines)
    raise StoryboardError("no class here has a construct", (file, 1, None, None))


def _statements(function: ast.FunctionDef) -> list[ast.stmt]:
    """Return what a function does, without its docstring."""
    is_documented = ast.get_docstring(function) is not None
    return function.body[1:] if is_documented else function.body


def _step(
    statement: ast.stmt, methods: Mapping[str, ast.FunctionDef], file: str
) -> Step:
    """Return the step that a line of the storyboard calls."""
    match statement:
        case ast.Expr(
            ast.Call(ast.Attribute(ast.Name("self"), name), args=[], keywords=[])
        ) if beat := _beat(methods.get(name)):
            return Step(name, beat)
    raise StoryboardError(
        "construct only calls steps, each of which begins with its beat: self.beat(…)",
        (file, statement.lineno, None, None),
    )


def _beat(step: ast.FunctionDef | None) -> str:
    """Return the name of the beat with which a step begins; "" if it does not."""
    match _statements(step)[:1] if step else []:
        case [ast.Expr(call)]:
            return _named(call)
    return ""


def beat_at(source: str, line: int) -> str:
    """Return the beat that a line of a scene begins; "" if it begins none."""
    begun = (
        _named(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and node.lineno <= line <= (node.end_lineno or line)
    )
    return next(filter(None, begun), "")


def _named(call: ast.expr) -> str:
    """Return the name of the beat that a call begins; "" if it begins none."""
    match call:
        case ast.Call(
            ast.Attribute(ast.Name("self"), "beat"),
            args=[ast.Constant(str() as name), *_],
        ):
            return name
    return ""
