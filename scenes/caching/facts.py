"""What a source says about itself: what it imports, and which files it names.

What you can do here
--------------------
- read a file again only when it changed: ``read``;
- tell what a file holds, shortly: ``digest_of_file``;
- tell what a source imports and names, without importing it: ``facts``, ``imported``,
  ``declared_data``, ``declared_templates``;
- hand what was found out to a later process: ``settled``, ``learn``.

A module names a data file beside it as ``Path(__file__).with_name("penguins.csv")``,
a template as ``Template("deck/deck.css")``: each time as a literal.
"""

import ast
import os
import time
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scenes.caching.digests import digest

PACKAGES = ("nnsim", "scenes", "slides")  # the project's
SETTLED = 2_000_000_000  # ns; a file older than this has its last time of change
Stamp = tuple[int, int, int]  # of a file: when it changed (ns), size, inode


class Facts(NamedTuple):
    """What was found in a file; a table has a digest alone."""

    digest: str
    imports: tuple[str, ...] = ()  # of the project: modules, and names within them
    data: tuple[str, ...] = ()  # names of files beside it
    templates: tuple[str, ...] = ()  # paths among the templates


_known: dict[str, tuple[Stamp, Facts]] = {}
_new: set[str] = set()  # found out here, of files that will not change unnoticed


def facts(file: Path, package: str = "") -> Facts:
    """Return what a file says; it is read again only when it changed.

    Parameters
    ----------
    file
        A source or a data file.
    package
        Of a source: the package it lies in.
    """
    name, now = str(file), _stamp(file)
    known = _known.get(name)
    if known is not None and known[0] == now:
        return known[1]
    found = _facts(file, read(file), package)
    _known[name] = now, found
    (_new.add if now[0] < time.time_ns() - SETTLED else _new.discard)(name)
    return found


def _facts(file: Path, source: bytes, package: str) -> Facts:
    found = digest(source)
    if file.suffix != ".py":
        return Facts(found)
    try:
        return Facts(
            found,
            tuple(sorted(n for n in imported(source, package) if _is_ours(n))),
            # Looked for only where they can be, since it takes long.
            tuple(sorted(declared_data(source) if b"with_name" in source else ())),
            tuple(sorted(declared_templates(source) if b"Template" in source else ())),
        )
    except ValueError as error:
        raise ValueError(f"{file}: {error}") from None


def digest_of_file(file: Path) -> str:
    """Return a digest of what a file holds."""
    known = _known.get(str(file))
    if known is not None and known[0] == _stamp(file):
        return known[1].digest
    # What a source says depends on its package, which is not known here.
    return digest(read(file)) if file.suffix == ".py" else facts(file).digest


def _is_ours(module: str) -> bool:
    """Tell whether a module belongs to the project."""
    return module.partition(".")[0] in PACKAGES


def settled() -> dict[str, tuple[Stamp, Facts]] | None:
    """Return all that is known and may be kept; None if nothing is new."""
    if not _new:
        return None
    kept = {name: one for name, one in _known.items() if os.path.exists(name)}
    age = time.time_ns() - SETTLED
    return {name: one for name, one in kept.items() if one[0][0] < age}


def learn(known: Iterable[tuple[str, tuple[Stamp, Facts]]]) -> None:
    """Take over what an earlier process found out."""
    for name, one in known:
        _known.setdefault(name, one)
    _new.clear()


def read(file: Path) -> bytes:
    """Return what a file holds; it is read again only when it changed."""
    return _read(file, _stamp(file))


@cache
def _read(file: Path, _when: Stamp) -> bytes:
    return file.read_bytes()


def _stamp(file: Path) -> Stamp:
    """Return what shows that a file did not change."""
    status = os.stat(file)
    return status.st_mtime_ns, status.st_size, status.st_ino


def imported(source: bytes | str, package: str) -> frozenset[str]:
    """Return the names of all modules that a source may import, anywhere in it."""
    return frozenset(_imported(_statements(_parse(source)), package))


def declared_data(source: bytes | str) -> frozenset[str]:
    """Return the names of the data files that a module says it reads.

    It says so where it names them: ``Path(__file__).with_name("penguins.csv")``.
    """
    return frozenset(_declared_data(ast.walk(_parse(source))))


def declared_templates(source: bytes | str) -> frozenset[str]:
    """Return the templates that a module says it fills in.

    It says so where it names them: ``Template("deck/deck.css")``.

    Raises
    ------
    ValueError
        If it names one otherwise than by a literal, which nobody could find.
    """
    return frozenset(_declared_templates(ast.walk(_parse(source))))


def _parse(source: bytes | str) -> ast.Module:
    """Parse a source; what cannot be parsed is empty."""
    try:
        return ast.parse(source)
    except SyntaxError:  # the worker that imports it tells where
        return ast.Module([], [])


def _statements(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield all statements, however deep; expressions, which are many, are left out."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for name in ("body", "orelse", "finalbody", "handlers", "cases"):
            inner = getattr(node, name, ())
            waiting += inner if isinstance(inner, list) else ()


def _imported(nodes: Iterable[ast.AST], package: str) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")
            above = parts[: len(parts) + 1 - node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield base
            # What follows "import" may be a module or a name within one.
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _declared_data(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        match node:
            case ast.Call(
                func=ast.Attribute(
                    value=ast.Call(args=[ast.Name("__file__")]), attr="with_name"
                ),
                args=[ast.Constant(str() as name)],
            ):
                yield name


def _declared_templates(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        match node:
            case ast.Call(
                func=ast.Name("Template"), args=[ast.Constant(str() as name)]
            ):
                yield name
            case ast.Call(func=ast.Name("Template")):
                raise ValueError(f"line {node.lineno}: name the template by a literal")
