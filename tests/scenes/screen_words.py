"""Which words a chapter's drawings put on screen, read from their source.

Looked at is every string in ``scenes/<chapter>/*.py`` but ``words.py`` that has a blank
or a field in it, and what ``text``, ``line``, ``column``, ``paragraph`` and ``wording``
are given. In an f-string, "…" stands for what is put in. Docstrings, messages of
errors and places in a result are no words on screen. Not seen are single words that
come to these calls by a name, and what shared components write.

A part of a source (a method of the scene; anything else at the top of a file) rests on
claims if all beats that it begins do, or if it begins none and all that use it do.
"""

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

SAYING = {"text", "line", "column", "paragraph", "wording"}
PLACE = re.compile(r"[\w.…{}]*(?:\[[^\]]*\][\w.…]*)+")  # "gradients.dW[1][0, 2]"


class Part(NamedTuple):
    """A part of a source."""

    file: str
    names: frozenset[str]  # that it defines
    uses: frozenset[str]  # names in it
    beats: frozenset[str]  # that it begins; "" for one whose name is not written there
    words: tuple[str, ...]


def parts(sources: Mapping[str, str]) -> list[Part]:
    """Return the parts of a chapter's sources, which are given by names of files."""
    return [
        _part(file, node)
        for file, source in sources.items()
        for node in _nodes(ast.parse(source))
    ]


def unclaimed(found: Collection[Part], claiming: Collection[str]) -> list[Part]:
    """Return which of a chapter's parts do not rest on claims.

    Parameters
    ----------
    found
        All parts of the chapter.
    claiming
        The beats that rest on claims.
    """
    left = list(found)
    while True:
        still = [part for part in left if not _rests(part, found, left, claiming)]
        if len(still) == len(left):
            return left
        left = still


def _rests(
    part: Part,
    found: Collection[Part],
    left: Collection[Part],
    claiming: Collection[str],
) -> bool:
    """Tell whether a part rests on claims, if all but those left do."""
    if part.beats:
        return part.beats <= set(claiming)
    users = [one for one in found if one.uses & part.names and one is not part]
    return bool(users) and not any(user in left for user in users)


def _nodes(tree: ast.Module) -> Iterator[ast.stmt]:
    """Yield what stands at the top of a file, and each method of a scene by itself."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and "construct" in map(_name, node.body):
            yield from node.body
        elif not isinstance(node, ast.Import | ast.ImportFrom):
            yield node


def _name(node: ast.AST) -> str:
    """Return what a statement defines; "" if it has no name of its own."""
    return str(getattr(node, "name", ""))


def _part(file: str, node: ast.stmt) -> Part:
    nodes = [*ast.walk(node)]
    names = [one for one in nodes if isinstance(one, ast.Name)]
    stored = {one.id for one in names if isinstance(one.ctx, ast.Store)}
    attributes = {one.attr for one in nodes if isinstance(one, ast.Attribute)}
    return Part(
        file,
        names=frozenset({_name(node)} if _name(node) else stored),
        uses=frozenset({one.id for one in names} | attributes),
        beats=frozenset(beat for one in nodes for beat in _beat(one)),
        words=tuple(_words(node)),
    )


def _beat(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Attribute(attr="beat"), args=[ast.Constant(name), *_]):
            yield name
        case ast.Call(func=ast.Attribute(attr="beat")):
            yield ""


def _words(node: ast.AST, *, said: bool = False) -> Iterator[str]:
    """Yield the words of a node; single ones only where they are said."""
    match node:
        case ast.Expr(ast.Constant()) | ast.Raise():
            pass
        case ast.Constant(str() as text):
            if said or _is_wording(text):
                yield text
        case ast.JoinedStr(values=values):
            text = "".join(
                value.value if isinstance(value, ast.Constant) else "…"
                for value in values
            )
            if _is_wording(text):
                yield text
        case _:
            given = _given(node, said=said)
            for child in ast.iter_child_nodes(node):
                yield from _words(child, said=child in given)


def _given(node: ast.AST, *, said: bool) -> list[ast.expr]:
    """Return the parts of a node that are said as they stand."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name), args=args) if name in SAYING:
            return args
        case ast.Tuple(elts=parts) if said:
            return parts
        case ast.IfExp(body=body, orelse=other) if said:
            return [body, other]
    return []


def _is_wording(text: str) -> bool:
    is_several = " " in text.strip() or "{" in text
    return is_several and not PLACE.fullmatch(text)
