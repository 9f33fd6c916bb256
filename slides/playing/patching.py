"""Brings a loaded module up to its new source, within a scene that is half played.

Functions and classes stay the objects that they are, since mobjects, animations and
other modules hold them: only their code is exchanged.
"""

import ast
import inspect
import sys
from functools import cached_property
from pathlib import Path
from types import CellType, FunctionType, ModuleType
from typing import Any

from slides.playing import noting
from slides.playing.definitions import (
    Difference,
    Function,
    definitions,
    difference,
    functions,
)


class TooDeepError(Exception):
    """A change that only a new import makes good."""


def bring_up(name: str) -> None:
    """Bring a loaded module up to what its file holds now.

    Raises
    ------
    TooDeepError
        If that takes a new import; the module is then in no good state.
    """
    module = sys.modules[name]
    file = str(module.__file__)
    text = Path(file).read_text(encoding="utf-8")
    old = definitions(noting.TEXTS[name])
    new = definitions(text, file)
    found = difference(old, new)
    if found.is_deep:
        raise TooDeepError(name)
    tree = noting.load(name, text, file)
    for node in tree.body:
        if not isinstance(node, Function | ast.ClassDef):
            _bind(node, found.names | found.new, module, file)
    for key, node, owner in functions(tree):
        if key in new.functions:
            _put(_place(module, owner), node, key in found.new, found, file, key)
    for gone in {*old.functions, *old.names} - {*new.functions, *new.names}:
        owner_name, _, last = gone.rpartition(".")
        delattr(getattr(module, owner_name) if owner_name else module, last)


def _place(module: ModuleType, owner: ast.ClassDef | None) -> Any:
    """Return where a function is found: a class, or the module itself."""
    return getattr(module, owner.name) if owner else module


def _bind(node: ast.stmt, names: frozenset[str], module: ModuleType, file: str) -> None:
    """Run an import or an assignment again if it binds one of these names."""
    match node:
        case ast.Import() | ast.ImportFrom():
            bound = {one.asname or one.name.partition(".")[0] for one in node.names}
        case ast.Assign(targets=[ast.Name(name)]) | ast.AnnAssign(ast.Name(name)):
            bound = {name}
        case _:
            return
    if bound & names:
        exec(compile(ast.Module([node], []), file, "exec"), vars(module))


def _put(
    place: Any, node: Function, is_new: bool, found: Difference, file: str, key: str
) -> None:
    """Exchange the code of a function, or add one."""
    fresh = _evaluated(place, node, file)
    if is_new:
        if hasattr(place, node.name):  # it takes the place of one that may have run
            raise TooDeepError(key)
        setattr(place, node.name, fresh)
        return
    standing = inspect.getattr_static(place, node.name)
    was, now = _plain(standing), _plain(fresh)
    if was.__code__.co_freevars != now.__code__.co_freevars:
        setattr(place, node.name, fresh)
        return
    was.__code__ = now.__code__
    was.__defaults__, was.__kwdefaults__ = now.__defaults__, now.__kwdefaults__
    if key in found.functions and hasattr(standing, "cache_clear"):
        standing.cache_clear()


def _evaluated(place: Any, node: Function, file: str) -> Any:
    """Return what the definition of a function makes, within its module."""
    is_class = isinstance(place, type)
    module = sys.modules[place.__module__] if is_class else place
    made: dict[str, Any] = {}
    body: ast.stmt = node
    if is_class:  # within a class, so that super() and private names are understood
        body = ast.ClassDef(place.__name__, [], [], [node], [])
        ast.copy_location(body, node)
    try:
        code = compile(ast.Module([body], []), file, "exec", dont_inherit=True)
        exec(code, vars(module), made)
    except NameError:  # a default that only the whole class knows
        raise TooDeepError(node.name) from None
    fresh = (
        inspect.getattr_static(made[place.__name__], node.name)
        if is_class
        else (made[node.name])
    )
    if is_class:
        _tell_class(_plain(fresh), place)
    return fresh


def _tell_class(function: FunctionType, owner: type) -> None:
    """Let ``super()`` within a method mean the class that stands."""
    for name, cell in zip(
        function.__code__.co_freevars, function.__closure__ or (), strict=True
    ):
        if name == "__class__" and isinstance(cell, CellType):
            cell.cell_contents = owner


def _plain(value: Any) -> FunctionType:
    """Return the function within its decorators."""
    if isinstance(value, property):
        value = value.fget
    elif isinstance(value, cached_property):
        value = value.func
    elif isinstance(value, staticmethod | classmethod):
        value = value.__func__
    value = inspect.unwrap(value)
    if not isinstance(value, FunctionType):
        raise TooDeepError(str(value))
    return value
