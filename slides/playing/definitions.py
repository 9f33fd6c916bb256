"""What a module defines, read from its source, and in what two versions of it differ.

Functions are told from all else, because a function that changed matters only from
where it first ran: whatever happened before stands as it is.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Definitions:
    """What a module defines; code is given without its places in the file."""

    functions: dict[str, str] = field(default_factory=dict)  # "Neuron.bill": its code
    names: dict[str, str] = field(default_factory=dict)  # imports and plain values
    entries: dict[str, str] = field(default_factory=dict)  # of such: "BEATS.sum"
    rest: list[str] = field(default_factory=list)  # what runs when it is imported
    lines: dict[str, int] = field(default_factory=dict)  # of functions and entries
    uses: dict[str, frozenset[str]] = field(default_factory=dict)  # names, by function
    early: set[str] = field(default_factory=set)  # names used when it is imported


class Difference(NamedTuple):
    """What another version of a module changes."""

    functions: frozenset[str]  # have other code, or are gone
    names: frozenset[str]  # mean something else, or are gone
    new: frozenset[str]  # functions and names that were not there
    is_deep: bool  # more than these: the module must be imported anew
    entries: frozenset[str] = frozenset()  # of plain tables: are others, gone, or new


def functions(tree: ast.Module) -> Iterator[tuple[str, Function, ast.ClassDef | None]]:
    """Yield the functions of a module, and the methods of its classes with these."""
    for node in tree.body:
        if isinstance(node, Function):
            yield node.name, node, None
        elif isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, Function):
                    yield f"{node.name}.{part.name}", part, node


def definitions(text: str, file: str = "<source>") -> Definitions:
    """Return what a module defines.

    Raises
    ------
    SyntaxError
        If its text is no Python.
    """
    tree = ast.parse(text, file)
    found = Definitions()
    several = Counter(name for name, _, _ in functions(tree))
    for name, node, _ in functions(tree):
        found.lines.setdefault(name, first_line(node))
        found.uses[name] = _names_in(node)
        evaluated = [*node.decorator_list, *node.args.defaults, *node.args.kw_defaults]
        found.early.update(*(_names_in(one) for one in evaluated if one))
        if several[name] > 1:  # a property and its setter
            found.rest.append(_code(node))
        else:
            found.rest += [f"{name}: {ast.dump(one)}" for one in node.decorator_list]
            found.functions[name] = _code(node)
    for statement in tree.body:
        _define(statement, found)
    return found


def first_line(node: Function) -> int:
    """Return the first line of a function, as its code object counts it."""
    return min([node.lineno, *(one.lineno for one in node.decorator_list)])


def difference(old: Definitions, new: Definitions) -> Difference:
    """Return what a new version of a module changes."""
    known = {*old.functions, *old.names, *old.lines}
    names = _changed(old.names, new.names)
    return Difference(
        _changed(old.functions, new.functions),
        names,
        frozenset({*new.functions, *new.names} - known),
        is_deep=old.rest != new.rest or bool(names & (old.early | new.early)),
        entries=_changed(old.entries, new.entries) | (new.entries.keys() - old.entries),
    )


def _changed(old: dict[str, str], new: dict[str, str]) -> frozenset[str]:
    """Return the keys of values that are others, or gone."""
    return frozenset(name for name in old if old[name] != new.get(name))


def _define(node: ast.stmt, found: Definitions) -> None:
    """Take note of a statement of a module that is no function."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return
        case ast.Expr(ast.Constant()):
            return  # a docstring
        case ast.ClassDef():
            parts = [p for p in node.body if not isinstance(p, Function)]
            head = [*node.bases, *node.keywords, *node.decorator_list, *parts[:]]
            code = [ast.dump(p) for p in head if not _is_text(p)]
            found.rest.append(f"class {node.name}: {code}")
            found.early.update(*(_names_in(part) for part in head))
        case ast.Import() | ast.ImportFrom() if not _is_special(node):
            for alias in node.names:
                name = alias.asname or alias.name.partition(".")[0]
                source = getattr(node, "module", ""), getattr(node, "level", 0)
                found.names[name] = f"{source} {ast.dump(alias)}"
        case (
            ast.Assign(targets=[ast.Name(name)], value=value)
            | ast.AnnAssign(target=ast.Name(name), value=ast.expr() as value)
        ) if _is_plain(value):
            found.names[name] = ast.dump(value)
            if isinstance(value, ast.Dict):
                _define_entries(name, value, found)
            if isinstance(node, ast.AnnAssign):
                found.early |= _names_in(node.annotation)
        case _:
            found.rest.append(ast.dump(node))
            found.early |= _names_in(node)


def _define_entries(name: str, table: ast.Dict, found: Definitions) -> None:
    """Take note of what a plain table holds."""
    for key, value in zip(table.keys, table.values, strict=True):
        match key:
            case ast.Constant(str() as entry):
                found.entries[f"{name}.{entry}"] = ast.dump(value)
                found.lines[f"{name}.{entry}"] = key.lineno


def _is_special(node: ast.Import | ast.ImportFrom) -> bool:
    """Tell whether an import does more than bind names."""
    return getattr(node, "module", "") == "__future__" or node.names[0].name == "*"


def _is_text(node: ast.AST) -> bool:
    """Tell whether a statement is a text alone, as a docstring is."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_plain(value: ast.expr) -> bool:
    """Tell whether an expression is a plain value, which can be had again anywhere."""
    try:
        ast.literal_eval(value)
    except ValueError:
        return False
    return True


def _code(node: Function) -> str:
    """Return the code of a function, without its places and its docstring."""
    parts = node.body[1:] if _is_text(node.body[0]) else node.body
    head = [ast.dump(node.args), *(ast.dump(one) for one in node.decorator_list)]
    return "\n".join([*head, *(ast.dump(part) for part in parts)])


def _names_in(node: ast.AST) -> frozenset[str]:
    """Return the names that code uses."""
    return frozenset(one.id for one in ast.walk(node) if isinstance(one, ast.Name))
